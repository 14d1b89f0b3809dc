import type { Heading } from '../model/rendered.js';
import type { ChapterTerms, SectionTerms } from '../model/terms.js';
import { createTermGathering } from '../words/gather-terms.js';
import type { FoundPage } from './list-found.js';

/** A chapter's text as the index takes it. */
export interface SearchText {
  readonly headings: readonly Heading[];
  readonly terms: ChapterTerms;
  /** How it begins, plain. */
  readonly excerpt: string;
}

/** A page that can be found, and its text. */
export interface SearchPage extends SearchText {
  readonly page: FoundPage;
  /** The words of its heading and title. */
  readonly title: ChapterTerms;
}

/** Gives each page its text. */
export type ListPages = (
  found: readonly FoundPage[],
  texts: ReadonlyMap<string, SearchText>,
) => readonly SearchPage[];

/** Prepares the list. The titles of the list before are not read again. */
export function createPageLister(): ListPages {
  const { vocabulary, add, endSection } = createTermGathering();
  let known = new Map<string, ChapterTerms>();
  const readTitle = ({ heading, title }: FoundPage): ChapterTerms => {
    add(heading, true);
    add(title, true);
    return { vocabulary, sections: [endSection(-1)] };
  };
  return (found, texts) => {
    const titles = new Map<string, ChapterTerms>();
    const pages = found.map((page): SearchPage => {
      const name = `${page.heading}\0${page.title}`;
      const title = titles.get(name) ?? known.get(name) ?? readTitle(page);
      titles.set(name, title);
      return { page, title, ...(texts.get(page.source ?? '') ?? noText) };
    });
    known = titles;
    return pages;
  };
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
