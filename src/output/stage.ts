import { hash } from 'node:crypto';
import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { FileRecord, KeptFile, OutputCopy, OutputFile } from '../model/output.js';
import type { Disk } from './disk.js';
import { type Ground, holdsFile } from './ground.js';
import { folderOf, placeIn } from './output-path.js';
import { createPathRegister } from './path-register.js';

/** The new version of a site as far as it is made. Of each file only its record stays in memory. */
export interface Stage {
  /** Every file of the site. */
  readonly records: ReadonlyMap<string, FileRecord>;
  /** Those that lie in the workspace because the destination does not hold them. */
  readonly changed: readonly string[];
  /** What is wrong with the paths, and with files that are not what they were when they were read. */
  readonly diagnostics: readonly Diagnostic[];
  /** Both throw as `fs` does. */
  readonly add: (file: OutputFile) => void;
  readonly copy: (file: OutputCopy) => void;
  /** Takes over a file that the destination holds just so, as `add` would; false when it does not, and nothing is done. */
  readonly keep: (file: KeptFile) => boolean;
}

/** Above this size a copy is made in pieces. */
const SMALL = 1024 * 1024;

interface Staging {
  readonly disk: Disk;
  readonly site: string;
  readonly ground: Ground | null;
  readonly records: Map<string, FileRecord>;
  readonly changed: string[];
  readonly makeFolder: (folder: string) => void;
}

/**
 * Starts a new version in the folder `site`. `ground` is the destination it is to replace, null when that holds nothing:
 * files that lie there already, byte for byte, are recorded and not written.
 */
export function openStage(disk: Disk, site: string, ground: Ground | null): Stage {
  const makeFolder = createFolderMaker(disk, site);
  const staging: Staging = { disk, site, ground, records: new Map(), changed: [], makeFolder };
  const diagnostics: Diagnostic[] = [];
  const register = createPathRegister();
  const encode = createEncoder();

  const isWanted = ({ path, origin }: OutputFile | OutputCopy) => {
    const fault = register(path, origin);
    if (fault !== null) diagnostics.push(fault);
    return fault === null;
  };

  return {
    records: staging.records,
    changed: staging.changed,
    diagnostics,
    add: (file) => {
      const { path, content } = file;
      if (isWanted(file)) addBytes(staging, path, typeof content === 'string' ? encode(content) : content);
    },
    copy: (file) => {
      if (!isWanted(file)) return;
      copyFile(staging, file);
      const { path, record, origin } = file;
      // A link may stand in its place by now, to anything that this program may read.
      if (record === undefined || record.hash === staging.records.get(path)?.hash) return;
      const reason = 'it was changed while the book was read';
      diagnostics.push(diagnose('source/unreadable', { reason }, { file: origin ?? path }));
    },
    keep: ({ path, origin, size, hash: known }) => {
      const record = { size, hash: known };
      if (ground === null || !holdsFile(ground, path, record)) return false;
      const fault = register(path, origin);
      if (fault === null) staging.records.set(path, record);
      else diagnostics.push(fault);
      return true;
    },
  };
}

function addBytes(staging: Staging, path: string, bytes: Uint8Array): void {
  const record = { size: bytes.length, hash: hash('sha256', bytes) };
  place(staging, path, record, (to) => {
    staging.disk.create(to, bytes);
    return record;
  });
}

function copyFile(staging: Staging, { path, from, record }: OutputCopy): void {
  const { disk, ground } = staging;
  if (record !== undefined && ground !== null && holdsFile(ground, path, record)) {
    staging.records.set(path, record);
    return;
  }
  const size = disk.measure(from);
  if (size <= SMALL) {
    addBytes(staging, path, disk.read(from));
    return;
  }
  // Needed to compare only: should the file change before it is copied, what was copied is what counts.
  const known = ground === null ? '' : disk.hash(from);
  place(staging, path, { size, hash: known }, (to) => disk.copy(from, to));
}

/** Records a file; writes it unless it is in place. `write` returns the record of what it wrote. */
function place(staging: Staging, path: string, record: FileRecord, write: (to: string) => FileRecord): void {
  if (staging.ground !== null && holdsFile(staging.ground, path, record)) {
    staging.records.set(path, record);
    return;
  }
  staging.makeFolder(folderOf(path));
  staging.records.set(path, write(placeIn(staging.site, path)));
  staging.changed.push(path);
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

/** Turns text into UTF-8. The bytes are valid until the next call: one buffer serves them all. */
type Encoder = (text: string) => Uint8Array;

/** Encoding into a buffer that is there already takes half the time of making one per page. */
function createEncoder(): Encoder {
  let buffer = Buffer.allocUnsafeSlow(1024 * 1024);
  return (text) => {
    // No UTF-16 unit takes more than three bytes.
    if (buffer.length < text.length * 3) buffer = Buffer.allocUnsafeSlow(text.length * 3);
    return buffer.subarray(0, buffer.write(text));
  };
}
