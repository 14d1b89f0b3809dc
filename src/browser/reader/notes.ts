import { createElement } from './element.js';
import { say } from './say.js';

/** Distance between a note's number and the note, in pixels. */
const GAP = 6;

/** Keys that would move the page under a note. */
const SCROLL_KEYS = ['PageDown', 'PageUp', ' ', 'Home', 'End', 'ArrowDown', 'ArrowUp'];

/**
 * Opens footnotes beside their numbers. In the list at the end they stay, and without script the numbers lead there. The
 * focus stays in the note until Esc or its way back, and then is on the number again.
 */
export function openNotesInPlace(): void {
  let box: HTMLElement | undefined;
  let call: HTMLAnchorElement | undefined;
  const open = (number: HTMLAnchorElement, note: HTMLElement) => {
    box ??= addBox(() => call?.focus({ preventScroll: true }));
    call = number;
    fillBox(box, note);
    box.showPopover();
    placeBox(box, number);
    box.focus();
  };
  document.addEventListener('click', (event) => {
    const number =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.footnote-ref') : null;
    if (number === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const note = document.getElementById(decodeURIComponent(number.hash.slice(1)));
    if (note === null) return;
    event.preventDefault();
    open(number, note);
  });
  const follow = () => {
    if (box === undefined || call === undefined || !box.matches(':popover-open')) return;
    const { top, bottom } = call.getBoundingClientRect();
    if (bottom < 0 || top > innerHeight) box.hidePopover();
    else placeBox(box, call);
  };
  addEventListener('scroll', follow, { passive: true });
  addEventListener('resize', follow);
}

/** @param giveBack Puts the focus where it was. */
function addBox(giveBack: () => void): HTMLElement {
  const box = createElement('aside', {
    class: 'note prose',
    popover: '',
    tabindex: '-1',
    'aria-label': say('footnote'),
  });
  box.addEventListener('beforetoggle', (event) => {
    // Somebody who pressed something else is there already.
    const isHere = box.contains(document.activeElement) || document.activeElement === document.body;
    if (event.newState === 'closed' && isHere) giveBack();
  });
  box.addEventListener('keydown', (event) => keepKey(box, event));
  box.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || event.target.closest('.footnote-backref') === null) return;
    event.preventDefault();
    box.hidePopover();
  });
  document.body.append(box);
  return box;
}

/** Keys pressed in the note are its own: none turns or scrolls the page below it, and Tab goes round. */
function keepKey(box: HTMLElement, event: KeyboardEvent): void {
  if (event.key === 'Escape' || event.ctrlKey || event.metaKey || event.altKey) return;
  event.stopPropagation();
  if (SCROLL_KEYS.includes(event.key) && box.scrollHeight <= box.clientHeight && event.target === box)
    event.preventDefault();
  if (event.key !== 'Tab') return;
  const links = [...box.querySelectorAll<HTMLElement>('a[href], button')];
  const edge = event.shiftKey ? [links[0], box] : [links.at(-1)];
  if (!edge.some((link) => link === document.activeElement)) return;
  event.preventDefault();
  (event.shiftKey ? links.at(-1) : links[0])?.focus();
}

/** A copy of the note without ids, which are the list's; of several ways back, one is left. */
function fillBox(box: HTMLElement, note: HTMLElement): void {
  box.replaceChildren(...[...note.childNodes].map((node) => node.cloneNode(true)));
  for (const element of [...box.querySelectorAll('.footnote-backref')].slice(1)) element.remove();
  for (const element of box.querySelectorAll('[id]')) element.removeAttribute('id');
}

/** Below the number, or above it where there is more room; inside the window. */
function placeBox(box: HTMLElement, call: HTMLElement): void {
  const at = call.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const left = Math.max(GAP, Math.min(at.left, innerWidth - width - GAP));
  const below = at.bottom + GAP;
  const top = below + height > innerHeight && at.top > height + GAP ? at.top - height - GAP : below;
  box.style.left = `${left}px`;
  box.style.top = `${top}px`;
}
