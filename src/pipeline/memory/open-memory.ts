import { join } from 'node:path';
import { deserialize } from 'node:v8';
import type { ChapterWords } from '../../model/chapter-words.js';
import type { ChapterFacts } from '../../model/rendered.js';
import { bookFolder, isOwnPlace } from '../../output/book-folder.js';
import { realDisk } from '../../output/disk.js';
import { unpackWords } from '../../words/pack-words.js';
import type { ChapterRow, MemoryTable, SiteRow, Slice } from './memory-model.js';
import { readTable } from './memory-table.js';
import { openPiece, type ReadPiece } from './piece-files.js';

/** What is kept of a book since its last publication. */
export interface BookMemory {
  readonly folder: string;
  readonly table: MemoryTable;
  /** The bytes at a place. Throws when they are not those that were written (`isLostMemory`). */
  readonly read: (slice: Slice) => Uint8Array;
}

/** What is kept of one site. What is asked of a row throws as `BookMemory.read`. */
export interface SiteMemory extends Pick<SiteRow, 'targets' | 'paths' | 'units'> {
  readonly find: (path: string) => ChapterRow | null;
  readonly factsOf: (row: ChapterRow) => ChapterFacts;
  readonly wordsOf: (row: ChapterRow) => ChapterWords | null;
  readonly htmlOf: (row: ChapterRow) => string;
}

/** The same with the rows as they lie on the disk. */
export interface StoredSite extends SiteMemory, SiteRow {}

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
  const pieces = table.pieces.map((piece) => openPiece(folder, piece));
  if (!pieces.every((piece): piece is ReadPiece => piece !== null)) return null;
  return {
    folder,
    table,
    read: ([number, ...place]) => pieces[number]?.(place) ?? loseMemory(),
  };
}

const lost = new Error('The memory of the book is not as it was written.');

function loseMemory(): never {
  throw lost;
}

/** Whether something failed since a memory turned out to be spoilt: without it all goes well. */
export function isLostMemory(error: unknown): boolean {
  return error === lost;
}

/** What the memory of a book has of the site of a language; null when it has nothing. */
export function openSiteMemory({ table, read }: BookMemory, language: string): StoredSite | null {
  const site = table.sites.get(language);
  if (site === undefined) return null;
  const vocabulary = splitVocabulary(table);
  const numbers = new Map(site.paths.map((path, number) => [path, number]));
  return {
    ...site,
    find: (path) => site.rows[numbers.get(path) ?? -1] ?? null,
    // What `learnChapter` was given.
    factsOf: (row) => decodeValue(read(row.facts)) as ChapterFacts,
    wordsOf: ({ words }) => words && unpackWords(read(words), vocabulary()),
    htmlOf: ({ html }) => Buffer.from(read(html)).toString(),
  };
}

/** A value that was written as it is. */
export function decodeValue(bytes: Uint8Array): unknown {
  return deserialize(bytes);
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
