import { basename, dirname, join } from 'node:path';
import { isSystemError } from '../files/system-error.js';
import { isOwnPlace, publicationHome } from './book-folder.js';
import type { Destination } from './destination.js';
import type { Disk } from './disk.js';
import { OWN_FOLDER } from './output-path.js';

/** Where a publication is prepared: its lock and its work, in a folder that holds other things too. */
export interface Rooms {
  readonly home: string;
  readonly lock: string;
  readonly work: string;
}

/**
 * The places in which a site may be prepared, the best one first:
 *
 * 1. the book's own folder, if the destination lies in the book;
 * 2. beside the destination (`.public.octavo/`), where builds of different books meet;
 * 3. in the destination, which is there and may be a mount, or in a folder that is not ours to write in.
 */
export function listRooms(disk: Disk, destination: Destination): readonly Rooms[] {
  const { book, folder, state, shown, isInBook } = destination;
  const own = publicationHome(book, shown);
  const beside = join(dirname(folder), `.${basename(folder)}${OWN_FOLDER}`);
  const homes = [
    ...(isInBook && isOwnPlace(disk, book, own) ? [own] : []),
    beside,
    ...(state === 'absent' ? [] : [join(folder, OWN_FOLDER)]),
  ];
  return homes.map((home) => ({ home, lock: join(home, 'lock'), work: join(home, 'work') }));
}

/** Whether somebody works there, or was killed while he did. */
export function areUsed(disk: Disk, { home, lock, work }: Rooms): boolean {
  if (disk.look(home)?.isDirectory() !== true) return false;
  return [lock, work].some((path) => disk.look(path) !== undefined);
}

/** Whether files can be renamed from one folder into another: both lie on one disk, and under one mount. */
export function canRename(disk: Disk, from: string, to: string): boolean {
  if (disk.look(from)?.dev !== disk.look(to)?.dev) return false;
  try {
    // Of two mounts of one disk only a rename knows, and knows it before it looks for the file, which is not there.
    disk.rename(join(from, PROBE), join(to, PROBE));
  } catch (error) {
    if (!isSystemError(error) || !['ENOENT', 'EXDEV', ...FORBIDDEN].includes(error.code)) throw error;
    return error.code !== 'EXDEV';
  }
  return true;
}

const PROBE = '.octavo-nothing';

/** What a system says of a place in which we may not write. */
export const FORBIDDEN: readonly string[] = ['EACCES', 'EPERM', 'EROFS'];
