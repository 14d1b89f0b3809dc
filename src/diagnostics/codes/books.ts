import { entry } from '../entry.js';

/** Codes of the areas `books`, `epub` and `pdf`: the book as a file. */
export const bookFileCodes = {
  'books/unknown-part': entry<{ part: string; nearest: string | null }>({
    severity: 'error',
    message: ({ part }) => `There is no section "${part}" in this book.`,
    hint: ({ nearest }) =>
      nearest === null ? 'Name the folder of a section below content/.' : `Did you mean "${nearest}"?`,
  }),
  'books/unknown-language': entry<{ language: string; known: string; nearest: string | null }>({
    severity: 'error',
    message: ({ language, known }) =>
      known === '' || known === language
        ? `The book has no language "${language}".`
        : `The book has no language "${language}"; it has ${known}.`,
    hint: ({ nearest }) =>
      nearest === null ? 'Leave out --language for all of them.' : `Did you mean "${nearest}"?`,
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
  'books/no-date': entry<Record<string, never>>({
    severity: 'advice',
    message: () => 'No chapter has a date, so the book file says that it was last changed in 2000.',
    hint: () => 'Write `date` in the front matter of chapters.',
  }),
  'books/no-cover': entry<Record<string, never>>({
    severity: 'advice',
    message: () =>
      'The cover is made from title and author, as an SVG; shops and shelves often want a JPEG or PNG.',
    hint: () => 'Name a picture in the configuration: `books.cover`.',
  }),
  'books/cover-not-found': entry<{ path: string }>({
    severity: 'error',
    message: ({ path }) => `The cover ${path} is no picture below content/ or static/ that is published.`,
    hint: () =>
      '`books.cover` is a path below `static/`, or below `content/` in a bundle: JPEG, PNG, GIF, SVG or WebP.',
  }),
  'books/cover-small': entry<{ path: string; side: number; least: number }>({
    severity: 'warning',
    message: ({ path, side, least }) =>
      `The cover ${path} has ${side} pixels on its long side; shops want ${least} or more.`,
  }),
  'page-mark/duplicate': entry<{ number: string; first: string }>({
    severity: 'error',
    message: ({ number, first }) => `Page ${number} of the printed edition begins twice: first in ${first}.`,
    hint: () => 'Each number stands in one `pagemark`.',
  }),
  'epub/remote-picture': entry<{ address: string; count: number }>({
    severity: 'warning',
    message: ({ address, count }) =>
      count === 1
        ? `The picture ${address} is on the web; the book file has a link to it.`
        : `${count} pictures lie on the web, the first is ${address}; the book file has links to them.`,
    hint: () => 'Put the picture beside the chapter, so that it is packed.',
  }),
  'epub/picture-type': entry<{ address: string }>({
    severity: 'warning',
    message: ({ address }) => `The picture ${address} is of a kind that readers of EPUBs need not show.`,
    hint: () => 'Convert it to JPEG, PNG, GIF, SVG or WebP.',
  }),
  'epub/large-picture': entry<{ address: string; pixels: number; bytes: number }>({
    severity: 'warning',
    message: ({ address, pixels, bytes }) =>
      `The picture ${address} has ${(pixels / 1_000_000).toFixed(1)} megapixels and ${(bytes / 1_000_000).toFixed(1)} MB: much for a reader on a small device.`,
    hint: () => 'Make it smaller than 4 megapixels and 2 MB.',
  }),
  'epub/link-out-of-book': entry<{ address: string; count: number }>({
    severity: 'note',
    message: ({ address, count }) =>
      count === 1
        ? `The link to ${address} leads out of the book file and appears as text.`
        : `${count} links lead out of the book file and stand there as text, the first to ${address}.`,
    hint: () => 'Configure `baseURL`: then they lead to the site.',
  }),
  'pdf/no-browser': entry<{ variable: string; path: string; tried: string }>({
    severity: 'error',
    message: ({ variable, path, tried }) =>
      variable === ''
        ? `No browser was found to print with. Tried: ${tried}.`
        : `${variable} names ${path}, and there is no program there.`,
    hint: ({ variable }) =>
      variable === ''
        ? 'A PDF is printed by Chromium, Chrome or Edge. Debian, Ubuntu: apt install chromium. macOS: brew install --cask chromium. Windows: Edge is there already. Elsewhere, set OCTAVO_BROWSER to the program.'
        : `Set ${variable} to a Chromium, Chrome or Edge, or to nothing.`,
  }),
  'pdf/old-browser': entry<{ path: string; version: number; least: number }>({
    severity: 'error',
    message: ({ path, version, least }) =>
      `The browser at ${path} has version ${version}, and numbers on pages need ${least} or newer.`,
    hint: () => 'Update it, or set OCTAVO_BROWSER to another one.',
  }),
  'pdf/browser-failed': entry<{ reason: string; isLong: boolean }>({
    severity: 'error',
    message: ({ reason }) => `The browser failed while it printed: ${reason}.`,
    hint: ({ isLong }) =>
      isLong
        ? 'The book is long: print it part by part, with --part.'
        : 'Try again, or set OCTAVO_BROWSER to another one.',
  }),
  'pdf/no-sandbox': entry<Record<string, never>>({
    severity: 'note',
    message: () => 'The browser printed without its sandbox, since it could not start with it.',
    hint: () =>
      'Only the book is shown to it, without scripts and without a network. As another user than root, it has its sandbox.',
  }),
  'pdf/unsettled-pages': entry<Record<string, never>>({
    severity: 'error',
    message: () =>
      'Page numbers did not settle: with the numbers in the contents, chapters moved again and again.',
    hint: () => 'A `book/paper.css` of your own may give the numbers a width that changes.',
  }),
  'pdf/missing-glyph': entry<{ characters: string; count: number; where: string; isEastAsian: boolean }>({
    severity: 'warning',
    message: ({ characters, count, where }) =>
      count === 1
        ? `No font on this machine has ${characters} (first in ${where}): it is missing in the PDF.`
        : `No font on this machine has these ${count} characters (the first in ${where}): ${characters}. They are missing in the PDF.`,
    hint: ({ isEastAsian }) =>
      isEastAsian
        ? 'Install a font with them, such as Noto Sans CJK (fonts-noto-cjk), or name one of `static/` in `templates/book/paper.css`.'
        : 'Install a font with them, such as Noto (fonts-noto), or name one of `static/` in `templates/book/paper.css`.',
  }),
  'pdf/bad-size': entry<{ width: number; height: number }>({
    severity: 'error',
    message: ({ width, height }) =>
      `The margins of the PDF leave ${width} × ${height} mm of a page for the text.`,
    hint: () => 'Choose a larger `pdf.size`, or smaller `pdf.margins`.',
  }),
};
