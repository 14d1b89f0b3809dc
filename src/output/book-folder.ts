import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Disk } from './disk.js';
import { OWN_FOLDER } from './output-path.js';

/** The folder beside `content/` in which Octavo keeps what it remembers of a book, and works. It is never published. */
export function bookFolder(book: string): string {
  return join(book, OWN_FOLDER);
}

/**
 * The part of it that belongs to one destination, for that destination's report, lock and work. `shown` is its path
 * relative to the book, or absolute for one outside of it, so that a book that is moved keeps what it knows.
 */
export function publicationHome(book: string, shown: string): string {
  const name = encodeURIComponent(shown.normalize('NFC')).replaceAll('.', '%2E');
  const isShort = name.length <= LONGEST_NAME;
  return join(
    bookFolder(book),
    'publications',
    isShort ? name : createHash('sha256').update(name).digest('hex'),
  );
}

/** Systems take 255 bytes; what is written beside it has a longer name. */
const LONGEST_NAME = 200;

/** Whether no link leads away from the book on the way to a place in its folder: nothing is written or removed through one. */
export function isOwnPlace(disk: Disk, book: string, home: string): boolean {
  const places = [bookFolder(book), join(bookFolder(book), 'publications'), home];
  return places.every((place) => {
    const stats = disk.look(place);
    return stats === undefined || stats.isDirectory();
  });
}
