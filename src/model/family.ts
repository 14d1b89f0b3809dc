import type { Book } from './book.js';
import type { Chapter } from './chapter.js';
import type { Config } from './config.js';

/** The site of one language, as those of the other languages see it. */
export interface SiteBook {
  readonly config: Config;
  readonly book: Book;
  /** By `Chapter.path`. */
  readonly chapters: ReadonlyMap<string, Chapter>;
}

/** The sites of a book in several languages, each itself among them, by rank; empty for a book in one language. */
export type Family = readonly SiteBook[];
