import { readNumbers } from '../../text/number-text.js';
import { remember } from './dictionary.js';
import type { IndexRoot, LoadFile } from './index-root.js';

/** What a section is called, and where it is. */
export interface SectionName {
  /** Its page's address below the book's front page: `part-1/14f/`. */
  readonly path: string;
  /** The page's heading and title. */
  readonly heading: string;
  readonly title: string;
  /** The section's id and heading; empty for what stands before the first heading. */
  readonly id: string;
  readonly text: string;
}

export interface Names {
  readonly find: (section: number) => Promise<SectionName>;
  /** How the section begins, where the index holds that: for books that are read from a disk. */
  readonly excerpt: (section: number) => Promise<string>;
}

const nowhere: SectionName = { path: '', heading: '', title: '', id: '', text: '' };

export function openNames({ names }: IndexRoot, load: LoadFile): Names {
  const read = remember(async (piece) => readNames(await load(`n${piece}`)));
  const readExcerpts = remember(async (piece) => (await load(`x${piece}`)).split('\n'));
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
      return (await readExcerpts(piece))[index] ?? '';
    },
  };
}

function readNames(text: string): readonly SectionName[] {
  let [path, heading, title] = ['', '', ''];
  return text.split('\n').map((line) => {
    const [first = '', second = '', third = '', id = '', name = ''] = line.split('\t');
    [path, heading, title] = [complete(path, first), complete(heading, second), complete(title, third)];
    return { path, heading, title, id, text: name };
  });
}

/** The text that shares its beginning with the one before. */
function complete(previous: string, coded: string): string {
  const reader = readNumbers(coded);
  const shared = reader.next();
  return previous.slice(0, shared) + coded.slice(reader.at);
}
