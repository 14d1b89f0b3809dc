import { type Stats, statSync } from 'node:fs';
import type { KnownFile, SourceFile } from '../model/source.js';

/** Milliseconds within which a disk may not tell two changes apart. */
const COARSEST_CLOCK = 2000;

/** What was known of files before a reading, by absolute path, and when that begins, in milliseconds since 1970 UTC. */
export interface KnownBefore {
  readonly files: ReadonlyMap<string, KnownFile>;
  readonly now: number;
}

/** Where nothing is known, and nothing is to be: every file is too young. */
export const nothingKnown: KnownBefore = { files: new Map(), now: Number.NEGATIVE_INFINITY };

/** A file on the disk as it is now. Links are followed; throws as `fs` does. */
export function lookAtFile(absolute: string): Stats {
  return statSync(absolute);
}

/** What is known of a file, if it has not been changed since, by its size, times and place on the disk; else null. */
export function findKnown({ files }: KnownBefore, absolute: string, stats: Stats): KnownFile | null {
  const known = files.get(absolute);
  const isSame =
    known?.size === stats.size &&
    known.modified === stats.mtimeMs &&
    known.changed === stats.ctimeMs &&
    known.inode === stats.ino;
  return isSame ? known : null;
}

/**
 * What is to be known of a file that was read after `stats` were taken; null where a later change might not be told by
 * its times.
 */
export function knowFile(
  { now }: KnownBefore,
  stats: Stats,
  file: Pick<SourceFile, 'size' | 'hash' | 'picture' | 'isScripted'>,
): KnownFile | null {
  const { size, hash } = file;
  if (hash === undefined || size !== stats.size) return null;
  if (Math.max(stats.mtimeMs, stats.ctimeMs) > now - COARSEST_CLOCK) return null;
  const { mtimeMs: modified, ctimeMs: changed, ino: inode } = stats;
  return { size, modified, changed, inode, hash, ...pickLooks(file) };
}

/** What is known of a file as a picture. */
export function pickLooks({
  picture,
  isScripted,
}: Pick<SourceFile, 'picture' | 'isScripted'>): Pick<SourceFile, 'picture' | 'isScripted'> {
  return {
    ...(picture === undefined ? {} : { picture }),
    ...(isScripted === undefined ? {} : { isScripted }),
  };
}
