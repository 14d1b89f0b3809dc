import { identifyProgram } from '../../config/package-root.js';
import type { KnownFile } from '../../model/source.js';
import { type BookMemory, openKeptBook } from './open-memory.js';

/** A memory on the disk, of which only the table is read. */
export interface StoredMemory {
  readonly root: string;
  readonly program: string;
  readonly memory: BookMemory | null;
}

/** Looks for the memory of the book in `root`. */
export function findMemory(root: string): StoredMemory {
  const program = identifyProgram();
  return { root, program, memory: openKeptBook(root, program) };
}

/** The files that it knows, by absolute path. */
export function listKnownFiles({ memory }: StoredMemory): ReadonlyMap<string, KnownFile> {
  return memory?.table.files ?? new Map();
}
