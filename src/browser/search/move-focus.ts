/**
 * Lets the arrows lead from the field through the results and back; letters that are typed on a result go on in the
 * field. Enter follows a link by itself; in the field it follows the first.
 */
export function moveFocus(dialog: HTMLElement, input: HTMLInputElement): void {
  dialog.addEventListener('keydown', (event) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const links = [...dialog.querySelectorAll<HTMLElement>('.search-results a')];
    const at = links.indexOf(document.activeElement as HTMLElement);
    const isInField = document.activeElement === input;
    if (!isInField && at === -1) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      const next = at + step;
      if (next < 0) input.focus();
      else links[next]?.focus();
      event.preventDefault();
    } else if (event.key === 'Enter' && isInField) {
      links[0]?.click();
      event.preventDefault();
    } else if (at >= 0 && (event.key.length === 1 || event.key === 'Backspace') && event.key !== ' ')
      input.focus();
  });
}
