import { readNumbers } from '../../text/number-text.js';
import type { IndexRoot, LoadFile } from './index-root.js';

/** A term of the book. */
export interface TermEntry {
  readonly term: string;
  /** Number of sections that hold it. */
  readonly sections: number;
  /** Where its postings and its places are; equal ends for places that are not kept. */
  readonly postings: readonly [from: number, to: number];
  readonly places: readonly [from: number, to: number];
}

export interface Dictionary {
  /** Number of pieces. */
  readonly pieces: number;
  /** The number of the piece that holds a term, if any does. */
  readonly pieceOf: (term: string) => number;
  readonly firstTerm: (piece: number) => string;
  readonly read: (piece: number) => Promise<readonly TermEntry[]>;
  /** The entries that begin with a text, from at most so many pieces, those nearest to it. */
  readonly startingWith: (prefix: string, mostPieces: number) => Promise<readonly TermEntry[]>;
}

export function openDictionary({ dictionary }: IndexRoot, load: LoadFile): Dictionary {
  const read = remember(async (piece: number) => {
    const [, postings, places] = dictionary[piece] ?? ['', 0, 0];
    return readEntries(await load(`d${piece}`), postings, places);
  });
  const firstTerm = (piece: number) => dictionary[piece]?.[0] ?? '';
  const pieceOf = (term: string): number => {
    let [low, high] = [0, dictionary.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (firstTerm(middle) <= term) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const startingWith = async (prefix: string, mostPieces: number): Promise<readonly TermEntry[]> => {
    const first = pieceOf(prefix);
    const wanted: number[] = [];
    for (let piece = first; piece < dictionary.length && wanted.length < mostPieces; piece += 1) {
      if (piece > first && !firstTerm(piece).startsWith(prefix)) break;
      wanted.push(piece);
    }
    const entries = (await Promise.all(wanted.map(read))).flat();
    return entries.filter(({ term }) => term.startsWith(prefix));
  };
  return { pieces: dictionary.length, pieceOf, firstTerm, read, startingWith };
}

/** Keeps what was loaded, and forgets failures, so that the next call tries again. */
export function remember<Value>(load: (piece: number) => Promise<Value>): (piece: number) => Promise<Value> {
  const known = new Map<number, Promise<Value>>();
  return (piece) => {
    const loading = known.get(piece) ?? load(piece);
    known.set(piece, loading);
    loading.catch(() => known.delete(piece));
    return loading;
  };
}

function readEntries(text: string, firstPosting: number, firstPlace: number): readonly TermEntry[] {
  const entries: TermEntry[] = [];
  const reader = readNumbers(text);
  let [term, postings, places] = ['', firstPosting, firstPlace];
  while (reader.at < text.length) {
    const shared = reader.next();
    const rest = reader.next();
    term = term.slice(0, shared) + text.slice(reader.at, reader.at + rest);
    reader.at += rest;
    const sections = reader.next();
    const [postingsEnd, placesEnd] = [postings + reader.next(), places + reader.next()];
    entries.push({ term, sections, postings: [postings, postingsEnd], places: [places, placesEnd] });
    [postings, places] = [postingsEnd, placesEnd];
  }
  return entries;
}
