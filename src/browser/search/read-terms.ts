import { endsPiece, recordSizes } from '../../words/ends-piece.js';
import { type NumberReader, readNumbers } from '../../words/number-text.js';

/** A term of the book, or two frequent ones that follow each other with a space between them. */
export interface TermEntry {
  readonly term: string;
  /** Number of sections that hold it. */
  readonly sections: number;
  /** Whether its record says only in which sections it stands, not where in them. */
  readonly isBare: boolean;
  /** Whether its record is at hand with it; that of a common term is in a file of its own. */
  readonly isRare: boolean;
  /** The file that holds its record, and where in the file that stands. */
  readonly file: string;
  readonly from: number;
  readonly length: number;
}

/** The common terms: their records are in files of their own, `r0` and so on, in the same order. */
export function readCommonTerms(text: string): readonly TermEntry[] {
  const reader = readNumbers(text);
  const entries: TermEntry[] = [];
  let [term, piece, from] = ['', 0, 0];
  while (reader.at < text.length) {
    term = readTerm(reader, text, term);
    const { sections, isBare, length } = readMeasures(reader);
    if (endsPiece(from, { text: term, length }, recordSizes)) [piece, from] = [piece + 1, 0];
    entries.push({ term, sections, isBare, isRare: false, file: `r${piece}`, from, length });
    from += length;
  }
  return entries;
}

/** Bytes of the length of a file's list. */
const HEAD = 4;

/** The terms of a file that holds their records too. */
export function readRareTerms(bytes: Uint8Array, file: string): readonly TermEntry[] {
  const end = HEAD + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const text = new TextDecoder().decode(bytes.subarray(HEAD, end));
  const reader = readNumbers(text);
  const entries: TermEntry[] = [];
  let [term, from] = ['', end];
  while (reader.at < text.length) {
    term = readTerm(reader, text, term);
    const { sections, isBare, length } = readMeasures(reader);
    entries.push({ term, sections, isBare, isRare: true, file, from, length });
    from += length;
  }
  return entries;
}

/** A term from the one before: how much it shares with that, and the rest. */
export function readTerm(reader: NumberReader, text: string, previous: string): string {
  const shared = reader.next();
  const length = reader.next();
  const start = reader.at;
  reader.at += length;
  return previous.slice(0, shared) + text.slice(start, reader.at);
}

function readMeasures(reader: NumberReader) {
  const sections = reader.next();
  const kind = reader.next();
  return { sections, isBare: kind % 2 === 1, length: Math.floor(kind / 2) };
}
