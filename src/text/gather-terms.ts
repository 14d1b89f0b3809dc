import { Buffer } from 'node:buffer';
import type { SectionTerms } from '../model/terms.js';
import { foldWord } from './fold-word.js';
import { splitWords, type TakeWord } from './split-words.js';
import { createWordTable } from './word-table.js';

/** Gathers the words of one section after another. */
export interface TermGathering {
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
/** Words after which a section is long: places have 16 bits. */
const LONG = 30_000;
const MOST_PLACES = 0x7fff;
const LAST_PLACE = 0xffff;

/**
 * Prepares the gathering. A word that was met before, in whichever chapter, is not folded again and no string is made
 * for it: a book has a hundred times more words than different ones.
 */
export function createTermGathering(): TermGathering {
  const table = createWordTable();
  const numbers = new Map<string, number>();
  const vocabulary: string[] = [];
  const text = createUnits();
  const section = createSection();

  const learn = (start: number, end: number): number => {
    const term = foldWord(text.slice(start, end));
    let number = numbers.get(term);
    if (number === undefined) {
      number = vocabulary.push(term) - 1;
      numbers.set(term, number);
    }
    table.enter(text.units(), start, end, number);
    return number;
  };
  const take: TakeWord = (position, start, end) => {
    const known = table.find(text.units(), start, end);
    section.add(known === -1 ? learn(start, end) : known, position);
  };
  // What is left of a word that has only marks which are dropped; no section names it.
  numbers.set('', 0);
  vocabulary.push('');
  return {
    vocabulary,
    add: (paragraph, isHeading) => {
      section.inHeading = isHeading ? 1 : 0;
      const length = text.read(paragraph);
      section.end = splitWords(text.units(), length, section.end, take) + PARAGRAPH_GAP;
    },
    isLong: () => section.end > LONG,
    endSection: section.close,
  };
}

/** The text under way. Units of an array are read several times faster than those of a part of a string. */
function createUnits() {
  let units = new Uint16Array(1 << 14);
  let bytes = Buffer.from(units.buffer);
  return {
    units: () => units,
    read: (text: string): number => {
      if (text.length > units.length) {
        units = new Uint16Array(text.length);
        bytes = Buffer.from(units.buffer);
      }
      return bytes.write(text, 'utf16le') / 2;
    },
    slice: (start: number, end: number): string => bytes.toString('utf16le', start * 2, end * 2),
  };
}

/** The section under way, its words in order, in arrays that serve for all of them. */
function createSection() {
  let [count, serial] = [0, 1];
  let [slots, positions] = [new Uint32Array(1 << 12), new Uint32Array(1 << 12)];
  /** Of each term of the section: its number, how often it stands there, whether in the heading. */
  const [terms, counts, flags]: [number[], number[], number[]] = [[], [], []];
  /** By term, the section that it was met in last, and its slot there. */
  const [lastMet, slotOf]: [number[], number[]] = [[], []];

  const section = {
    /** The position of the next word. */
    end: 0,
    /** 1 while the heading is added. */
    inHeading: 0,
    add: (term: number, position: number): void => {
      if (term === 0) return;
      if (lastMet[term] !== serial) {
        lastMet[term] = serial;
        slotOf[term] = terms.push(term) - 1;
        counts.push(0);
        flags.push(section.inHeading);
      }
      const slot = slotOf[term] ?? 0;
      const places = counts[slot] ?? 0;
      if (places === MOST_PLACES) return;
      counts[slot] = places + 1;
      if (count === slots.length) [slots, positions] = [enlarge(slots), enlarge(positions)];
      slots[count] = slot;
      positions[count] = Math.min(position, LAST_PLACE);
      count += 1;
    },
    /** Sorts the words by term. */
    close: (heading: number): SectionTerms => {
      const places = new Uint16Array(count + terms.length);
      const next = new Uint32Array(terms.length);
      let at = 0;
      for (let slot = 0; slot < terms.length; slot += 1) {
        places[at] = (counts[slot] ?? 0) * 2 + (flags[slot] ?? 0);
        next[slot] = at + 1;
        at += 1 + (counts[slot] ?? 0);
      }
      for (let word = 0; word < count; word += 1) {
        const slot = slots[word] ?? 0;
        const free = next[slot] ?? 0;
        places[free] = positions[word] ?? 0;
        next[slot] = free + 1;
      }
      const closed = { heading, words: count, terms: Uint32Array.from(terms), places };
      [count, section.end] = [0, 0];
      serial += 1;
      terms.length = counts.length = flags.length = 0;
      return closed;
    },
  };
  return section;
}

function enlarge(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}
