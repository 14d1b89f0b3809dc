import type { PreviewMessage } from '../../preview/messages.js';
import { BOOK_CHANGED } from '../reader/book-changed.js';
import { connect, type PageState } from './connect.js';
import { keepScroll, restorePlace } from './keep-scroll.js';
import { createOverlay } from './overlay.js';
import { openPanel } from './panel.js';
import { createStatusLine } from './status-line.js';
import { swapStyles } from './swap-styles.js';

/**
 * What a previewed page runs, and no published page:
 *
 * 1. what was kept of the page before its reload is restored: scroll position, open panels;
 * 2. the page connects and says what it is; the server answers with what has changed since;
 * 3. each message is obeyed.
 *
 * Text from the book is only ever set as text.
 */
function start(script: HTMLOrSVGScriptElement | null): void {
  if (!(script instanceof HTMLScriptElement)) return;
  restorePlace();
  const state: PageState = {
    revision: script.dataset['revision'] ?? '',
    copies: script.dataset['copies'] ?? '',
  };
  const panel = openPanel();
  const overlay = createOverlay(panel);
  const status = createStatusLine(panel);

  const obey = (message: PreviewMessage): void => {
    if (message.type === 'status') status.showDrafts(message);
    else if (message.type === 'navigate') location.assign(message.address);
    else if (message.type === 'reload') {
      keepScroll();
      location.reload();
    } else if (message.type === 'styles') {
      state.revision = message.revision;
      swapStyles(message.addresses);
    } else {
      status.showWarnings(message.warnings);
      overlay.show(message);
      // Findings are told whenever the book was made anew.
      window.dispatchEvent(new Event(BOOK_CHANGED));
    }
  };
  connect(state, obey, status.showConnection);
}

start(document.currentScript);
