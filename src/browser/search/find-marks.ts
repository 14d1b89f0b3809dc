import type { Stem } from './find-terms.js';
import { isOneEdit } from './one-edit.js';
import { listWords, type QueryGroup, type Word } from './parse-query.js';

/** Where something that is to be marked stands in a text. */
export interface TextMark {
  readonly start: number;
  readonly end: number;
  /** Which group of the query it is. */
  readonly group: number;
  /** Whether it is another form of the word that was asked for. */
  readonly isForm: boolean;
}

/** Finds what is to be marked in each of a page's texts, in their order; none over another. */
export type FindMarks = (texts: readonly string[]) => readonly (readonly TextMark[])[];

/** Shorter words have too many neighbours. */
const SHORTEST_TYPO = 4;

/**
 * Prepares the marks of a query. A word is marked where it stands, and where a word with its stem does; in a page that has
 * neither, where a word begins with it, if it is the last and may go on; else where one letter is another.
 */
export function createMarker(groups: readonly QueryGroup[], stem: Stem): FindMarks {
  return (texts) => {
    const words = texts.map(listWords);
    const terms = new Set(words.flatMap((list) => list.map(({ term }) => term)));
    const looked = groups.map((group) =>
      group.near !== null ? nearForms(group) : isPhrase(group) ? null : findForms(group, terms, stem),
    );
    return words.map((list) =>
      dropOverlaps(
        groups.flatMap((group, number) => {
          const forms = looked[number];
          const marks = forms ? markWords(list, forms) : markPhrase(list, group);
          return marks.map((mark) => ({ ...mark, group: number }));
        }),
      ),
    );
  };
}

type Mark = Omit<TextMark, 'group'>;

function isPhrase({ terms }: QueryGroup): boolean {
  return terms.length > 1;
}

function nearForms({ terms }: QueryGroup): ReadonlyMap<string, boolean> {
  return new Map(terms.map((term) => [term, false]));
}

/** The words of a page that stand for a word of the query, and whether they are other forms of it. */
function findForms(group: QueryGroup, terms: ReadonlySet<string>, stem: Stem): ReadonlyMap<string, boolean> {
  const [term = ''] = group.terms;
  const stemmed = stem(term);
  const pick = (isWanted: (other: string) => boolean) => [...terms].filter(isWanted);
  const steps = [
    () => pick((other) => other === term || stem(other) === stemmed),
    () => (group.isOpen ? pick((other) => other.startsWith(term)) : []),
    () =>
      term.length < SHORTEST_TYPO
        ? []
        : pick((other) => isOneEdit(other, term) || isOneEdit(stem(other), stemmed)),
  ];
  for (const step of steps) {
    const found = step();
    if (found.length > 0) return new Map(found.map((other) => [other, other !== term]));
  }
  return new Map();
}

function markWords(words: readonly Word[], forms: ReadonlyMap<string, boolean>): readonly Mark[] {
  return words.flatMap(({ term, start, end }) => {
    const isForm = forms.get(term);
    return isForm === undefined ? [] : [{ start, end, isForm }];
  });
}

function markPhrase(words: readonly Word[], { terms, whole }: QueryGroup): readonly Mark[] {
  const parts = words.filter(({ tie }) => tie !== 'whole');
  const wholes = whole === '' ? [] : markWords(words, new Map([[whole, false]]));
  const runs = parts.flatMap(({ start, end }, index): readonly Mark[] => {
    const isHere = terms.every((term, offset) => parts[index + offset]?.term === term);
    return isHere ? [{ start, end: parts[index + terms.length - 1]?.end ?? end, isForm: false }] : [];
  });
  return [...wholes, ...runs];
}

function dropOverlaps(marks: readonly TextMark[]): readonly TextMark[] {
  let end = 0;
  return marks
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter((mark) => {
      if (mark.start < end) return false;
      end = mark.end;
      return true;
    });
}
