import { basename, dirname, join, relative } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.js';
import { isInside } from '../files/inside.js';
import type { Outcome } from '../model/diagnostic.js';
import type { Disk } from './disk.js';
import { OWN_FOLDER } from './output-path.js';

/** The folder that a site is published to. */
export interface Destination {
  /** Absolute, without links. */
  readonly folder: string;
  /** The book's folder. Absolute, without links. */
  readonly book: string;
  readonly isInBook: boolean;
  /** What lies there now. */
  readonly state: 'absent' | 'empty' | 'filled';
  /** The folder as messages name it: relative to the book when it lies in the book. */
  readonly shown: string;
}

/** Where to publish to. Paths are absolute. */
export interface WantedDestination {
  readonly book: string;
  readonly destination: string;
  /** Folders of the book, relative to it, that are read beside the usual ones. */
  readonly folders?: readonly string[];
}

/** Folders of a book that are read or kept; nothing is ever published into one. */
const KEPT = ['content', 'static', 'templates', 'data', '.git', OWN_FOLDER];

/**
 * Finds out where the destination really lies.
 *
 * Reports `output/destination-refused`, value null, when it is or holds the book; is, holds or lies inside one of the
 * book's folders; is a file; or lies in the book by name and is led out of it by a link.
 * Links further up, outside the book, are the machine's own affair and are followed.
 */
export function findDestination(disk: Disk, wanted: WantedDestination): Outcome<Destination | null> {
  const { book, destination, folders = [] } = wanted;
  const folder = resolvePath(disk, destination);
  const realBook = disk.resolve(book);
  const isInBook = isInside(realBook, folder);
  const shown = isInBook ? relative(realBook, folder) || '.' : folder;
  const reason =
    refuseBook(folder, realBook) ??
    refuseKept(disk, folder, { book, names: [...KEPT, ...folders] }) ??
    refuseLink(folder, realBook, [book, realBook], destination) ??
    refuseFile(disk, folder);
  if (reason !== null) {
    const details = { destination: shown, reason };
    return { value: null, diagnostics: [diagnose('output/destination-refused', details)] };
  }
  const value = { folder, book: realBook, isInBook, state: findState(disk, folder), shown };
  return { value, diagnostics: [] };
}

/** The path without links, as far as it exists. */
function resolvePath(disk: Disk, path: string): string {
  const parent = dirname(path);
  if (disk.look(path) !== undefined || parent === path) return disk.resolve(path);
  return join(resolvePath(disk, parent), basename(path));
}

function refuseBook(folder: string, realBook: string): string | null {
  if (folder === realBook) return "it is the book's own folder";
  return isInside(folder, realBook) ? 'it holds the book' : null;
}

interface KeptFolders {
  readonly book: string;
  readonly names: readonly string[];
}

function refuseKept(disk: Disk, folder: string, { book, names }: KeptFolders): string | null {
  for (const name of names) {
    const kept = resolvePath(disk, join(book, name));
    if (folder === kept) return `it is the book's ${name}/`;
    if (isInside(kept, folder)) return `it lies inside the book's ${name}/`;
    if (isInside(folder, kept)) return `it holds the book's ${name}/`;
  }
  return null;
}

function refuseLink(folder: string, realBook: string, books: readonly string[], path: string): string | null {
  const isNamedInBook = books.some((book) => isInside(book, path));
  return isNamedInBook && !isInside(realBook, folder) ? 'a link leads out of the book there' : null;
}

function refuseFile(disk: Disk, folder: string): string | null {
  const stats = disk.look(folder);
  return stats === undefined || stats.isDirectory() ? null : 'it is a file';
}

function findState(disk: Disk, folder: string): Destination['state'] {
  if (disk.look(folder) === undefined) return 'absent';
  return disk.list(folder).length === 0 ? 'empty' : 'filled';
}
