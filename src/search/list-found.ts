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
}

/** A volume of a library, or a section just below home. */
interface BookPart {
  /** Page key. */
  readonly key: string;
  readonly label: string;
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
    const { source, url, heading, title } = page;
    return [{ source, url, heading, title, part: findPart(book, page) }];
  });
}

/** The volume that holds a page, or else the section just below home that does, or is it; null for none. */
function findPart({ pages }: Book, page: Page): BookPart | null {
  const volume = pages[page.volume ?? ''];
  if (volume !== undefined) return { key: volume.key, label: nameVolume(volume), isVolume: true };
  let inner = page;
  for (let outer = pages[page.parent ?? '']; outer !== undefined; outer = pages[outer.parent ?? '']) {
    if (outer.kind === 'home')
      return inner.kind === 'section' ? { key: inner.key, label: inner.label, isVolume: false } : null;
    inner = outer;
  }
  return null;
}

/** Two works may have one title: the name says who wrote it, as `data-volume-name` of the theme's pages does. */
function nameVolume({ title, head }: Page): string {
  return [title, ...readAuthors(head.params).map(({ name }) => name)].join(' · ');
}
