import { statfsSync } from 'node:fs';
import { isSystemError } from '../files/system-error.js';

/** Linux's numbers (`statfs(2)`) of file systems where others write, of which no event tells. */
const silentKinds: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB2'],
  [0x01021997, '9P'],
  [0x65735546, 'FUSE'],
  [0x786f4256, 'VBOXSF'],
]);

/** The name of the first file system among these folders that does not tell of all changes; null for none, and where that cannot be known. */
export function findSilentMount(
  folders: readonly string[],
  look: typeof statfsSync = statfsSync,
): string | null {
  if (process.platform !== 'linux') return null;
  for (const folder of folders) {
    const kind = silentKinds.get(readKind(folder, look));
    if (kind !== undefined) return kind;
  }
  return null;
}

function readKind(folder: string, look: typeof statfsSync): number {
  try {
    return look(folder).type >>> 0;
  } catch (error) {
    if (isSystemError(error)) return 0;
    throw error;
  }
}
