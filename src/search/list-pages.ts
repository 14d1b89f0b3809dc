import type { ChapterWords, SectionTerms } from '../model/chapter-words.js';
import type { Heading } from '../model/rendered.js';
import { createWordGathering } from '../words/gather-words.js';
import type { SearchablePage } from './list-found.js';

/** A chapter's text as the index takes it. */
export interface SearchText {
  readonly headings: readonly Heading[];
  readonly terms: ChapterWords;
  /** How it begins, plain. */
  readonly excerpt: string;
}

/** A page that can be found, and its text. */
export interface SearchPage extends SearchText {
  readonly page: SearchablePage;
  /** The words of its heading and title. */
  readonly title: ChapterWords;
}

/** Gives each page its text. */
export type ListPages = (
  found: readonly SearchablePage[],
  texts: ReadonlyMap<string, SearchText>,
) => readonly SearchPage[];

/** Prepares the list. The titles of the list before are not read again. */
export function createPageLister(): ListPages {
  const { vocabulary, add, endSection } = createWordGathering();
  let known = new Map<string, ChapterWords>();
  const readTitle = ({ heading, title }: SearchablePage): ChapterWords => {
    add(heading, true);
    add(title, true);
    return { vocabulary, sections: [endSection(-1)] };
  };
  return (found, texts) => {
    const titles = new Map<string, ChapterWords>();
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
/** Of a virtual page (a folder without `_index.md`) only the title can be found. */
const noText: SearchText = { headings: [], terms: { vocabulary: [], sections: [noSection] }, excerpt: '' };
