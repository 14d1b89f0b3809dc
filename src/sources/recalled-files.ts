import { hash } from 'node:crypto';
import { statSync } from 'node:fs';
import type { KnownFile, LoadedFile, SourceFile } from '../model/source.js';
import { holdFile, readWhole } from './held-file.js';
import { findKnown, lookAtFile, pickLooks } from './known-files.js';
import { describeFile, readPictureHead } from './measure-picture.js';
import { createSharedReader, type ReadWhole } from './shared-reader.js';
import type { FoundFile } from './walk.js';

/** Files by absolute path as they were read, each with what it is recognised by. */
export interface RecalledFiles {
  /** As `Reading.load`; the same object as long as the file has the same bytes. `now` in milliseconds since 1970 UTC. */
  readonly load: (found: FoundFile, now: number) => LoadedFile;
  /** As `Reading.measure`; another object once size, times or inode of the file are others. */
  readonly measure: (found: FoundFile) => SourceFile;
  /** What is known of a path, without a look at the disk. */
  readonly get: (absolute: string) => LoadedFile | SourceFile | undefined;
  readonly keepOnly: (absolutes: ReadonlySet<string>) => void;
}

interface Memory {
  /** Size, times and inode. */
  readonly stamp: string;
  /** False when the file was changed so shortly before it was read that an equal stamp proves nothing. */
  readonly isSettled: boolean;
  readonly file: LoadedFile | SourceFile;
}

/** Clocks of file systems tick as coarsely as every two seconds (FAT): two writes in one tick look like one. */
const tick = 2000;

/** @param before What is known of files from an earlier run, by absolute path: such a file is read when its bytes are asked for. */
export function createRecalledFiles(before: ReadonlyMap<string, KnownFile>): RecalledFiles {
  const memories = new Map<string, Memory>();
  const readNew = createSharedReader();

  /** Forgets the file first: one that cannot be read is not known any more. */
  const take = (absolute: string) => {
    const memory = memories.get(absolute);
    memories.delete(absolute);
    const { size, mtimeNs, ctimeNs, ctimeMs, ino } = statSync(absolute, { bigint: true });
    const stamp = `${size} ${mtimeNs} ${ctimeNs} ${ino}`;
    return { memory, stamp, isSame: memory?.stamp === stamp, size: Number(size), changedAt: Number(ctimeMs) };
  };

  const findBefore = ({ absolute }: FoundFile): KnownFile | null =>
    before.has(absolute) ? findKnown({ files: before, now: 0 }, absolute, lookAtFile(absolute)) : null;

  return {
    load: (found, now) => {
      const { memory, stamp, isSame, changedAt } = take(found.absolute);
      const known = memory !== undefined && isLoaded(memory.file) ? placeAs(memory.file, found) : null;
      const stored = memory === undefined ? findBefore(found) : null;
      const read = () =>
        stored === null ? readAgain(found, known, readNew) : holdFile(found, readWhole, stored);
      const file = isSame && memory?.isSettled && known !== null ? known : read();
      memories.set(found.absolute, { stamp, isSettled: changedAt < now - tick, file });
      return file;
    },
    measure: (found) => {
      const { memory, stamp, isSame, size } = take(found.absolute);
      const file =
        isSame && memory !== undefined
          ? placeAs(memory.file, found)
          : describeAs(found, memory === undefined ? findBefore(found) : null, size);
      memories.set(found.absolute, { stamp, isSettled: true, file });
      return file;
    },
    get: (absolute) => memories.get(absolute)?.file,
    keepOnly: (absolutes) => {
      for (const absolute of memories.keys()) if (!absolutes.has(absolute)) memories.delete(absolute);
    },
  };
}

function describeAs(found: FoundFile, known: KnownFile | null, size: number): SourceFile {
  if (known === null) return describeFile(found, size, readPictureHead(found));
  return { ...found, size, hash: known.hash, ...pickLooks(known) };
}

/** Whether a file was read with its bytes. */
export function isLoaded(file: LoadedFile | SourceFile): file is LoadedFile {
  return 'bytes' in file;
}

/** The file where it was found now: a changed configuration gives it another path, or another language. */
function placeAs<File extends SourceFile>(known: File, found: FoundFile): File {
  if (known.path === found.path && known.language === found.language) return known;
  const { language: _, ...rest } = known;
  // The compiler does not follow that the rest and what was found are a whole file again.
  return { ...rest, ...found } as File;
}

/** One that is read for the second time is being worked on: it gets memory of its own. */
function readAgain(found: FoundFile, known: LoadedFile | null, readNew: ReadWhole): LoadedFile {
  const bytes = known === null ? readNew(found) : readWhole(found);
  const sum = hash('sha256', bytes);
  if (sum === known?.hash) return known;
  return { ...found, size: bytes.length, hash: sum, bytes };
}
