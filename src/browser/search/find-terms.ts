import type { Dictionary, TermEntry } from './dictionary.js';
import { isOneEdit } from './one-edit.js';

/** A term that stands for a word of the query. */
export interface Variant {
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
}

const SAME_STEM = 0.8;
const BEGINNING = 0.6;
const TYPO = 0.5;
/** Variants beside the word itself, those in most sections first. */
const MOST_VARIANTS = 24;
/** Pieces of the dictionary that are read for a beginning, and for a mistyped word. */
const PIECES_FOR_BEGINNING = 2;
const PIECES_FOR_TYPO = 4;
/** Shorter words have too many neighbours. */
const SHORTEST_TYPO = 4;

/**
 * The terms that a word may stand for: itself, those with its stem, those that begin with it if it is still being typed;
 * if there is none, those that one wrong, missing, needless or swapped letter makes of it.
 */
export async function findTerms(
  word: SoughtWord,
  dictionary: Dictionary,
  stem: Stem,
): Promise<readonly Variant[]> {
  const { term, isExact, isOpen } = word;
  const stemmed = stem(term);
  const base = isExact ? term : shareOf(term, stemmed);
  const entries = await dictionary.startingWith(base, PIECES_FOR_BEGINNING);
  const variants = entries.flatMap((entry): readonly Variant[] => {
    if (entry.term === term) return [{ entry, worth: 1 }];
    if (!isExact && stem(entry.term) === stemmed) return [{ entry, worth: SAME_STEM }];
    if (isOpen && entry.term.startsWith(term)) return [{ entry, worth: BEGINNING }];
    return [];
  });
  if (variants.length > 0) return limit(variants);
  if (isExact || term.length < SHORTEST_TYPO) return [];
  const isMistyped = (other: string) => isOneEdit(other, term) || isOneEdit(stem(other), stemmed);
  return limit(await findMistyped(term, dictionary, isMistyped));
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

async function findMistyped(
  term: string,
  dictionary: Dictionary,
  isMistyped: (other: string) => boolean,
): Promise<readonly Variant[]> {
  const pieces = listPiecesForTypo(term, dictionary);
  const entries = (await Promise.all(pieces.map(dictionary.read))).flat();
  return entries.filter((entry) => isMistyped(entry.term)).map((entry) => ({ entry, worth: TYPO }));
}

/** All of a small dictionary; of a large one what begins with the first letter, or with the second. */
function listPiecesForTypo(term: string, { pieces, pieceOf }: Dictionary): readonly number[] {
  if (pieces <= PIECES_FOR_TYPO) return Array.from({ length: pieces }, (_, piece) => piece);
  const wanted = new Set<number>();
  for (const letter of [term.slice(0, 2), term.slice(0, 1), term.slice(1, 2)]) {
    const last = pieceOf(`${letter}\uffff`);
    for (let piece = pieceOf(letter); piece <= last && wanted.size < PIECES_FOR_TYPO; piece += 1)
      wanted.add(piece);
  }
  return [...wanted];
}
