import { BOOK_CHANGED } from '../reader/book-changed.js';
import type { SearchBox } from '../reader/search-box.js';
import { drawFilters, type Filters } from './draw-filters.js';
import { createResultDrawer } from './draw-result.js';
import { groupSections } from './group-sections.js';
import { createLister } from './list-results.js';
import { markPage } from './mark-page.js';
import { readMarkedPlace } from './marked-place.js';
import { moveFocus } from './move-focus.js';
import { type BookIndex, createBookIndex, outdated } from './open-book-index.js';
import { createPassageReader } from './read-passage.js';
import { stemWord } from './stemmer.js';

/** Milliseconds after the last key before a search starts. */
const PAUSE = 120;
/** The parameter of an address that holds a query. */
const QUERY = 'q';

/**
 * The search of a book, in the dialog that the reader's script has opened:
 *
 * 1. the index is opened, the filters are drawn, the query is taken from the address;
 * 2. what is typed is searched for after a pause, and stands in the address;
 * 3. results are drawn, and their passages follow; once at rest their number is announced;
 * 4. in a preview, what is saved is searched as well.
 */
function start(box: SearchBox): void {
  const { dialog, input, home } = box;
  const index = findIndex(home);
  let readPassage = createPassageReader();
  const list = createLister(box, () => void run());
  let filters: Filters | undefined;
  let latest = 0;

  const run = async (): Promise<void> => {
    latest += 1;
    const turn = latest;
    const query = input.value.trim();
    keepInAddress(dialog.open ? query : '');
    list.wait();
    const answer = async (): Promise<void> => {
      const opened = await index.open();
      filters ??= drawFilters(box.tools, opened, () => void run());
      const options = filters.read();
      const found = await opened.search(query, options);
      if (turn !== latest) return;
      filters.showCounts(found);
      const isGrouped = options.order === 'relevance' && options.scope !== 'book';
      const { draw, isTrue } = createResultDrawer({ home, query, readPassage, ...opened });
      const sections = found.isUnchecked ? await dropFalse(found.sections, isTrue) : found.sections;
      if (turn !== latest) return;
      const groups = groupSections(sections, opened.whereIs, isGrouped);
      // Where all places were looked at, nothing is left unchecked.
      const isUnchecked = found.isUnchecked && found.sections.length > LOOKED_AT;
      await list.show({ query, found: { ...found, sections, isUnchecked }, groups }, draw);
    };
    try {
      // Files that are gone may have gone because the book was published again: the index is opened anew, once.
      await answer().catch(() => {
        index.forget();
        return answer();
      });
    } catch (error) {
      if (turn === latest) list.fail(error === outdated);
    }
  };

  let timer = 0;
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void run(), PAUSE);
  });
  window.addEventListener(BOOK_CHANGED, () => {
    index.forget();
    readPassage = createPassageReader();
    if (dialog.open) void run();
  });
  dialog.addEventListener('close', () => keepInAddress(''));
  moveFocus(dialog, input);
  const asked = new URL(location.href).searchParams.get(QUERY);
  if (asked !== null && input.value === '') input.value = asked;
  void run();
}

/** Places that are looked at for a phrase that could not be checked in the index. */
const LOOKED_AT = 30;

/** The places that have the phrase, of the first ones; the others follow as they are. */
async function dropFalse(
  sections: readonly number[],
  isTrue: (section: number) => Promise<boolean>,
): Promise<readonly number[]> {
  const first = sections.slice(0, LOOKED_AT);
  const kept = await Promise.all(first.map(isTrue));
  return [...first.filter((_, at) => kept[at]), ...sections.slice(LOOKED_AT)];
}

/** The address of the page with the query, to be shared; without one, as it was. */
function keepInAddress(query: string): void {
  const address = new URL(location.href);
  if (query === (address.searchParams.get(QUERY) ?? '')) return;
  if (query === '') address.searchParams.delete(QUERY);
  else address.searchParams.set(QUERY, query);
  history.replaceState(history.state, '', address);
}

let known: BookIndex | undefined;

/** One for the page: the files of an index are scripts, which call one function. */
function findIndex(home: URL): BookIndex {
  known ??= createBookIndex(home);
  return known;
}

globalThis.octavoSearching = {
  start,
  markPage: (home) => {
    const place = readMarkedPlace(new URL(location.href));
    if (place === null || markPage(place, (word) => word)) return;
    // Other forms are known by their stems: the stemmer comes with the index.
    const again = () => void markPage(place, stemWord);
    findIndex(home).open().then(again, again);
  },
};
