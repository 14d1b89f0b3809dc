import type { SectionTerms } from '../model/chapter-words.js';
import { numberLength, writeNumber } from './number-text.js';

/** The words of the section under way. */
export interface SectionWords {
  /** Makes room for so many words more, and for terms with numbers up to `terms`; to be called before they are added. */
  readonly reserve: (words: number, terms: number) => void;
  /** Adds a word; positions must not fall, but for those of a whole. */
  readonly add: (term: number, position: number, inHeading: number) => void;
  /** The section with its words sorted by term; the next begins. */
  readonly close: (heading: number) => SectionTerms;
}

/** Places of a term in a section, and the last of them: both have 16 bits. */
const MOST_PLACES = 0x7fff;
const LAST_PLACE = 0xffff;

/** One at a time, in arrays that serve for all sections. */
export function createSectionWords(): SectionWords {
  let [count, distinct, serial] = [0, 0, 1];
  /** By word: the slot of its term, and the distance to the term's place before. */
  let [slots, steps] = [new Uint32Array(0), new Uint16Array(0)];
  /** By slot: the term, twice the number of its places and 1 more if it stands in the heading, the last of them. */
  let [terms, counts, lasts] = [new Uint32Array(0), new Uint16Array(0), new Uint16Array(0)];
  /** By slot: the last step, and the bytes of all of them, if another followed. */
  let [lastSteps, sizes] = [new Uint16Array(0), new Uint16Array(0)];
  /** By term: the section that it was met in last, and its slot there. */
  let met = new Uint32Array(0);

  return {
    reserve: (words, lastTerm) => {
      if (lastTerm * 2 >= met.length) met = enlarge(met, lastTerm * 4);
      const size = count + words;
      if (size <= slots.length) return;
      [slots, terms] = [enlarge(slots, size * 2), enlarge(terms, size * 2)];
      [steps, counts, lasts] = [
        enlarge(steps, size * 2),
        enlarge(counts, size * 2),
        enlarge(lasts, size * 2),
      ];
      [lastSteps, sizes] = [enlarge(lastSteps, size * 2), enlarge(sizes, size * 2)];
    },
    add: (term, position, inHeading) => {
      if (met[term * 2] !== serial) {
        met[term * 2] = serial;
        met[term * 2 + 1] = distinct;
        terms[distinct] = term;
        counts[distinct] = inHeading;
        lasts[distinct] = sizes[distinct] = 0;
        distinct += 1;
      }
      const slot = met[term * 2 + 1] ?? 0;
      const times = counts[slot] ?? 0;
      if (times >= MOST_PLACES * 2) return;
      counts[slot] = times + 2;
      const last = lasts[slot] ?? 0;
      const place = Math.max(last, Math.min(position, LAST_PLACE));
      const step = place - last;
      lasts[slot] = place;
      lastSteps[slot] = step;
      sizes[slot] = (sizes[slot] ?? 0) + numberLength(step * 2 + 1);
      slots[count] = slot;
      steps[count] = step;
      count += 1;
    },
    close: (heading) => {
      const ends = new Uint32Array(distinct);
      let size = 0;
      for (let slot = 0; slot < distinct; slot += 1) {
        const last = (lastSteps[slot] ?? 0) * 2;
        const bytes = (sizes[slot] ?? 0) - numberLength(last + 1) + numberLength(last);
        sizes[slot] = bytes;
        ends[slot] = size;
        size += bytes;
      }
      const places = new Uint8Array(size);
      const left = counts.slice(0, distinct);
      for (let word = 0; word < count; word += 1) {
        const slot = slots[word] ?? 0;
        const more = (left[slot] ?? 0) - 2;
        left[slot] = more;
        const step = (steps[word] ?? 0) * 2 + (more > 1 ? 1 : 0);
        ends[slot] = writeNumber(places, ends[slot] ?? 0, step);
      }
      const closed = {
        heading,
        words: count,
        terms: terms.slice(0, distinct),
        counts: counts.slice(0, distinct),
        sizes: sizes.slice(0, distinct),
        places,
      };
      [count, distinct, serial] = [0, 0, serial + 1];
      return closed;
    },
  };
}

function enlarge<Numbers extends Uint32Array<ArrayBuffer> | Uint16Array<ArrayBuffer>>(
  array: Numbers,
  length: number,
): Numbers {
  // An array's constructor makes arrays of its own kind.
  const larger = new (array.constructor as new (length: number) => Numbers)(length);
  larger.set(array);
  return larger;
}
