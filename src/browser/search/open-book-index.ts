import { createLoader } from './load-files.js';
import { type Found, openIndex, type SearchIndex, type SearchOptions } from './open-index.js';
import { stemWord } from './stemmer.js';

/** The index of the book that a page belongs to. */
export interface BookIndex {
  readonly open: () => Promise<SearchIndex>;
  /** Searches; opens the index anew, once, where its files have gone because the book was published again. */
  readonly search: (query: string, options: SearchOptions) => Promise<Found>;
  /** The book has changed: the next call opens the index anew. */
  readonly forget: () => void;
}

/** Nothing is loaded before it is asked for; what failed is tried again by the next call. */
export function createBookIndex(home: URL): BookIndex {
  const { loadRoot, loadFrom } = createLoader(home);
  let attempts = 0;
  let opening: Promise<SearchIndex> | undefined;
  const reopen = (): Promise<SearchIndex> => {
    const next = loadRoot(attempts).then((root) => openIndex(root, loadFrom(root.folder), stemWord));
    attempts += 1;
    opening = next;
    next.catch(() => {
      opening = undefined;
    });
    return next;
  };
  const open = () => opening ?? reopen();
  return {
    open,
    forget: () => {
      opening = undefined;
    },
    search: async (query, options) => {
      const index = await open();
      try {
        return await index.search(query, options);
      } catch {
        return (await reopen()).search(query, options);
      }
    },
  };
}
