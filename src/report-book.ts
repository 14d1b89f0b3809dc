import type { Book, PageKind } from './model/book.js';
import type { Diagnostic } from './model/diagnostic.js';
import type { BookReport } from './model/report.js';
import type { Inputs } from './read-inputs.js';

/** What is told of a book once all its findings are known, in book order. */
export function reportBook(
  { config }: Pick<Inputs, 'config'>,
  book: Book,
  diagnostics: readonly Diagnostic[],
): BookReport {
  const count = (kind: PageKind) => Object.values(book.pages).filter((page) => page.kind === kind).length;
  const { validFrom, validUntil } = book;
  return {
    title: config.title || (book.pages['/']?.title ?? ''),
    pages: {
      home: count('home'),
      section: count('section'),
      page: count('page'),
      taxonomy: count('taxonomy'),
      term: count('term'),
    },
    heldBack: book.heldBack,
    diagnostics,
    validFrom,
    validUntil,
  };
}

/** The files of the published chapters in reading order, then those outside it: what `sortDiagnostics` sorts by. */
export function listFilesInOrder(book: Book): readonly string[] {
  return [...book.order, ...book.others].flatMap((key) => {
    return book.pages[key]?.file ?? [];
  });
}
