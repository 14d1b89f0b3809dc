import { Buffer } from 'node:buffer';
import { compareText } from '../text/compare.js';
import { endsPiece, type PieceSizes, recordSizes } from '../words/ends-piece.js';
import { createByteWriter } from './byte-writer.js';
import type { BookWords } from './list-units.js';
import { roundCoarsely } from './round-coarsely.js';
import type { EndingPiece, WriteEndings } from './write-endings.js';
import { type WrittenRecord, writeRecords } from './write-records.js';

/** The terms of a book as the index has them; the format is in the manual, "The search index". */
export interface WrittenTerms {
  /** The common terms, each with what is to be known to load its record. */
  readonly common: string;
  /** The most frequent words: their records are without places. */
  readonly frequent: readonly string[];
  /** The records of the common terms, in files. */
  readonly records: readonly Uint8Array[];
  /** All other terms with their records, in files. */
  readonly rare: readonly TermPiece[];
  /** The pairs of frequent words with their records, in files. */
  readonly pairs: readonly TermPiece[];
  /** The words among the rare terms, backwards, in files. */
  readonly endings: readonly EndingPiece[];
}

/** A file of terms with their records. */
interface TermPiece {
  readonly firstTerm: string;
  readonly bytes: Uint8Array;
}

/** Bytes of a record from which on a term can be common, and about how many terms are at most. */
const LEAST_COMMON = 512;
const MOST_COMMON = 1500;
/** Bytes of a file of rare terms or of pairs: some 14 KB. */
const termSizes = { least: 8 * 1024, most: 24 * 1024, mean: 6 * 1024 };

/** Writes the common terms apart: a query of common words then loads their records and nothing else. */
export function writeTerms(words: BookWords, writeEndings: WriteEndings): WrittenTerms {
  const { terms, pairs, frequent } = writeRecords(words);
  const least = findLeastCommon(terms);
  const [common, rare]: [WrittenRecord[], WrittenRecord[]] = [[], []];
  for (const entry of terms) (entry.record.length < least ? rare : common).push(entry);
  return {
    common: Buffer.from(listTerms(common)).toString(),
    frequent,
    records: cutRecords(common),
    rare: cutTerms(rare),
    pairs: cutTerms(pairs.toSorted((a, b) => compareText(a.term, b.term))),
    endings: writeEndings(rare.map(({ term }) => term)),
  };
}

/** The length from which on a record is that of a common term. */
function findLeastCommon(terms: readonly WrittenRecord[]): number {
  const lengths = Uint32Array.from(terms, ({ record }) => record.length).sort();
  return Math.max(LEAST_COMMON, roundCoarsely(lengths.at(-MOST_COMMON) ?? 1));
}

/** A list of terms: how much of each the one before shares, the rest, its number of sections, its record's length and kind. */
function listTerms(terms: readonly WrittenRecord[]): Uint8Array {
  const writer = createByteWriter();
  let previous = '';
  for (const { term, sections, isBare, record } of terms) {
    writer.term(previous, term);
    writer.number(sections);
    writer.number(record.length * 2 + (isBare ? 1 : 0));
    previous = term;
  }
  return writer.bytes();
}

/** Where a reader finds each record follows from their lengths: they are cut as `read-terms.ts` counts. */
function cutRecords(terms: readonly WrittenRecord[]): readonly Uint8Array[] {
  return cut(terms, recordSizes, ({ record }) => record.length).map((piece) =>
    Buffer.concat(piece.map(({ record }) => record)),
  );
}

/** Files of terms: the length of their list, in four bytes, the list, and the records in its order. */
function cutTerms(terms: readonly WrittenRecord[]): readonly TermPiece[] {
  return cut(terms, termSizes, ({ term, record }) => term.length + record.length).map((piece) => {
    const [head, list] = [Buffer.alloc(4), listTerms(piece)];
    head.writeUInt32LE(list.length);
    const bytes = Buffer.concat([head, list, ...piece.map(({ record }) => record)]);
    return { firstTerm: piece[0]?.term ?? '', bytes };
  });
}

function cut(
  terms: readonly WrittenRecord[],
  sizes: PieceSizes,
  measure: (term: WrittenRecord) => number,
): readonly (readonly WrittenRecord[])[] {
  const pieces: WrittenRecord[][] = [];
  let size = 0;
  for (const term of terms) {
    const length = measure(term);
    if (pieces.length === 0 || endsPiece(size, { text: term.term, length }, sizes)) {
      pieces.push([]);
      size = 0;
    }
    pieces.at(-1)?.push(term);
    size += length;
  }
  return pieces;
}
