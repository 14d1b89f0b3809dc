import type { Book, Page } from '../model/book.js';
import type { Chapter } from '../model/chapter.js';
import type { SourceSpan } from '../model/diagnostic.js';

/** A book as the rules about order and titles see it. */
export interface CheckedBook {
  readonly book: Book;
  /** By `Chapter.path`. */
  readonly chapters: ReadonlyMap<string, Chapter>;
}

/** A page and the chapter it was made from. */
export interface SourcedPage {
  readonly page: Page;
  readonly chapter: Chapter;
}

/** The given pages, in their order, without those made up for a folder. */
export function listSourced(
  { book, chapters }: CheckedBook,
  keys: readonly string[],
): readonly SourcedPage[] {
  return keys.flatMap((key) => {
    const page = book.pages[key];
    const chapter = chapters.get(page?.source ?? '');
    return page === undefined || chapter === undefined ? [] : [{ page, chapter }];
  });
}

/** Where a key of the front matter stands; the first line of the file when it is absent. */
export function placeOfKey({ file, places }: Chapter, key: string): SourceSpan {
  return places[key] ?? { file, line: 1 };
}
