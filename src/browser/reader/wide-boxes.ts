/** Lets the keyboard reach what scrolls sideways, and only that: a table that fits is no stop on the way. */
export function watchWideBoxes(): void {
  const watcher = new ResizeObserver((entries) => {
    for (const { target } of entries) markBox(target);
  });
  for (const box of document.querySelectorAll('.prose :is(pre, table, math)')) {
    markBox(box);
    watcher.observe(box);
  }
}

function markBox(box: Element): void {
  if (box.scrollWidth > box.clientWidth) box.setAttribute('tabindex', '0');
  else box.removeAttribute('tabindex');
}
