import { createRandom, pick } from './random.js';
import { titleWords } from './sentences.js';

/** A chapter that is to be written: everything but its body. */
export interface PlannedChapter {
  /** Position in the whole book, from 0; also the seed of its body. */
  readonly index: number;
  /** File name without `.md`. */
  readonly name: string;
  /** "Chapter 14f". */
  readonly heading: string;
  /** Shared by the lettered chapters of one number. */
  readonly title: string;
  /** Counts through the whole book, from 1. */
  readonly weight: number;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** A CSS colour name. */
  readonly colour: string;
}

export interface PlannedPart {
  /** Folder below `content/`. */
  readonly folder: string;
  readonly title: string;
  readonly weight: number;
  /** In reading order. */
  readonly chapters: readonly PlannedChapter[];
}

const letters = 'abcdef';
const colours =
  'darkslategray teal maroon navy olive purple crimson darkgreen indigo sienna steelblue tomato'.split(' ');
const firstDay = Date.UTC(2016, 0, 1);
const dayMilliseconds = 86_400_000;
/** Keeps every date in the past: the last one is in 2025. */
const days = 3560;

/** The parts of a book of so many chapters, in order; chapter k is the same whatever the length of the book. */
export function planBook(chapters: number, partSize: number): readonly PlannedPart[] {
  return Array.from({ length: Math.ceil(chapters / partSize) }, (_, part) => ({
    folder: `part-${pad(part + 1, 3)}`,
    title: `Part ${part + 1}: ${composeTitle(-1 - part)}`,
    weight: (part + 1) * 10,
    chapters: Array.from({ length: Math.min(partSize, chapters - part * partSize) }, (_, place) =>
      planChapter(part, place, partSize),
    ),
  }));
}

function planChapter(part: number, place: number, partSize: number): PlannedChapter {
  const index = part * partSize + place;
  const number = part * Math.ceil(partSize / letters.length) + Math.floor(place / letters.length) + 1;
  return {
    index,
    name: `chapter-${pad(index + 1, 5)}`,
    heading: `Chapter ${number}${letters[place % letters.length]}`,
    title: composeTitle(number),
    weight: index + 1,
    date: new Date(firstDay + (index % days) * dayMilliseconds).toISOString().slice(0, 10),
    colour: pick(createRandom(index), colours),
  };
}

function composeTitle(seed: number): string {
  const random = createRandom(seed * 7919);
  const { subjects, verbs, qualities, objects } = titleWords;
  return `${pick(random, subjects)} ${pick(random, verbs)} the ${pick(random, qualities)} ${pick(random, objects)}`;
}

function pad(number: number, digits: number): string {
  return String(number).padStart(digits, '0');
}
