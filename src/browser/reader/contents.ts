/** Shows the contents: the drawer on a small screen, else the column with the focus on the current line. */
export function showContents(): void {
  const contents = document.querySelector<HTMLElement>('.contents');
  if (contents === null) return;
  const isColumn = getComputedStyle(contents).position === 'sticky';
  if (!isColumn) contents.togglePopover();
  const details = contents.querySelector('details');
  if (details !== null) details.open = true;
  focusCurrent(contents);
}

function focusCurrent(contents: HTMLElement): void {
  const link = contents.querySelector<HTMLElement>('a[aria-current]') ?? contents.querySelector('a');
  link?.focus();
}

const SCROLLED = 'octavo:contents';

/** Keeps the column's scroll position from page to page, as long as the current line is in sight there. */
export function keepContentsScrolled(): void {
  const contents = document.querySelector<HTMLElement>('.contents');
  if (contents === null) return;
  addEventListener('pagehide', () => sessionStorage.setItem(SCROLLED, String(contents.scrollTop)));
  const stored = Number(sessionStorage.getItem(SCROLLED) ?? 0);
  const current = contents.querySelector<HTMLElement>('a[aria-current]');
  const line = current?.offsetTop ?? 0;
  if (stored > 0 && line >= stored && line < stored + contents.clientHeight) contents.scrollTop = stored;
}
