import { closeOnEscape } from './close-on-escape.js';
import { createButton, createElement } from './element.js';
import { say } from './say.js';

/** The dialog as it opens at once: the field, and room for what the search script puts in. */
export interface SearchBox {
  readonly home: URL;
  readonly dialog: HTMLDialogElement;
  readonly input: HTMLInputElement;
  /** Filters stand here. */
  readonly tools: HTMLElement;
  /** Says what is going on, to those who look. */
  readonly status: HTMLElement;
  readonly results: HTMLElement;
}

/** Draws the dialog; closed. */
export function drawSearchBox(home: URL): SearchBox {
  const input = createElement('input', {
    type: 'search',
    'aria-label': say('search'),
    placeholder: say('searchBook'),
    autocomplete: 'off',
    enterkeyhint: 'go',
    spellcheck: 'false',
  });
  const dialog = createElement('dialog', { class: 'search', 'aria-label': say('search') });
  const close = createButton({ class: 'tool' }, say('close'), () => dialog.close());
  const tools = createElement('div', { class: 'search-tools' });
  const status = createElement('p', { class: 'search-status' });
  const results = createElement('ol', { class: 'search-results', 'aria-label': say('searchResults') });
  const head = createElement('div', { class: 'search-head' }, input, close);
  dialog.append(head, tools, status, results);
  closeOnEscape(input, dialog);
  document.body.append(dialog);
  return { home, dialog, input, tools, status, results };
}
