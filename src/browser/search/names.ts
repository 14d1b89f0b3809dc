import { readNumbers } from '../../text/number-text.js';
import type { IndexRoot, LoadFile } from './index-root.js';
import { remember } from './remember.js';

/** What a section's page is called and where it is, and which section of the page it is. */
export interface SectionName {
  /** The page's address below the book's front page: `part-1/14f/`. */
  readonly path: string;
  /** The page's heading and title. */
  readonly heading: string;
  readonly title: string;
  /** Which of the page's headings the section begins with, from 0; -1 for what stands before the first. */
  readonly number: number;
  /** How many headings the page has. */
  readonly headings: number;
}

/** What a section is called, and how its page begins. */
export interface SectionExcerpt {
  /** Its heading's; empty for what stands before the first. */
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

export interface Names {
  readonly find: (section: number) => Promise<SectionName>;
  /** What the index of a book that is read from a disk holds besides. */
  readonly excerpt: (section: number) => Promise<SectionExcerpt>;
}

const nowhere: SectionName = { path: '', heading: '', title: '', number: -1, headings: 0 };

export function openNames({ names }: IndexRoot, load: LoadFile): Names {
  const read = remember(async (piece: number) => readNames(await load(`n${piece}`)));
  const readExcerpts = remember(async (piece: number) => (await load(`x${piece}`)).split('\n'));
  const locate = (section: number) => {
    const piece = names.findLastIndex((first) => first <= section);
    return { piece, index: section - (names[piece] ?? 0) };
  };
  return {
    find: async (section) => {
      const { piece, index } = locate(section);
      return (await read(piece))[index] ?? nowhere;
    },
    excerpt: async (section) => {
      const { piece, index } = locate(section);
      const [id = '', name = '', text = ''] = (await readExcerpts(piece))[index]?.split('\t') ?? [];
      return { id, name, text };
    },
  };
}

/** A page on each line; one name for each of its sections. */
function readNames(text: string): readonly SectionName[] {
  let [path, heading, title] = ['', '', ''];
  return text.split('\n').flatMap((line): readonly SectionName[] => {
    if (line === '') return [];
    const [first = '', second = '', third = '', count = '', steps = ''] = line.split('\t');
    [path, heading, title] = [complete(path, first), complete(heading, second), complete(title, third)];
    const page = { path, heading, title, headings: readNumbers(count).next() };
    return readSteps(steps).map((number) => ({ ...page, number }));
  });
}

function readSteps(steps: string): readonly number[] {
  const reader = readNumbers(steps);
  const numbers = [-1];
  while (reader.at < steps.length) numbers.push((numbers.at(-1) ?? 0) + reader.next());
  return numbers;
}

/** The text that shares its beginning with the one before. */
function complete(previous: string, coded: string): string {
  const reader = readNumbers(coded);
  const shared = reader.next();
  return previous.slice(0, shared) + coded.slice(reader.at);
}
