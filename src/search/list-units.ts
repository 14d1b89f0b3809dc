import type { ChapterWords, SectionTerms } from '../model/chapter-words.js';
import type { SearchPage } from './list-pages.js';
import type { MergeVocabularies } from './merge-vocabularies.js';

/** What is counted together: the title of a page, or the text of a section. */
interface Unit {
  /** The section that is found by it; sections are numbered through the book. */
  readonly section: number;
  readonly isTitle: boolean;
  readonly words: SectionTerms;
  /** From the numbers of the words' vocabulary to those of the book's terms. */
  readonly numbers: Uint32Array;
}

/** The words of a book, not yet turned round. */
export interface BookWords {
  /** All terms, sorted. */
  readonly terms: readonly string[];
  /** In the order of their sections; the title of a page goes before its text. */
  readonly units: readonly Unit[];
  /** Number of sections. */
  readonly sections: number;
}

/** Numbers the sections of all pages, and their terms. */
export function listUnits(pages: readonly SearchPage[], merge: MergeVocabularies): BookWords {
  const { terms, numbersOf } = merge(pages.flatMap((page) => [page.title, page.terms]));
  const units: Unit[] = [];
  let section = 0;
  const enter = ({ vocabulary }: ChapterWords, words: SectionTerms, isTitle: boolean) => {
    const numbers = numbersOf.get(vocabulary) ?? new Uint32Array();
    units.push({ section, isTitle, words, numbers });
  };
  for (const page of pages) {
    for (const words of page.title.sections) enter(page.title, words, true);
    for (const words of page.terms.sections) {
      enter(page.terms, words, false);
      section += 1;
    }
  }
  return { terms, units, sections: section };
}
