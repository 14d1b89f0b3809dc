import { createButton, createElement } from '../reader/element.js';
import { say } from '../reader/say.js';
import type { SearchBox } from '../reader/search-box.js';

/** The list of results in the dialog. */
export interface Lister {
  /** A search is under way; what was found before stays in sight. */
  readonly wait: () => void;
  /** Shows the first of the sections, and a button for more. */
  readonly show: (found: ShownResults, draw: DrawLine) => Promise<void>;
  /** The index cannot be loaded, or, when it is newer than this page, not be read. */
  readonly fail: (isOutdated: boolean) => void;
}

/** What was found for a query. */
interface ShownResults {
  readonly query: string;
  readonly sections: readonly number[];
  /** Whether a phrase could not be checked word by word. */
  readonly isUnchecked: boolean;
}

/** A line of the list; rejects when its name cannot be loaded. */
type DrawLine = (section: number) => Promise<HTMLElement>;

/** Results that are shown at once. */
const STEP = 10;
/** Milliseconds after which a number of results is at rest, and announced. */
const REST = 900;

/** Prepares the list. Screen readers hear of the results once they are at rest, and not while somebody types. */
export function createLister({ dialog, status, results }: SearchBox, again: () => void): Lister {
  const live = createElement('p', { class: 'search-live', role: 'status' });
  const more = createElement('p', { class: 'search-more' });
  dialog.append(more, live);
  let timer = 0;
  const tell = (text: string) => {
    status.textContent = text;
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      live.textContent = text;
    }, REST);
  };
  const addLines = async (sections: readonly number[], from: number, draw: DrawLine): Promise<void> => {
    const lines = await Promise.all(sections.slice(from, from + STEP).map(draw));
    if (from === 0) results.replaceChildren(...lines);
    else results.append(...lines);
    const next = from + STEP;
    const press = async () => {
      await addLines(sections, next, draw);
      results.children[next]?.querySelector('a')?.focus();
    };
    more.replaceChildren(
      ...(next < sections.length
        ? [createButton({ class: 'tool' }, say('morePlaces'), () => void press())]
        : []),
    );
  };
  return {
    wait: () => {
      clearTimeout(timer);
      if (!results.hasChildNodes()) status.textContent = say('searchLoading');
    },
    show: async ({ query, sections, isUnchecked }, draw) => {
      await addLines(sections, 0, draw);
      dialog.scrollTop = 0;
      const text =
        sections.length === 0
          ? say('nothingFound', { query })
          : say('placesFound', { count: sections.length }) +
            (isUnchecked ? ` ${say('phraseUnchecked')}` : '');
      tell(query === '' ? '' : text);
    },
    fail: (isOutdated) => {
      results.replaceChildren();
      const button = isOutdated
        ? // The query is in the address, and is asked again.
          createButton({ class: 'tool' }, say('reloadPage'), () => location.reload())
        : createButton({ class: 'tool' }, say('tryAgain'), again);
      more.replaceChildren(button);
      tell(say(isOutdated ? 'searchOutdated' : 'searchFailed'));
    },
  };
}
