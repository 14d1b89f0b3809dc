import { createElement } from './element.js';
import { say } from './say.js';

/** Distance between a note's number and the note, in pixels. */
const GAP = 6;

/** Opens footnotes beside their numbers. In the list at the end they stay, and without script the numbers lead there. */
export function openNotesInPlace(): void {
  let box: HTMLElement | undefined;
  document.addEventListener('click', (event) => {
    const call =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.footnote-ref') : null;
    if (call === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const note = document.getElementById(decodeURIComponent(call.hash.slice(1)));
    if (note === null) return;
    event.preventDefault();
    box ??= addBox();
    fillBox(box, note);
    box.showPopover();
    placeBox(box, call);
    box.focus();
    box.addEventListener('toggle', () => call.focus({ preventScroll: true }), { once: true });
  });
}

function addBox(): HTMLElement {
  const box = createElement('aside', {
    class: 'note prose',
    popover: '',
    tabindex: '-1',
    'aria-label': say('footnote'),
  });
  document.body.append(box);
  return box;
}

/** A copy of the note without the way back, and without ids, which are the list's. */
function fillBox(box: HTMLElement, note: HTMLElement): void {
  box.replaceChildren(...[...note.childNodes].map((node) => node.cloneNode(true)));
  for (const element of box.querySelectorAll('.footnote-backref')) element.remove();
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
