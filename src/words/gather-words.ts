import { Buffer } from 'node:buffer';
import type { SectionTerms } from '../model/chapter-words.js';
import { foldWord } from './fold-word.js';
import { createSectionWords } from './section-words.js';
import { splitWords, type TakeWord } from './split-words.js';
import { COMMA, kinds, LETTER, SEPARATOR, TIE } from './unit-kinds.js';
import { createWordTable, emptyHash, endHash, hashOf, hashOn } from './word-table.js';

/** Gathers the words of one section after another. */
export interface WordGathering {
  /** The terms by their numbers; it grows. */
  readonly vocabulary: readonly string[];
  /** Adds a paragraph, or the heading itself, to the section. */
  readonly add: (text: string, isHeading: boolean) => void;
  /** Whether the section is so long that it is to be ended. */
  readonly isLong: () => boolean;
  /** Ends the section and starts the next. */
  readonly endSection: (heading: number) => SectionTerms;
}

/** Positions left free between two paragraphs, so that no phrase is found across them. */
const PARAGRAPH_GAP = 4;
/** A unit that separates words. */
const SPACE = 0x20;
/** Words after which a section is long: places have 16 bits. */
const LONG = 30_000;

/**
 * Prepares the gathering. A word that was met before, in whichever chapter, is not folded again and no string is made
 * for it: a book has a hundred times more words than different ones.
 */
export function createWordGathering(): WordGathering {
  const vocabulary: string[] = [];
  const text = createUnits();
  const section = createSectionWords();
  const number = createNumbering(vocabulary, text);
  let [end, inHeading] = [0, 0];

  const add = (position: number, start: number, stop: number, hash: number): void => {
    const term = number(start, stop, hash);
    if (term > 0) section.add(term, position, inHeading);
  };
  const take: TakeWord = (position, start, stop) =>
    add(position, start, stop, hashOf(text.units(), start, stop));
  /** Most words are letters alone, and are hashed as they are read; for others `splitWords` knows the rules. */
  const readWords = (length: number, first: number): number => {
    // What is read for each letter is at hand, and not looked up in the module.
    const [units, kindOf, letter] = [text.units(), kinds, LETTER];
    let [at, position] = [0, first];
    while (at < length) {
      const start = at;
      let hash = emptyHash;
      for (let unit = units[at] ?? 0; kindOf[unit] === letter; unit = units[at] ?? 0) {
        hash = hashOn(hash, unit);
        at += 1;
      }
      const kind = kindOf[units[at] ?? 0];
      const isLast = (kind === TIE || kind === COMMA) && kindOf[units[at + 1] ?? 0] === SEPARATOR;
      if (kind === SEPARATOR || isLast) {
        if (at > start) {
          add(position, start, at, endHash(hash));
          position += 1;
        }
      } else {
        while (kindOf[units[at] ?? 0] !== SEPARATOR) at += 1;
        position = splitWords({ units, start, end: Math.min(at, length) }, position, take);
      }
      at += 1;
    }
    return position;
  };
  return {
    vocabulary,
    add: (paragraph, isHeading) => {
      inHeading = isHeading ? 1 : 0;
      const length = text.read(paragraph);
      section.reserve(length, vocabulary.length + length);
      end = readWords(length, end) + PARAGRAPH_GAP;
    },
    isLong: () => end > LONG,
    endSection: (heading) => {
      end = 0;
      return section.close(heading);
    },
  };
}

/** Finds the number of a term from a word in the text; of a word that has only marks which are dropped it is 0. */
function createNumbering(vocabulary: string[], text: Units) {
  const table = createWordTable();
  const numbers = new Map<string, number>();
  const numberOf = (term: string): number => {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    const number = vocabulary.push(term) - 1;
    numbers.set(term, number);
    return number;
  };
  numberOf('');
  return (start: number, end: number, hash: number): number => {
    const known = table.find(text.units(), start, end, hash);
    if (known !== -1) return known;
    const number = numberOf(foldWord(text.slice(start, end)));
    table.enter(text.units(), start, end, number);
    return number;
  };
}

/** The text under way. Units of an array are read several times faster than those of a part of a string. */
interface Units {
  readonly units: () => Uint16Array;
  /** Reads another text; returns its length, behind which a separator stands. */
  readonly read: (text: string) => number;
  readonly slice: (start: number, end: number) => string;
}

function createUnits(): Units {
  let units = new Uint16Array(1 << 14);
  let bytes = Buffer.from(units.buffer);
  return {
    units: () => units,
    read: (text) => {
      if (text.length >= units.length) {
        units = new Uint16Array(text.length + 1);
        bytes = Buffer.from(units.buffer);
      }
      const length = bytes.write(text, 'utf16le') / 2;
      units[length] = SPACE;
      return length;
    },
    slice: (start, end) => bytes.toString('utf16le', start * 2, end * 2),
  };
}
