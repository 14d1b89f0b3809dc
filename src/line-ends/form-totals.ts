import { type AskedForms, findForms, indexForms } from './find-forms.js';

/** How often the texts of a book have forms: pairs of a form's index and its count, those with none left out. */
export type SparseCounts = Uint32Array;

/** The counts of a book whose texts come and go. */
export interface FormTotals {
  /** Learns forms, and returns those that it did not know. */
  readonly learn: (forms: Iterable<string>) => readonly string[];
  /** Counts in a text what is given, or all forms that are known, and adds it. */
  readonly add: (text: string, forms?: readonly string[]) => SparseCounts;
  readonly remove: (counts: SparseCounts) => void;
  /** Adds what was counted before. */
  readonly restore: (counts: SparseCounts) => void;
  /** The forms that are known, by their indexes. */
  readonly forms: () => readonly string[];
  readonly countOf: (form: string) => number;
  /** All counts, by index: what was known before stands where it stood. */
  readonly copy: () => readonly number[];
  /** The forms whose counts are others than in an earlier copy. */
  readonly listChanged: (before: readonly number[]) => ReadonlySet<string>;
}

/** Begins with no form and no text. */
export function createFormTotals(): FormTotals {
  const known: string[] = [];
  const indexes = new Map<string, number>();
  const totals: number[] = [];
  let all: AskedForms = indexForms([]);
  const shift = (counts: SparseCounts, sign: 1 | -1) => {
    for (let at = 0; at < counts.length; at += 2) {
      const index = counts[at] ?? 0;
      totals[index] = (totals[index] ?? 0) + sign * (counts[at + 1] ?? 0);
    }
  };
  return {
    learn: (forms) => {
      const fresh = [...new Set(forms)].filter((form) => !indexes.has(form));
      for (const form of fresh) {
        indexes.set(form, known.push(form) - 1);
        totals.push(0);
      }
      if (fresh.length > 0) all = indexForms(known);
      return fresh;
    },
    add: (text, forms) => {
      const counts =
        forms === undefined
          ? countSparsely(text, all, (index) => index)
          : countSparsely(text, indexForms(forms), (index) => indexes.get(forms[index] ?? '') ?? 0);
      shift(counts, 1);
      return counts;
    },
    remove: (counts) => shift(counts, -1),
    restore: (counts) => shift(counts, 1),
    forms: () => [...known],
    countOf: (form) => totals[indexes.get(form) ?? -1] ?? 0,
    copy: () => [...totals],
    listChanged: (before) =>
      new Set(known.filter((_, index) => (totals[index] ?? 0) !== (before[index] ?? 0))),
  };
}

/** The cost is that of the text, however many forms the book asks for. */
function countSparsely(text: string, asked: AskedForms, indexOf: (index: number) => number): SparseCounts {
  const counts = new Map<number, number>();
  if (asked.forms.length > 0)
    for (const found of findForms(text, asked)) counts.set(found, (counts.get(found) ?? 0) + 1);
  const pairs = new Uint32Array(counts.size * 2);
  let at = 0;
  for (const [index, count] of counts) {
    pairs[at] = indexOf(index);
    pairs[at + 1] = count;
    at += 2;
  }
  return pairs;
}
