import { KNOWN_VERSION } from './index-root.js';
import { createLoader } from './load-files.js';
import { openIndex, type SearchIndex } from './open-index.js';
import { stemWord } from './stemmer.js';

/** The index of the book that a page belongs to. */
export interface BookIndex {
  readonly open: () => Promise<SearchIndex>;
  /** The book has changed, or files of the index have gone: the next call opens the index anew. */
  readonly forget: () => void;
}

/** Thrown by `open` when the book was published by another version of the program since the page was loaded. */
export const outdated = new Error(`The search index has not version ${KNOWN_VERSION}.`);

/** Nothing is loaded before it is asked for; what failed is tried again by the next call. */
export function createBookIndex(home: URL): BookIndex {
  const { loadRoot, loadFrom } = createLoader(home);
  let attempts = 0;
  let opening: Promise<SearchIndex> | undefined;
  const forget = () => {
    opening = undefined;
  };
  const reopen = (): Promise<SearchIndex> => {
    const next = loadRoot(attempts).then((root) => {
      if (root.version !== KNOWN_VERSION) throw outdated;
      return openIndex(root, loadFrom(root), stemWord);
    });
    attempts += 1;
    opening = next;
    next.catch(forget);
    return next;
  };
  return { open: () => opening ?? reopen(), forget };
}
