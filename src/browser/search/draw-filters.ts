import { createElement } from '../reader/element.js';
import { say } from '../reader/say.js';
import type { SearchOptions } from './open-index.js';

/** Filters of the search, and what is chosen in them. */
export interface Filters {
  readonly read: () => SearchOptions;
}

/** Puts the choice of a part, where there are several, and of the order into the dialog. */
export function drawFilters(place: HTMLElement, parts: readonly string[], onChange: () => void): Filters {
  const part = drawSelect(say('searchPart'), [
    ['', say('allParts')],
    ...parts.map((label) => [label, label] as const),
  ]);
  // Inside a volume of a library the search is in that book first.
  const here = document.documentElement.dataset['volumeName'] ?? '';
  if (parts.includes(here)) part.value = here;
  const order = drawSelect(say('searchOrder'), [
    ['relevance', say('byRelevance')],
    ['book', say('byBook')],
  ]);
  place.replaceChildren(...(parts.length > 1 ? [part, order] : [order]));
  place.addEventListener('change', onChange);
  return { read: () => ({ part: part.value, order: order.value === 'book' ? 'book' : 'relevance' }) };
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
