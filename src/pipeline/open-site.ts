import type { Book } from '../model/book.js';
import type { Chapter } from '../model/chapter.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Family } from '../model/family.js';
import type { Inputs } from './read-inputs.js';

/** A book understood: its chapters' front matter, their order and addresses. Nothing is rendered yet. */
export interface OpenBook {
  readonly chapters: ReadonlyMap<string, Chapter>;
  readonly book: Book;
  readonly diagnostics: readonly Diagnostic[];
}

/** The site of one language: its own inputs, and the book that was made of them. */
export interface OpenSite {
  readonly inputs: Inputs;
  readonly opened: OpenBook;
  readonly family: Family;
}
