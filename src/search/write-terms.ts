import { endsPiece, recordSizes } from '../words/ends-piece.js';
import { createByteWriter } from './byte-writer.js';
import type { BookWords } from './list-units.js';
import { roundCoarsely } from './round-coarsely.js';
import type { EndingPiece, WriteEndings } from './write-endings.js';
import { type WrittenRecords, writeRecords } from './write-records.js';

/** The terms of a book as the index has them; the format is in the manual, "The search index". */
export interface WrittenTerms {
  /** The common terms, each with what is to be known to load its record. */
  readonly common: string;
  /** The records of the common terms, in files. */
  readonly records: readonly Uint8Array[];
  /** All other terms with their records, in files. */
  readonly rare: readonly RarePiece[];
  /** The words among those, backwards, in files. */
  readonly endings: readonly EndingPiece[];
}

interface RarePiece {
  readonly firstTerm: string;
  readonly text: Uint8Array;
}

/** Bytes of a record from which on a term can be common, and about how many terms are at most. */
const LEAST_COMMON = 512;
const MOST_COMMON = 3000;
/** Bytes of a file of rare terms: some 14 KB. */
const rareSizes = { least: 8 * 1024, most: 24 * 1024, mean: 6 * 1024 };

/** Writes the common terms apart: a query of common words then loads their records and nothing else. */
export function writeTerms(words: BookWords, writeEndings: WriteEndings): WrittenTerms {
  const records = writeRecords(words);
  const least = findLeastCommon(records);
  const common = createTermWriter(records);
  const pieces: Uint8Array[][] = [];
  const rare = createRareWriter(records);
  const rareTerms: string[] = [];
  let size = 0;
  words.terms.forEach((term, number) => {
    const record = recordOf(records, number);
    if (record.length < least) {
      rare.add(term, number, record);
      rareTerms.push(term);
      return;
    }
    common.add(term, number);
    if (pieces.length === 0 || endsPiece(size, { text: term, length: record.length }, recordSizes)) {
      pieces.push([]);
      size = 0;
    }
    pieces.at(-1)?.push(record);
    size += record.length;
  });
  return {
    common: Buffer.from(common.bytes()).toString(),
    records: pieces.map((piece) => Buffer.concat(piece)),
    rare: rare.end(),
    endings: writeEndings(rareTerms),
  };
}

function recordOf({ bytes, starts }: WrittenRecords, number: number): Uint8Array {
  return bytes.subarray(starts[number], starts[number + 1]);
}

/** The length from which on a record is that of a common term. */
function findLeastCommon({ starts }: WrittenRecords): number {
  const lengths = Uint32Array.from(starts.subarray(1), (end, number) => end - (starts[number] ?? 0)).sort();
  return Math.max(LEAST_COMMON, roundCoarsely(lengths.at(-MOST_COMMON) ?? 1));
}

/** A term: how much of it the one before shares, the rest, its number of sections, its record's length and kind. */
function createTermWriter({ sections, bare, starts }: WrittenRecords) {
  const writer = createByteWriter();
  let previous = '';
  const add = (term: string, number: number): void => {
    writer.term(previous, term);
    writer.number(sections[number] ?? 0);
    writer.number(((starts[number + 1] ?? 0) - (starts[number] ?? 0)) * 2 + (bare[number] ?? 0));
    previous = term;
  };
  return { ...writer, add };
}

function createRareWriter(records: WrittenRecords) {
  const pieces: RarePiece[] = [];
  let [firstTerm, piece] = ['', createTermWriter(records)];
  const endPiece = () => {
    if (piece.length() > 0) pieces.push({ firstTerm, text: piece.bytes() });
    piece = createTermWriter(records);
  };
  const add = (term: string, number: number, record: Uint8Array): void => {
    const length = term.length + record.length;
    if (endsPiece(piece.length(), { text: term, length }, rareSizes)) endPiece();
    if (piece.length() === 0) firstTerm = term;
    piece.add(term, number);
    piece.append(record);
  };
  const end = (): readonly RarePiece[] => {
    endPiece();
    return pieces;
  };
  return { add, end };
}
