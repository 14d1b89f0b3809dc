import type { Dictionary } from './dictionary.js';
import { isOneEdit } from './one-edit.js';
import type { TermEntry } from './read-terms.js';

/** A term that stands for a word of the query. */
interface Variant {
  readonly entry: TermEntry;
  /** Up to 1, for the word itself. */
  readonly worth: number;
}

/** The stem of a word in the book's language. */
export type Stem = (word: string) => string;

/** A word that is looked for. */
export interface SoughtWord {
  readonly term: string;
  readonly isExact: boolean;
  readonly isOpen: boolean;
  /** Whether its rare forms are looked for although the word itself is a common one. */
  readonly isThorough: boolean;
}

/** What a word may stand for, best first. */
export interface FoundWord {
  readonly variants: readonly Variant[];
  /** How many files of rare terms were read for it. */
  readonly files: number;
}

/** How much other forms are worth. */
const SAME_STEM = 0.8;
const BEGINNING = 0.6;
export const TYPO = 0.5;
/** Of a word in fewer sections it is asked whether it goes on. */
const FEW_SECTIONS = 3;
/** Variants beside the word itself, those in most sections first. */
const MOST_VARIANTS = 24;
/** Files that are read for a beginning, and for each half of a mistyped word. */
const FILES_FOR_BEGINNING = 2;
const FILES_FOR_TYPO = 2;
/** Shorter words have too many neighbours. */
const SHORTEST_TYPO = 4;

/**
 * The terms that a word may stand for: itself, those with its stem, those that begin with it if it is still being typed;
 * if there is none, those that one wrong, missing, needless or swapped letter makes of it. A number is never mistyped.
 */
export async function findTerms(word: SoughtWord, dictionary: Dictionary, stem: Stem): Promise<FoundWord> {
  const { term, isExact, isOpen, isThorough } = word;
  const stemmed = stem(term);
  const base = isExact ? term : shareOf(term, stemmed);
  const most = !isThorough && dictionary.isCommon(term) ? 0 : isExact ? 1 : FILES_FOR_BEGINNING;
  const rare = await dictionary.rareStartingWith(base, most, term);
  const files = dictionary.countFiles(base, most);
  const variants = [...dictionary.commonStartingWith(base), ...rare].flatMap((entry): readonly Variant[] => {
    if (entry.term === term) return [{ entry, worth: 1 }];
    if (!isExact && (stem(entry.term) === stemmed || isPieceOf(term, entry.term)))
      return [{ entry, worth: SAME_STEM }];
    if (isOpen && entry.term.startsWith(term)) return [{ entry, worth: BEGINNING }];
    return [];
  });
  if (variants.length > 0) return { variants: limit(dropBeginnings(variants)), files };
  if (isExact || term.length < SHORTEST_TYPO || /\p{N}/u.test(term)) return { variants, files };
  const isMeant = (other: string) => isOneEdit(other, term) || isOneEdit(stem(other), stemmed);
  const meant = await findMeant(term, dictionary, isMeant);
  return { variants: limit(meant.map((entry) => ({ entry, worth: TYPO }))), files };
}

/** Whether a word is a number with one letter: chapter 12 may come in pieces, 12, 12b and 12c. */
function isPieceOf(number: string, term: string): boolean {
  return term.length === number.length + 1 && term.startsWith(number) && /^\d+[a-z]$/.test(term);
}

/** A word of the book is what was meant, and not how another one begins; unless hardly anything has it. */
function dropBeginnings(variants: readonly Variant[]): readonly Variant[] {
  const words = variants.filter(({ worth }) => worth > BEGINNING);
  return words.reduce((sum, { entry }) => sum + entry.sections, 0) >= FEW_SECTIONS ? words : variants;
}

/** How terms with the same stem begin; the last letter of a stem may have been another. */
function shareOf(term: string, stemmed: string): string {
  let shared = 0;
  while (shared < stemmed.length && term.charCodeAt(shared) === stemmed.charCodeAt(shared)) shared += 1;
  return term.slice(0, Math.max(Math.min(2, term.length), shared - 1));
}

function limit(variants: readonly Variant[]): readonly Variant[] {
  const sorted = [...variants].sort((a, b) => b.worth - a.worth || b.entry.sections - a.entry.sections);
  return sorted.slice(0, MOST_VARIANTS);
}

/** Of a mistyped word, either the first half is right or the second: terms are looked up by their beginning and ending. */
async function findMeant(
  term: string,
  dictionary: Dictionary,
  isMeant: (other: string) => boolean,
): Promise<readonly TermEntry[]> {
  const common = dictionary.common.filter((entry) => isMeant(entry.term));
  if (common.length > 0) return common;
  const half = Math.floor(term.length / 2);
  const [beginnings, endings] = await Promise.all([
    dictionary.rareNear(term.slice(0, half), FILES_FOR_TYPO),
    dictionary.wordsEndingNear(term.slice(half + 1), FILES_FOR_TYPO),
  ]);
  const rare = beginnings.filter((entry) => isMeant(entry.term));
  if (rare.length > 0) return rare;
  const [meant] = endings.filter(isMeant);
  if (meant === undefined) return [];
  const entries = await dictionary.rareStartingWith(meant, 1);
  return entries.filter((entry) => entry.term === meant);
}
