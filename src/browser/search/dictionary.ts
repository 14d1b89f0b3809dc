import { readNumbers } from '../../words/number-text.js';
import type { IndexRoot, LoadFiles } from './index-root.js';
import type { TermRecord } from './postings.js';
import { readCommonTerms, readRareTerms, readTerm, type TermEntry } from './read-terms.js';
import { remember } from './remember.js';

/** The terms of a book. The common ones are at hand, the others are loaded. */
export interface Dictionary {
  readonly common: readonly TermEntry[];
  /** Whether a term is a common one. */
  readonly isCommon: (term: string) => boolean;
  /** The common terms that begin with a text. */
  readonly commonStartingWith: (prefix: string) => readonly TermEntry[];
  /** The rare terms that begin with a text, from at most so many files, those nearest to a term. */
  readonly rareStartingWith: (
    prefix: string,
    mostFiles: number,
    term?: string,
  ) => Promise<readonly TermEntry[]>;
  /** How many files those are. */
  readonly countFiles: (prefix: string, mostFiles: number) => number;
  /** All rare terms of those files, for neighbours that begin otherwise. */
  readonly rareNear: (prefix: string, mostFiles: number) => Promise<readonly TermEntry[]>;
  /** All rare words of the files, at most so many, in which those are that end in a text. */
  readonly wordsEndingNear: (suffix: string, mostFiles: number) => Promise<readonly string[]>;
  /** The number of a frequent word, from 1; 0 for any other. */
  readonly frequentNumber: (term: string) => number;
  /** Where two frequent words follow each other; null where they never do. */
  readonly findPair: (first: string, second: string) => Promise<TermEntry | null>;
  readonly readRecord: (entry: TermEntry) => Promise<TermRecord>;
}

export function openDictionary(root: IndexRoot, { text, bytes }: LoadFiles): Dictionary {
  const [load, loadText] = [remember(bytes), remember(text)];
  const common = readCommonTerms(root.common);
  const known = new Set(common.map(({ term }) => term));
  const readRare = remember(async (piece: number) => readRareTerms(await load(`t${piece}`), `t${piece}`));
  const readPairs = remember(async (piece: number) => readRareTerms(await load(`p${piece}`), `p${piece}`));
  const readEndings = remember(async (piece: number) => readList(await loadText(`e${piece}`)).map(reverse));
  const rareNear = async (prefix: string, mostFiles: number): Promise<readonly TermEntry[]> =>
    (await Promise.all(listPieces(root.rare, prefix, mostFiles).map(readRare))).flat();
  return {
    common,
    isCommon: (term) => known.has(term),
    commonStartingWith: (prefix) => common.filter(({ term }) => term.startsWith(prefix)),
    rareStartingWith: async (prefix, mostFiles, nearTo = prefix) => {
      const pieces = listNearest(root.rare, prefix, nearTo).slice(0, mostFiles);
      const terms = (await Promise.all(pieces.map(readRare))).flat();
      return terms.filter(({ term }) => term.startsWith(prefix));
    },
    countFiles: (prefix, mostFiles) => listPieces(root.rare, prefix, mostFiles).length,
    rareNear,
    wordsEndingNear: async (suffix, mostFiles) =>
      (await Promise.all(listPieces(root.endings, reverse(suffix), mostFiles).map(readEndings))).flat(),
    frequentNumber: (term) => root.frequent.indexOf(term) + 1,
    findPair: async (first, second) => {
      const pair = `${first} ${second}`;
      const [piece = 0] = listPieces(root.pairs, pair, 1);
      return (await readPairs(piece)).find(({ term }) => term === pair) ?? null;
    },
    readRecord: async ({ file, from, length, sections, isBare }) => ({
      bytes: (await load(file)).subarray(from, from + length),
      sections,
      isBare,
      hasNeighbours: root.frequent.length > 0,
    }),
  };
}

function reverse(term: string): string {
  return [...term].reverse().join('');
}

function readList(text: string): readonly string[] {
  const reader = readNumbers(text);
  const list: string[] = [];
  while (reader.at < text.length) list.push(readTerm(reader, text, list.at(-1) ?? ''));
  return list;
}

/** The numbers of the files in which terms that begin with a prefix can be, at most so many. */
function listPieces(firsts: readonly string[], prefix: string, most: number): readonly number[] {
  const start = findPiece(firsts, prefix);
  const pieces: number[] = [];
  for (let piece = start; piece < firsts.length && pieces.length < most; piece += 1) {
    if (piece > start && !firsts[piece]?.startsWith(prefix)) break;
    pieces.push(piece);
  }
  return pieces;
}

/** The numbers of the files in which terms that begin with a prefix can be: first the one of a term, then those beside it. */
function listNearest(firsts: readonly string[], prefix: string, term: string): readonly number[] {
  const own = findPiece(firsts, term);
  return listPieces(firsts, prefix, firsts.length).toSorted((a, b) => Math.abs(a - own) - Math.abs(b - own));
}

/** The last file whose first term is not behind a term. */
function findPiece(firsts: readonly string[], term: string): number {
  let [low, high] = [0, firsts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((firsts[middle] ?? '') <= term) low = middle;
    else high = middle - 1;
  }
  return low;
}
