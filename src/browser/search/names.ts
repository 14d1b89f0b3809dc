import { readNumbers } from '../../words/number-text.js';
import type { IndexRoot, LoadFiles } from './index-root.js';
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
interface SectionExcerpt {
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

export function openNames({ names }: IndexRoot, { text: load }: LoadFiles): Names {
  const open = remember(async (piece: number) => createNameReader(await load(`n${piece}`)));
  // Where there is but one such file, every query needs it: it comes while the words are looked up.
  if (names.length === 1) open(0).catch(() => undefined);
  const readExcerpts = remember(async (piece: number) => (await load(`x${piece}`)).split('\n'));
  const locate = (section: number) => {
    const piece = names.findLastIndex((first) => first <= section);
    return { piece, index: section - (names[piece] ?? 0) };
  };
  return {
    find: async (section) => {
      const { piece, index } = locate(section);
      return (await open(piece))(index);
    },
    excerpt: async (section) => {
      const { piece, index } = locate(section);
      const [id = '', name = '', text = ''] = (await readExcerpts(piece))[index]?.split('\t') ?? [];
      return { id, name, text };
    },
  };
}

/** A page of a file of names. */
interface PageName extends Pick<SectionName, 'path' | 'heading' | 'title'> {
  /** The number of its first section in the file. */
  readonly first: number;
  /** Its headings and the steps between those that begin sections, coded; empty for a page of one section. */
  readonly count: string;
  readonly steps: string;
}

const nowhere: PageName = { path: '', heading: '', title: '', first: 0, count: '', steps: '' };

/**
 * Reads the names of a file: a page on each line, which begins as the one before does. No further than to the section
 * that is asked for, and no more of a page than its names: a file holds thousands, of which a query shows ten.
 */
function createNameReader(text: string): (index: number) => SectionName {
  const reader = readNumbers(text);
  const pages: PageName[] = [];
  let sections = 0;
  const readField = (previous: string, end: number): string => {
    const shared = reader.next();
    const field = previous.slice(0, shared) + text.slice(reader.at, end);
    reader.at = end + 1;
    return field;
  };
  const readPage = (): void => {
    const { path, heading, title } = pages.at(-1) ?? nowhere;
    const found = text.indexOf('\n', reader.at);
    const lineEnd = found === -1 ? text.length : found;
    const tab = () => text.indexOf('\t', reader.at);
    const first = sections;
    const names = { path: readField(path, tab()), heading: readField(heading, tab()) };
    const titleEnd = tab();
    const isSingle = titleEnd === -1 || titleEnd > lineEnd;
    const last = readField(title, isSingle ? lineEnd : titleEnd);
    const [count = '', steps = ''] = isSingle ? [] : text.slice(reader.at, lineEnd).split('\t');
    pages.push({ ...names, title: last, first, count, steps });
    reader.at = lineEnd + 1;
    sections += isSingle ? 1 : readSteps(steps).length;
  };
  return (index) => {
    while (sections <= index && reader.at < text.length) readPage();
    const page = pages.findLast(({ first }) => first <= index) ?? nowhere;
    const { path, heading, title, first, count, steps } = page;
    const number = readSteps(steps)[index - first] ?? -1;
    return { path, heading, title, number, headings: readNumbers(count).next() };
  };
}

function readSteps(steps: string): readonly number[] {
  const reader = readNumbers(steps);
  const numbers = [-1];
  while (reader.at < steps.length) numbers.push((numbers.at(-1) ?? 0) + reader.next());
  return numbers;
}
