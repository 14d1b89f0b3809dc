import type { Book, Page } from '../model/book.js';
import type { ListEntry } from '../model/list-entry.js';

/** Length of a rendered chapter. */
export interface TextLength {
  readonly words: number;
  readonly minutes: number;
}

const noText: TextLength = { words: 0, minutes: 0 };

/**
 * The entries of a book in reading order, then of the pages outside it; `lengths` by `Chapter.path`, pages without text
 * have none. `language` is the key of its language, null in a book in one. Key order is part of the contract.
 */
export function listEntries(
  book: Book,
  lengths: ReadonlyMap<string, TextLength>,
  language: string | null = null,
): readonly ListEntry[] {
  const lang = language === null ? {} : { lang: language };
  return [...book.order, ...book.others].flatMap((key) => {
    const page = book.pages[key];
    return page === undefined ? [] : [{ ...toEntry(page, book, lengths), ...lang }];
  });
}

function toEntry(page: Page, book: Book, lengths: ReadonlyMap<string, TextLength>): ListEntry {
  const { words, minutes } = (page.source === null ? undefined : lengths.get(page.source)) ?? noText;
  const { source, url, kind, title, heading, linkTitle, weight, date, draft, section, aliases, family } =
    page;
  const prev = urlOf(page.previous, book);
  const next = urlOf(page.next, book);
  return {
    source,
    url,
    kind,
    title,
    heading,
    linkTitle,
    weight,
    date: date?.iso ?? null,
    draft,
    section,
    prev,
    next,
    aliases,
    words,
    minutes,
    family:
      family === null
        ? null
        : { heading: family.heading, index: family.index, of: family.of, letter: family.letter },
    volume: urlOf(page.volume, book),
  };
}

function urlOf(key: string | null, book: Book): string | null {
  return key === null ? null : (book.pages[key]?.url ?? null);
}
