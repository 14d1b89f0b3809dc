import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of this run's own. */
export interface Workspace {
  readonly folder: string;
  /** Whether it lies in memory, so that no disk is measured. */
  readonly inMemory: boolean;
  readonly remove: () => void;
}

const memoryFolder = '/dev/shm';
/** Source and both sites of the longest book, with room to spare. Containers often give /dev/shm 64 MB. */
const neededBytes = 2 ** 31;

/** Makes a folder on tmpfs, or among the temporary files where there is no tmpfs with room for it. */
export function openWorkspace(): Workspace {
  const inMemory = existsSync(memoryFolder) && freeBytes(memoryFolder) >= neededBytes;
  const folder = mkdtempSync(join(inMemory ? memoryFolder : tmpdir(), 'octavo-bench-'));
  return { folder, inMemory, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
