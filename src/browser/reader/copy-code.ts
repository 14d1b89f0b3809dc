import { createButton, createElement } from './element.js';
import { say } from './say.js';

/** How long a button says that it has copied, in milliseconds. */
const CONFIRMED = 2000;

/** Gives each listing a button that copies it. Only where the browser lets a page write to the clipboard. */
export function addCopyButtons(): void {
  if (!('clipboard' in navigator)) return;
  for (const listing of document.querySelectorAll<HTMLElement>('.prose pre')) {
    const copy = async () => {
      await navigator.clipboard.writeText(listing.textContent ?? '');
      button.textContent = say('copied');
      setTimeout(() => {
        button.textContent = say('copy');
      }, CONFIRMED);
    };
    const button = createButton(
      { class: 'tool copy', 'aria-live': 'polite' },
      say('copy'),
      () => void copy(),
    );
    // A place without height over the listing's corner: nothing moves.
    listing.before(createElement('div', { class: 'copy-place' }, button));
  }
}
