import type { ChapterTerms } from '../model/terms.js';
import { compareText } from '../text/compare.js';
import type { SearchPage } from './list-pages.js';

/**
 * The words of a book turned round: from the term to where it stands. What is counted together is a unit: a page's
 * title, or the text of a section.
 */
export interface Inversion {
  /** All terms, sorted. */
  readonly terms: readonly string[];
  /** Where the entries of each term begin in the next two, by its number in `terms`; one more for the end. */
  readonly starts: Uint32Array;
  /** Numbers of units, rising within a term. */
  readonly unitOf: Uint32Array;
  /** Where in `places` the term's count stands. */
  readonly countAt: Uint32Array;
  /** Those of all units, as in `SectionTerms`. */
  readonly places: Uint16Array;
  /** By unit: the section that is found by it; sections are numbered through the book. */
  readonly sectionOf: Uint32Array;
  /** By unit: its number of words; 0 for a title. */
  readonly wordsOf: Uint32Array;
  /** Number of sections. */
  readonly sections: number;
}

/** Turns the words of all pages round: a counting sort, linear in the number of entries. */
export function invertPages(pages: readonly SearchPage[]): Inversion {
  const { terms, numbersOf } = mergeVocabularies(pages);
  const units = listUnits(pages);
  const starts = new Uint32Array(terms.length + 1);
  eachEntry(units.list, numbersOf, (_unit, term) => {
    starts[term + 1] = (starts[term + 1] ?? 0) + 1;
  });
  for (let term = 1; term < starts.length; term += 1)
    starts[term] = (starts[term] ?? 0) + (starts[term - 1] ?? 0);

  const free = starts.slice();
  const size = starts.at(-1) ?? 0;
  const [unitOf, countAt] = [new Uint32Array(size), new Uint32Array(size)];
  eachEntry(units.list, numbersOf, (unit, term, at) => {
    const entry = free[term] ?? 0;
    unitOf[entry] = unit;
    countAt[entry] = at;
    free[term] = entry + 1;
  });
  const { list: _, ...tables } = units;
  return { terms, starts, unitOf, countAt, ...tables };
}

/** A unit as it comes from its chapter. */
interface Unit {
  readonly vocabulary: ChapterTerms['vocabulary'];
  readonly terms: Uint32Array;
  readonly places: Uint16Array;
}

function listUnits(pages: readonly SearchPage[]) {
  const list: Unit[] = [];
  const [sectionOf, wordsOf]: [number[], number[]] = [[], []];
  let [sections, size] = [0, 0];
  const enter = (
    { vocabulary }: ChapterTerms,
    { terms, places }: Omit<Unit, 'vocabulary'>,
    words: number,
  ) => {
    list.push({ vocabulary, terms, places });
    sectionOf.push(sections);
    wordsOf.push(words);
    size += places.length;
  };
  for (const { title, terms } of pages) {
    for (const section of title.sections) enter(title, section, 0);
    for (const section of terms.sections) {
      enter(terms, section, section.words);
      sections += 1;
    }
  }
  const places = new Uint16Array(size);
  let end = 0;
  for (const unit of list) {
    places.set(unit.places, end);
    end += unit.places.length;
  }
  return {
    list,
    places,
    sectionOf: Uint32Array.from(sectionOf),
    wordsOf: Uint32Array.from(wordsOf),
    sections,
  };
}

type NumbersOf = ReadonlyMap<ChapterTerms['vocabulary'], Uint32Array>;

/** All terms of all vocabularies that a text uses, sorted, and the numbers of each vocabulary's terms among them. */
function mergeVocabularies(pages: readonly SearchPage[]): {
  readonly terms: readonly string[];
  readonly numbersOf: NumbersOf;
} {
  const used = new Map<ChapterTerms['vocabulary'], Uint8Array>();
  for (const { vocabulary, sections } of pages.flatMap(({ title, terms }) => [title, terms])) {
    const marks = used.get(vocabulary) ?? new Uint8Array(vocabulary.length);
    used.set(vocabulary, marks);
    for (const { terms } of sections) for (const term of terms) marks[term] = 1;
  }
  const all = new Set(
    [...used].flatMap(([vocabulary, marks]) => vocabulary.filter((_, term) => marks[term] === 1)),
  );
  const terms = [...all].sort(compareText);
  const numbers = new Map(terms.map((term, number) => [term, number]));
  const numbersOf = new Map(
    [...used.keys()].map((vocabulary) => [
      vocabulary,
      Uint32Array.from(vocabulary, (term) => numbers.get(term) ?? 0),
    ]),
  );
  return { terms, numbersOf };
}

/** Visits every term of every unit. */
function eachEntry(
  units: readonly Unit[],
  numbersOf: NumbersOf,
  visit: (unit: number, term: number, countAt: number) => void,
): void {
  let start = 0;
  units.forEach(({ vocabulary, terms, places }, unit) => {
    const numbers = numbersOf.get(vocabulary) ?? new Uint32Array();
    let at = 0;
    for (const term of terms) {
      visit(unit, numbers[term] ?? 0, start + at);
      at += 1 + ((places[at] ?? 0) >> 1);
    }
    start += places.length;
  });
}
