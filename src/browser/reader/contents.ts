import { isNumber, type Memory } from './memory.js';

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

/** Keeps the column's scroll position from page to page, as long as the current line is in sight there. */
export function keepContentsScrolled(memory: Memory): void {
  const contents = document.querySelector<HTMLElement>('.contents');
  if (contents === null) return;
  addEventListener('pagehide', () => memory.write('scrolled', contents.scrollTop));
  const stored = memory.read('scrolled');
  const line = contents.querySelector<HTMLElement>('a[aria-current]')?.offsetTop ?? 0;
  if (!isNumber(stored) || line < stored || line >= stored + contents.clientHeight) return;
  contents.scrollTop = stored;
}

/** Closes the drawer when the focus leaves it: what it covers would have the focus unseen (WCAG 2.4.11). */
export function closeDrawerBehindFocus(): void {
  const contents = document.querySelector<HTMLElement>('.contents');
  document.addEventListener('focusin', ({ target }) => {
    if (contents === null || !contents.matches(':popover-open')) return;
    if (!(target instanceof Node) || contents.contains(target)) return;
    contents.hidePopover();
  });
}
