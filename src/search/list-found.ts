import { readAuthors } from '../content/authors.js';
import type { Book, Page } from '../model/book.js';

/** A page that can be found, as far as the index needs to know it. Plain data: it crosses threads. */
export interface SearchablePage {
  /** `Chapter.path`; null for a virtual page (a folder without `_index.md`), of which only the title can be found. */
  readonly source: string | null;
  readonly url: string;
  readonly heading: string;
  readonly title: string;
  /** The part of the book that holds it; null outside all of them. */
  readonly part: BookPart | null;
  /** The sections between that part and the page, outermost first, with `›` between them; empty for none. */
  readonly division: string;
  /** Its date in days since 1970; null without one. */
  readonly day: number | null;
}

/** A volume of a library, or a section just below home. */
interface BookPart {
  /** Page key. */
  readonly key: string;
  /** A volume's title, a section's label. */
  readonly name: string;
  /** Names of a volume's authors, with commas; else the section that it stands in, which often is its author's. */
  readonly authors: string;
  readonly isOfShelf: boolean;
  readonly isVolume: boolean;
}

/**
 * Lists the pages that can be found, in reading order: those that lists show, without those that have no address and those
 * whose front matter says `search: false`.
 */
export function listFound(book: Book): readonly SearchablePage[] {
  return book.order.flatMap((key): readonly SearchablePage[] => {
    const page = book.pages[key];
    if (page === undefined || page.outputPath === '' || page.head.frontMatter.search === false) return [];
    const { source, url, heading, title, date } = page;
    const part = findPart(book, page);
    const division = nameDivision(book, page, part?.key ?? '');
    const day = date === null ? null : Math.floor(date.ms / DAY);
    return [{ source, url, heading, title, part, division, day }];
  });
}

/** Milliseconds. */
const DAY = 86_400_000;

/** The volume that holds a page, or else the section just below home that does, or is it; null for none. */
function findPart({ pages }: Book, page: Page): BookPart | null {
  const volume = pages[page.volume ?? ''];
  if (volume !== undefined) {
    const authors = readAuthors(volume.head.params).map(({ name }) => name);
    const shelf = pages[volume.parent ?? ''];
    const isOfShelf = authors.length === 0 && shelf?.kind === 'section';
    const named = isOfShelf ? shelf.title : authors.join(', ');
    return { key: volume.key, name: volume.title, authors: named, isOfShelf, isVolume: true };
  }
  let inner = page;
  for (let outer = pages[page.parent ?? '']; outer !== undefined; outer = pages[outer.parent ?? '']) {
    if (outer.kind === 'home')
      return inner.kind === 'section'
        ? { key: inner.key, name: inner.label, authors: '', isOfShelf: false, isVolume: false }
        : null;
    inner = outer;
  }
  return null;
}

function nameDivision({ pages }: Book, page: Page, part: string): string {
  const names: string[] = [];
  for (let outer = pages[page.parent ?? '']; outer?.kind === 'section'; outer = pages[outer.parent ?? '']) {
    if (outer.key === part) return names.join(' › ');
    names.unshift(outer.label);
  }
  return '';
}
