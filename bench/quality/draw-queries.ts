import { createRandom, drawInteger, pick, type Random } from '../random.js';
import type { Section } from './read-sections.js';

/** A question whose answer is known. */
export interface Query {
  readonly kind: QueryKind;
  readonly text: string;
  readonly source: Section;
}

export type QueryKind = keyof typeof makers;

/** A query is taken where it could be answered: what it is made from stands in so few sections. */
const MOST_SECTIONS = 5;
/** Draws before a kind that the text has nothing for is given up. */
const MOST_DRAWS = 20_000;
const SEED = 7;

/** Makes a query from a section: what must be rare, and what is typed; null when this section has nothing for it. */
type Maker = (random: Random, text: string) => { readonly rare: string; readonly typed: string } | null;

const makers = {
  'single word': (random, text) => same(pickWord(random, text, /[a-z]{5,}/g)),
  'two words': (random, text) => {
    const [first, second] = [pickWord(random, text, /[a-z]{5,}/g), pickWord(random, text, /[a-z]{5,}/g)];
    return first === null || second === null || first === second
      ? null
      : { rare: first, typed: `${second} ${first}` };
  },
  phrase: (random, text) => {
    const phrase = pickWord(random, text, /[a-z]+ [a-z]+ [a-z]+ [a-z]+/g);
    return phrase === null ? null : { rare: phrase, typed: `"${phrase}"` };
  },
  prefix: (random, text) => same(pickWord(random, text, /[a-z]{7,}/g)?.slice(0, -2) ?? null),
  'one typo': (random, text) => {
    const word = pickWord(random, text, /[a-z]{6,}/g);
    return word === null ? null : { rare: word, typed: mistype(random, word) };
  },
  'split word': (random, text) => same(pickWord(random, text, /[a-z]+(?:-[a-z]+)+/g)),
  Chinese: (random, text) => same(pickWord(random, text, /\p{Script=Han}{2,4}/gu)),
} satisfies Record<string, Maker>;

/** Draws so many queries of a kind, fewer where the text has not so many; the same on every machine. */
export function drawQueries(kind: QueryKind, count: number, sections: readonly Section[]): readonly Query[] {
  const random = createRandom(SEED);
  const texts = sections.map(({ title, heading, text }) => `${title} ${heading} ${text}`.toLowerCase());
  const sources = sections.filter(({ isNotes }) => !isNotes);
  const queries = new Map<string, Query>();
  for (let draw = 0; draw < MOST_DRAWS && queries.size < count; draw += 1) {
    const source = pick(random, sources);
    const made = makers[kind](random, source.text);
    if (made === null || countUpTo(texts, made.rare, MOST_SECTIONS + 1) > MOST_SECTIONS) continue;
    queries.set(made.typed, { kind, text: made.typed, source });
  }
  return [...queries.values()];
}

function same(text: string | null) {
  return text === null ? null : { rare: text, typed: text };
}

/** Whole words only, so that none is cut out of a word with a capital or an apostrophe. */
function pickWord(random: Random, text: string, pattern: RegExp): string | null {
  const isWhole = (start: number, end: number) =>
    pattern.unicode || !/[\p{L}\p{N}’'-]/u.test(`${text[start - 1] ?? ''}${text[end] ?? ''}`);
  const found = [...text.matchAll(pattern)].filter(({ 0: word, index }) =>
    isWhole(index, index + word.length),
  );
  return found.length === 0 ? null : pick(random, found)[0];
}

/** One letter missing, doubled, replaced or swapped with the next; never the first. */
function mistype(random: Random, word: string): string {
  const at = drawInteger(random, 1, word.length - 1);
  const [before, letter, next, after] = [
    word.slice(0, at),
    word[at] ?? '',
    word[at + 1] ?? '',
    word.slice(at + 2),
  ];
  const replaced = letter === 'x' ? 'q' : 'x';
  return before + pick(random, [next, letter + letter + next, replaced + next, next + letter]) + after;
}

function countUpTo(texts: readonly string[], wanted: string, most: number): number {
  let count = 0;
  for (const text of texts) {
    if (text.includes(wanted)) count += 1;
    if (count === most) break;
  }
  return count;
}
