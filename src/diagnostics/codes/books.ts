import { entry } from '../entry.js';

/** Codes of the areas `books` and `epub`: the book as a file. */
export const bookFileCodes = {
  'books/unknown-part': entry<{ part: string; nearest: string | null }>({
    severity: 'error',
    message: ({ part }) => `There is no section "${part}" in this book.`,
    hint: ({ nearest }) =>
      nearest === null ? 'Name the folder of a section below content/.' : `Did you mean "${nearest}"?`,
  }),
  'books/cannot-write': entry<{ path: string; reason: string }>({
    severity: 'error',
    message: ({ path, reason }) => `The book cannot be written to ${path}: ${reason}.`,
  }),
  'books/no-author': entry<Record<string, never>>({
    severity: 'advice',
    message: () => 'The book file names no author.',
    hint: () => 'Write `author` in the configuration, or in the front matter of the volume.',
  }),
  'epub/remote-picture': entry<{ address: string; count: number }>({
    severity: 'warning',
    message: ({ address, count }) =>
      count === 1
        ? `The picture ${address} lies on the web; the book file has a link to it.`
        : `${count} pictures lie on the web, the first is ${address}; the book file has links to them.`,
    hint: () => 'Put the picture beside the chapter, so that it comes along.',
  }),
  'epub/picture-type': entry<{ address: string }>({
    severity: 'warning',
    message: ({ address }) => `The picture ${address} is of a kind that readers of EPUBs need not show.`,
    hint: () => 'Convert it to JPEG, PNG, GIF, SVG or WebP.',
  }),
  'epub/link-out-of-book': entry<{ address: string; count: number }>({
    severity: 'note',
    message: ({ address, count }) =>
      count === 1
        ? `The link to ${address} leads out of the book file and stands there as text.`
        : `${count} links lead out of the book file and stand there as text, the first to ${address}.`,
    hint: () => 'Configure `baseURL`: then they lead to the site.',
  }),
};
