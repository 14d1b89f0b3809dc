import { readStemmer } from '../config/read-stemmer.js';
import type { OutputFile } from '../model/output.js';
import type { RenderedChapter } from '../model/rendered.js';
import { listFound } from '../search/list-found.js';
import type { SearchText } from '../search/list-pages.js';
import { createIndexWriter, type WriteIndex } from '../search/write-index.js';
import type { OpenBook } from './open-book.js';
import type { Inputs } from './read-inputs.js';

/** The search index of a book, made once all of its chapters are rendered. */
export interface SearchMaker {
  /** Takes a chapter; of its text only the words are kept. */
  readonly add: (chapter: RenderedChapter) => void;
  /** The files of the index; none where the configuration says `search: false`. */
  readonly make: () => readonly OutputFile[];
}

/** Prepares the search index of a book; whoever makes it again and again keeps what writes it. */
export function createSearchMaker(
  { config }: Inputs,
  { book }: OpenBook,
  writeIndex: WriteIndex = createIndexWriter(),
): SearchMaker {
  const texts = new Map<string, SearchText>();
  return {
    add: ({ path, headings, excerpt, terms }) => {
      if (terms !== null) texts.set(path, { headings, excerpt, terms });
    },
    make: () => {
      if (!config.search) return [];
      const { relativeUrls, place, language } = config;
      const setting = { relativeUrls, folder: place.folder, stemmer: readStemmer(language) };
      return writeIndex({ found: listFound(book), setting, texts });
    },
  };
}
