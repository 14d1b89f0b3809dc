import type { Book, Page } from '../model/book.js';
import type { Heading } from '../model/rendered.js';
import type { ChapterTerms, SectionTerms } from '../model/terms.js';
import { createTermGathering } from '../text/gather-terms.js';

/** A chapter's text as the index takes it. */
export interface SearchText {
  readonly headings: readonly Heading[];
  readonly terms: ChapterTerms;
  /** How it begins, plain. */
  readonly excerpt: string;
}

/** A page that can be found. */
export interface SearchPage extends SearchText {
  readonly page: Page;
  /** The words of its heading and title. */
  readonly title: ChapterTerms;
}

/**
 * The pages that can be found, in reading order: those that lists show, without those that have no address and those
 * whose front matter says `search: false`.
 */
export function listPages(book: Book, texts: ReadonlyMap<string, SearchText>): readonly SearchPage[] {
  const { vocabulary, add, endSection } = createTermGathering();
  return book.order.flatMap((key): readonly SearchPage[] => {
    const page = book.pages[key];
    if (page === undefined || page.outputPath === '' || page.head.frontMatter.search === false) return [];
    add(page.heading, true);
    add(page.title, true);
    return [
      {
        page,
        title: { vocabulary, sections: [endSection(-1)] },
        ...(texts.get(page.source ?? '') ?? noText),
      },
    ];
  });
}

const noSection: SectionTerms = {
  heading: -1,
  words: 0,
  terms: new Uint32Array(),
  counts: new Uint16Array(),
  sizes: new Uint16Array(),
  places: new Uint8Array(),
};
/** Of a page made up for a folder only the title can be found. */
const noText: SearchText = { headings: [], terms: { vocabulary: [], sections: [noSection] }, excerpt: '' };
