import { join } from 'node:path';
import { deserialize } from 'node:v8';
import type { ChapterWords } from '../../model/chapter-words.js';
import type { ChapterFacts } from '../../model/rendered.js';
import { bookFolder, isOwnPlace } from '../../output/book-folder.js';
import { realDisk } from '../../output/disk.js';
import { unpackWords } from '../../words/pack-words.js';
import type { ChapterRow, MemoryTable, SiteRow, Slice } from './memory-model.js';
import { readTable } from './memory-table.js';
import { readPiece } from './piece-files.js';

/** What is kept of a book since its last publication. */
export interface BookMemory {
  readonly folder: string;
  readonly table: MemoryTable;
  /** The bytes at a place; null when the piece is not as it was written. */
  readonly read: (slice: Slice) => Uint8Array | null;
}

/** What is kept of one site. */
export interface SiteMemory extends SiteRow {
  readonly find: (path: string) => ChapterRow | null;
  readonly factsOf: (row: ChapterRow) => ChapterFacts | null;
  readonly wordsOf: (row: ChapterRow) => ChapterWords | null;
  readonly htmlOf: (row: ChapterRow) => string | null;
}

/** Where the memory of a book lies; null where a link leads away from the book. */
export function memoryFolder(root: string): string | null {
  const folder = join(bookFolder(root), 'memory');
  return isOwnPlace(realDisk, root, folder) ? folder : null;
}

/** Opens the memory of the book in `root`; null when there is none, or anything about it is odd. */
export function openKeptBook(root: string, program: string): BookMemory | null {
  const folder = memoryFolder(root);
  const table = folder === null ? null : readTable(folder, program);
  if (folder === null || table === null) return null;
  const pieces = new Map<number, Uint8Array | null>();
  const load = (number: number): Uint8Array | null => {
    const piece = table.pieces[number];
    const bytes = piece === undefined ? null : readPiece(folder, piece);
    pieces.set(number, bytes);
    return bytes;
  };
  return {
    folder,
    table,
    read: ([number, start, length]) => {
      const known = pieces.get(number);
      const bytes = known === undefined ? load(number) : known;
      return bytes?.subarray(start, start + length) ?? null;
    },
  };
}

/** What the memory of a book has of the site of a language; null when it has nothing, or only a part of it is whole. */
export function openSiteMemory({ table, read }: BookMemory, language: string): SiteMemory | null {
  const site = table.sites.get(language);
  if (site === undefined) return null;
  const vocabulary = splitVocabulary(table);
  const numbers = new Map(site.paths.map((path, number) => [path, number]));
  return {
    ...site,
    find: (path) => site.rows[numbers.get(path) ?? -1] ?? null,
    factsOf: (row) => decodeValue(read(row.facts)) as ChapterFacts | null,
    wordsOf: ({ words }) => {
      const bytes = words === null ? null : read(words);
      return bytes && unpackWords(bytes, vocabulary());
    },
    htmlOf: ({ html }) => {
      const bytes = read(html);
      return bytes && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
    },
  };
}

/** A value that was written as it is. */
export function decodeValue(bytes: Uint8Array | null): unknown {
  return bytes && deserialize(bytes);
}

const split = new WeakMap<MemoryTable, readonly string[]>();

/** The words by their numbers, taken apart when somebody asks for them. */
export function splitVocabulary(table: MemoryTable): () => readonly string[] {
  return () => {
    const words = split.get(table) ?? (table.vocabulary === '' ? [] : table.vocabulary.split('\n'));
    split.set(table, words);
    return words;
  };
}
