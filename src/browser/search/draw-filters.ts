import { createButton, createElement } from '../reader/element.js';
import { say } from '../reader/say.js';
import type { Found, SearchIndex, SearchOptions, SearchScope } from './open-index.js';

/** Filters of the search, and what is chosen in them. */
export interface Filters {
  readonly read: () => SearchOptions;
  /** Says with each scope how much there is in it. */
  readonly showCounts: (found: Found) => void;
}

const scopes: readonly SearchScope[] = ['book', 'author', 'all'];
const scopeTexts = { book: 'inThisBook', author: 'byThisAuthor', all: 'everywhere' } as const;

/**
 * Puts into the dialog the choice of a scope, inside a work of a library; of a part, where there are several; and of the order.
 * Inside a work the search is in that book first.
 */
export function drawFilters(
  place: HTMLElement,
  { parts, hasDates }: Pick<SearchIndex, 'parts' | 'hasDates'>,
  onChange: () => void,
): Filters {
  const here = document.documentElement.dataset['volumeName'] ?? '';
  const part = drawSelect(say('searchPart'), [
    ['', say('allParts')],
    ...parts.map((name) => [name, name] as const),
  ]);
  const order = drawSelect(say('searchOrder'), [
    ['relevance', say('byRelevance')],
    ['book', say('byBook')],
    ...(hasDates ? [['date', say('byDate')] as const] : []),
  ]);
  let scope: SearchScope = here === '' ? 'all' : 'book';
  const offered = here.includes(' · ') ? scopes : scopes.filter((name) => name !== 'author');
  const buttons = new Map(
    offered.map((name) => {
      const choose = () => {
        scope = name;
        onChange();
      };
      return [name, createButton({ class: 'tool' }, say(scopeTexts[name]), choose)];
    }),
  );
  const choice = createElement('span', { class: 'search-scopes', role: 'group' }, ...buttons.values());
  const isLibrary = here !== '';
  place.replaceChildren(...(isLibrary ? [choice] : parts.length > 1 ? [part] : []), order);
  place.addEventListener('change', onChange);
  return {
    read: () => ({
      here,
      scope,
      part: isLibrary ? '' : part.value,
      order: order.value as SearchOptions['order'],
    }),
    showCounts: ({ counts, isEmpty }) => {
      for (const [name, button] of buttons) {
        button.setAttribute('aria-pressed', String(name === scope));
        button.textContent = say(scopeTexts[name]) + (isEmpty ? '' : ` ${counts[name]}`);
      }
    },
  };
}

function drawSelect(
  label: string,
  options: readonly (readonly [value: string, text: string])[],
): HTMLSelectElement {
  return createElement(
    'select',
    { 'aria-label': label },
    ...options.map(([value, text]) => createElement('option', { value }, text)),
  );
}
