import type { FindingsMessage, ShownFinding, ShownPlace } from '../../preview/messages.js';
import { make } from './panel.js';

/** The sheet over the page that lists what is wrong with the book. */
export interface Overlay {
  /** Shows the errors; without any it goes away. The same errors again do not bring it back once it was closed. */
  readonly show: (findings: FindingsMessage) => void;
}

export function createOverlay(panel: ShadowRoot): Overlay {
  const overlay = make('div', 'overlay');
  overlay.hidden = true;
  overlay.setAttribute('role', 'alertdialog');
  overlay.setAttribute('aria-label', 'Errors in the book');
  panel.append(overlay);
  const close = () => {
    overlay.hidden = true;
  };
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
  let shown = '';
  return {
    show: (findings) => {
      const now = JSON.stringify(findings.errors);
      if (now === shown) return;
      shown = now;
      overlay.hidden = findings.errors.length === 0;
      overlay.replaceChildren(drawSheet(findings, close));
    },
  };
}

function drawSheet({ errors, more }: FindingsMessage, close: () => void): HTMLElement {
  const button = make('button', '', 'Close');
  button.type = 'button';
  button.addEventListener('click', close);
  const count = errors.length + more;
  const title = make('h2', '', count === 1 ? '1 error' : `${count} errors`);
  const list = make('ol', '', ...errors.map(drawFinding));
  const rest = more === 0 ? [] : [make('p', 'note', `and ${more} more`)];
  return make('div', 'sheet', make('div', 'head', title, button), list, ...rest);
}

function drawFinding({ code, message, hint, places }: ShownFinding): HTMLElement {
  return make(
    'li',
    '',
    make('p', '', message),
    ...places.flatMap(drawPlace),
    ...(hint === null ? [] : [make('p', 'hint', hint)]),
    make('p', 'code', code),
  );
}

function drawPlace({ label, note, excerpt, editor }: ShownPlace): readonly HTMLElement[] {
  const name = editor === null ? make('span', '', label) : make('a', '', label);
  if (name instanceof HTMLAnchorElement && editor !== null) name.href = editor;
  const line = make('p', 'place', name, ...(note === null ? [] : [make('span', 'note', ` ${note}`)]));
  return excerpt.length === 0 ? [line] : [line, make('pre', '', excerpt.join('\n'))];
}
