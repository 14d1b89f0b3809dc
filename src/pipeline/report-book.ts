import { largest, smallest } from '../lists/largest.js';
import type { Book, PageKind } from '../model/book.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { BookReport } from '../model/report.js';
import type { OpenSite } from './open-site.js';

/** What is told of a book once all its findings are known, in book order. Languages are counted together. */
export function reportBook(
  sites: readonly Pick<OpenSite, 'inputs' | 'opened'>[],
  diagnostics: readonly Diagnostic[],
): BookReport {
  const books = sites.map(({ opened }) => opened.book);
  const pages = books.flatMap((book) => Object.values(book.pages));
  const count = (kind: PageKind) => pages.filter((page) => page.kind === kind).length;
  const starts = books.flatMap(({ validFrom }) => validFrom ?? []);
  const ends = books.flatMap(({ validUntil }) => validUntil ?? []);
  return {
    title: sites[0]?.inputs.config.title || (books[0]?.pages['/']?.title ?? ''),
    pages: {
      home: count('home'),
      section: count('section'),
      page: count('page'),
      taxonomy: count('taxonomy'),
      term: count('term'),
    },
    hasHost: sites[0]?.inputs.config.baseUrl !== '',
    unpublished: listUnpublished(books),
    diagnostics,
    validFrom: starts.length === 0 ? null : largest(starts),
    validUntil: ends.length === 0 ? null : smallest(ends),
  };
}

/** Once for each file, however many languages it would have stood in. */
function listUnpublished(books: readonly Book[]): BookReport['unpublished'] {
  const byFile = new Map(books.flatMap(({ unpublished }) => unpublished.map((held) => [held.file, held])));
  return [...byFile.values()];
}

/**
 * The files of the published chapters in reading order, then those outside it: what `sortDiagnostics` sorts by. One that
 * stands in several languages is where it is in the first of them.
 */
export function listFilesInOrder(sites: readonly Pick<OpenSite, 'opened'>[]): readonly string[] {
  const files = sites.flatMap(({ opened: { book } }) =>
    [...book.order, ...book.others].flatMap((key) => book.pages[key]?.file ?? []),
  );
  return sites.length === 1 ? files : [...new Set(files)];
}
