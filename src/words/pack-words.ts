import type { ChapterWords, SectionTerms } from '../model/chapter-words.js';

/** Numbers at the head of each section: heading, words, terms, bytes of places. */
const HEAD = 4;

/**
 * The words of a chapter as one piece of memory, a third of what its arrays take when they cross threads one by one:
 *
 * 1. the number of sections, then `HEAD` numbers for each, all in 32 bits;
 * 2. the terms of all sections, in 32 bits; their counts and sizes, in 16; their places, in bytes.
 */
export function packWords({ sections }: Pick<ChapterWords, 'sections'>): Uint8Array<ArrayBuffer> {
  const terms = sections.reduce((sum, section) => sum + section.terms.length, 0);
  const places = sections.reduce((sum, section) => sum + section.places.length, 0);
  const start = 4 * (1 + HEAD * sections.length);
  const bytes = new Uint8Array(roundUp(start + 8 * terms + places));
  const head = new Int32Array(bytes.buffer, 0, start / 4);
  head[0] = sections.length;
  const at = { terms: start, counts: start + 4 * terms, sizes: start + 6 * terms, places: start + 8 * terms };
  sections.forEach((section, index) => {
    const { heading, words } = section;
    head.set([heading, words, section.terms.length, section.places.length], 1 + HEAD * index);
    new Uint32Array(bytes.buffer, at.terms, section.terms.length).set(section.terms);
    new Uint16Array(bytes.buffer, at.counts, section.counts.length).set(section.counts);
    new Uint16Array(bytes.buffer, at.sizes, section.sizes.length).set(section.sizes);
    bytes.set(section.places, at.places);
    at.terms += 4 * section.terms.length;
    at.counts += 2 * section.terms.length;
    at.sizes += 2 * section.terms.length;
    at.places += section.places.length;
  });
  return bytes;
}

/** Undoes `packWords` without a copy. `bytes` starts at a multiple of four in its memory. */
export function unpackWords(bytes: Uint8Array, vocabulary: readonly string[]): ChapterWords {
  const { buffer, byteOffset } = bytes;
  const count = new Int32Array(buffer, byteOffset, 1)[0] ?? 0;
  const head = new Int32Array(buffer, byteOffset + 4, HEAD * count);
  const headOf = (index: number, field: number) => head[HEAD * index + field] ?? 0;
  let terms = 0;
  for (let index = 0; index < count; index += 1) terms += headOf(index, 2);
  const start = byteOffset + 4 * (1 + HEAD * count);
  const at = { terms: start, counts: start + 4 * terms, sizes: start + 6 * terms, places: start + 8 * terms };
  const sections = Array.from({ length: count }, (_, index): SectionTerms => {
    const [length, size] = [headOf(index, 2), headOf(index, 3)];
    const section = {
      heading: headOf(index, 0),
      words: headOf(index, 1),
      terms: new Uint32Array(buffer, at.terms, length),
      counts: new Uint16Array(buffer, at.counts, length),
      sizes: new Uint16Array(buffer, at.sizes, length),
      places: new Uint8Array(buffer, at.places, size),
    };
    at.terms += 4 * length;
    at.counts += 2 * length;
    at.sizes += 2 * length;
    at.places += size;
    return section;
  });
  return { vocabulary, sections };
}

function roundUp(length: number): number {
  return Math.ceil(length / 4) * 4;
}
