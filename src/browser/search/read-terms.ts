import { type NumberReader, readNumbers } from '../../text/number-text.js';
import type { LoadFile } from './index-root.js';

/** A term of the book. */
export interface TermEntry {
  readonly term: string;
  /** Number of sections that hold it. */
  readonly sections: number;
  /** Whether its record says only in which sections it stands, not where in them. */
  readonly isBare: boolean;
  /** The file that holds its record; null where the record is at hand. */
  readonly file: string | null;
  readonly record: () => Promise<string>;
}

/** The common terms: their records are in files of their own, `r0` and so on, in the same order. */
export function readCommonTerms(text: string, pieceSize: number, load: LoadFile): readonly TermEntry[] {
  const reader = readNumbers(text);
  const entries: TermEntry[] = [];
  let [term, piece, room, start] = ['', -1, 0, 0];
  while (reader.at < text.length) {
    term = readTerm(reader, text, term);
    const { sections, isBare, length } = readMeasures(reader);
    if (length > room) [piece, room, start] = [piece + 1, pieceSize, 0];
    const [file, from] = [`r${piece}`, start];
    const record = async () => (await load(file)).slice(from, from + length);
    entries.push({ term, sections, isBare, file, record });
    room -= length;
    start += length;
  }
  return entries;
}

/** The terms of a file of rare ones, each with its record. */
export function readRareTerms(text: string): readonly TermEntry[] {
  const reader = readNumbers(text);
  const entries: TermEntry[] = [];
  let term = '';
  while (reader.at < text.length) {
    term = readTerm(reader, text, term);
    const { sections, isBare, length } = readMeasures(reader);
    const from = reader.at;
    reader.at += length;
    const record = async () => text.slice(from, from + length);
    entries.push({ term, sections, isBare, file: null, record });
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
