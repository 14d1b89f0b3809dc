import { hash } from 'node:crypto';
import type { Diagnostic } from '../model/diagnostic.js';
import type { OutputCopy, OutputFile } from '../model/output.js';
import type { Disk } from './disk.js';
import { createEncoder } from './encode.js';
import { type Ground, holdsFile } from './ground.js';
import type { FileRecord } from './manifest.js';
import { folderOf, placeIn } from './output-path.js';
import { createPathRegister } from './path-register.js';

/** The new version of a site as far as it is made. Of each file only its record stays in memory. */
export interface Stage {
  /** Every file of the site. */
  readonly records: ReadonlyMap<string, FileRecord>;
  /** Those that lie in the workspace because the destination does not hold them. */
  readonly changed: readonly string[];
  /** What is wrong with the paths. */
  readonly diagnostics: readonly Diagnostic[];
  /** Both throw as `fs` does. */
  readonly add: (file: OutputFile) => void;
  readonly copy: (file: OutputCopy) => void;
}

/** Above this size a copy is made in pieces. */
const SMALL = 1024 * 1024;

/**
 * Starts a new version in the folder `site`. `ground` is the destination it is to replace, null when that holds nothing:
 * files that lie there already, byte for byte, are recorded and not written.
 */
export function openStage(disk: Disk, site: string, ground: Ground | null): Stage {
  const register = createPathRegister();
  const encode = createEncoder();
  const records = new Map<string, FileRecord>();
  const changed: string[] = [];
  const diagnostics: Diagnostic[] = [];
  const makeFolder = createFolderMaker(disk, site);

  const isWanted = (path: string) => {
    const fault = register(path);
    if (fault !== null) diagnostics.push(fault);
    return fault === null;
  };

  const place = (path: string, record: FileRecord, write: (to: string) => FileRecord) => {
    records.set(path, record);
    if (ground !== null && holdsFile(ground, path, record)) return;
    makeFolder(folderOf(path));
    records.set(path, write(placeIn(site, path)));
    changed.push(path);
  };

  const addBytes = (path: string, bytes: Uint8Array) => {
    const record = { size: bytes.length, hash: hash('sha256', bytes) };
    place(path, record, (to) => {
      disk.create(to, bytes);
      return record;
    });
  };

  const copyInPieces = ({ path, from }: OutputCopy, size: number) => {
    // What is copied is what counts, should the file change between the two readings.
    const known = ground === null ? '' : disk.hash(from);
    place(path, { size, hash: known }, (to) => disk.copy(from, to));
  };

  return {
    records,
    changed,
    diagnostics,
    add: ({ path, content }) => {
      if (isWanted(path)) addBytes(path, typeof content === 'string' ? encode(content) : content);
    },
    copy: (file) => {
      if (!isWanted(file.path)) return;
      const size = disk.measure(file.from);
      if (size > SMALL) copyInPieces(file, size);
      else addBytes(file.path, disk.read(file.from));
    },
  };
}

/** Makes folders below `site`, each once, those above it first. */
function createFolderMaker(disk: Disk, site: string): (folder: string) => void {
  const made = new Set(['']);
  const makeFolder = (folder: string) => {
    if (made.has(folder)) return;
    makeFolder(folderOf(folder));
    disk.makeFolder(placeIn(site, folder));
    made.add(folder);
  };
  return makeFolder;
}
