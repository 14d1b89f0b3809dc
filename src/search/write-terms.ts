import { type ByteWriter, createByteWriter } from './byte-writer.js';
import type { Inversion } from './invert-pages.js';
import { TITLE_WEIGHT, weighTerm } from './weigh-term.js';

/** The terms of a book as the index has them; the format is in the manual, "The search index". */
export interface WrittenTerms {
  /** The dictionary in pieces, in order. */
  readonly dictionary: readonly DictionaryPiece[];
  /** For each term in order: the sections that hold it. */
  readonly postings: Uint8Array;
  /** For each term in order: where it stands in each of them. */
  readonly places: Uint8Array;
}

export interface DictionaryPiece {
  readonly firstTerm: string;
  /** Where the postings and the places of its first term begin. */
  readonly postings: number;
  readonly places: number;
  readonly text: Uint8Array;
}

/** Bytes after which a piece of the dictionary ends. */
const PIECE = 24 * 1024;
/** Of a term that stands in more sections than this share no places are kept: half of the size, and nobody asks. */
const COMMON_SHARE = 0.5;
/** In a book of a few hundred chapters they cost little, and a phrase is found whatever its words. */
const SMALL = 5000;

export function writeTerms(inversion: Inversion): WrittenTerms {
  const { terms, starts, sections } = inversion;
  const [postings, places] = [createByteWriter(), createByteWriter()];
  const common = sections <= SMALL ? sections : sections * COMMON_SHARE;
  const entries = createEntryWriter(inversion, postings, places);
  const dictionary: DictionaryPiece[] = [];
  let piece = startPiece('', 0, 0);
  let previous = '';
  terms.forEach((term, number) => {
    if (piece.text.length() >= PIECE || number === 0) {
      if (number > 0) dictionary.push(endPiece(piece));
      piece = startPiece(term, postings.length(), places.length());
      previous = '';
    }
    const [from, to] = [starts[number] ?? 0, starts[number + 1] ?? 0];
    const before = { postings: postings.length(), places: places.length() };
    const found = entries.writePostings(from, to);
    if (found <= common) entries.writePlaces(from, to);
    const shared = countShared(previous, term);
    piece.text.number(shared);
    piece.text.number(term.length - shared);
    piece.text.text(term.slice(shared));
    piece.text.number(found);
    piece.text.number(postings.length() - before.postings);
    piece.text.number(places.length() - before.places);
    previous = term;
  });
  if (terms.length > 0) dictionary.push(endPiece(piece));
  return { dictionary, postings: postings.bytes(), places: places.bytes() };
}

interface OpenPiece extends Omit<DictionaryPiece, 'text'> {
  readonly text: ByteWriter;
}

function startPiece(firstTerm: string, postings: number, places: number): OpenPiece {
  return { firstTerm, postings, places, text: createByteWriter() };
}

function endPiece({ text, ...piece }: OpenPiece): DictionaryPiece {
  return { ...piece, text: text.bytes() };
}

/** Of a term that a unit holds, the next one shares this much; never half of a character. */
function countShared(previous: string, term: string): number {
  let shared = 0;
  while (shared < previous.length && previous.charCodeAt(shared) === term.charCodeAt(shared)) shared += 1;
  const last = term.charCodeAt(shared - 1);
  return last >= 0xd800 && last < 0xdc00 ? shared - 1 : shared;
}

function createEntryWriter(inversion: Inversion, postings: ByteWriter, places: ByteWriter) {
  const { unitOf, countAt, sectionOf, wordsOf, places: held, sections } = inversion;
  const words = wordsOf.reduce((sum, count) => sum + count, 0);
  const averageWords = Math.max(1, words / Math.max(1, sections));

  /** Returns the number of sections. */
  const writePostings = (from: number, to: number): number => {
    let [previous, found] = [-1, 0];
    for (let entry = from; entry < to; entry += 1) {
      const unit = unitOf[entry] ?? 0;
      const section = sectionOf[unit] ?? 0;
      const count = held[countAt[entry] ?? 0] ?? 0;
      const length = wordsOf[unit] ?? 0;
      const weight =
        length === 0 ? TITLE_WEIGHT : weighTerm(count >> 1, (count & 1) === 1, length / averageWords);
      postings.number((section - previous) * (TITLE_WEIGHT + 1) + weight);
      if (section > previous) found += 1;
      previous = section;
    }
    return found;
  };
  const writePlaces = (from: number, to: number): void => {
    for (let entry = from; entry < to; entry += 1) {
      const at = countAt[entry] ?? 0;
      const end = at + 1 + ((held[at] ?? 0) >> 1);
      let previous = 0;
      for (let place = at + 1; place < end; place += 1) {
        const position = held[place] ?? 0;
        places.number((position - previous) * 2 + (place + 1 < end ? 1 : 0));
        previous = position;
      }
    }
  };
  return { writePostings, writePlaces };
}
