import { createHash } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  type Dirent,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { isSystemError } from '../files/system-error.js';

/**
 * Everything that publishing and editing do to a disk. Tests put another one in its place that fails on purpose.
 * All paths are absolute; all calls are synchronous, hold at most two files open and throw as `fs` does.
 */
export interface Disk {
  /** What lies at a path, a link itself and not what it leads to; undefined when there is nothing. */
  readonly look: (path: string) => Stats | undefined;
  /** Bytes of a file, links followed. */
  readonly measure: (path: string) => number;
  readonly list: (folder: string) => readonly Dirent[];
  readonly read: (path: string) => Uint8Array;
  /** SHA-256 of a file, hexadecimal, read in pieces. */
  readonly hash: (path: string) => string;
  /** The path without links. */
  readonly resolve: (path: string) => string;
  readonly makeFolder: (path: string) => void;
  /** Writes a new file, whole or not at all; fails when the path is taken. */
  readonly create: (path: string, bytes: Uint8Array) => void;
  /** Copies a file to a new path in pieces, whole or not at all. Returns size and SHA-256 of what was written. */
  readonly copy: (from: string, to: string) => { readonly size: number; readonly hash: string };
  /** Gives a file its permissions. */
  readonly setMode: (path: string, mode: number) => void;
  readonly rename: (from: string, to: string) => void;
  readonly removeFile: (path: string) => void;
  /** Removes an empty folder. */
  readonly removeFolder: (path: string) => void;
  /** Removes whatever lies at a path, without following links; nothing there is fine. */
  readonly removeTree: (path: string) => void;
}

export const realDisk: Disk = {
  look: lookAt,
  measure: (path) => statSync(path).size,
  list: (folder) => readdirSync(folder, { withFileTypes: true }),
  read: (path) => readFileSync(path),
  hash: (path) => readInPieces(path, () => undefined).hash,
  resolve: (path) => realpathSync.native(path),
  makeFolder: (path) => mkdirSync(path),
  create: (path, bytes) => withNewFile(path, (handle) => writeAll(handle, bytes)),
  copy: (from, to) => withNewFile(to, (handle) => readInPieces(from, (piece) => writeAll(handle, piece))),
  setMode: chmodSync,
  rename: renameSync,
  removeFile: unlinkSync,
  removeFolder: (path) => rmdirSync(path),
  removeTree: (path) => rmSync(path, { recursive: true, force: true }),
};

/** Below a file there is nothing, as there is nothing below a folder that is not there or by a name that no disk takes. */
function lookAt(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (isSystemError(error) && ['ENOTDIR', 'ENAMETOOLONG'].includes(error.code)) return undefined;
    throw error;
  }
}

const PIECE = 1024 * 1024;

function withNewFile<Value>(path: string, fill: (handle: number) => Value): Value {
  const handle = openSync(path, 'wx');
  let isWhole = false;
  try {
    const value = fill(handle);
    isWhole = true;
    return value;
  } finally {
    closeSync(handle);
    if (!isWhole) unlinkSync(path);
  }
}

function writeAll(handle: number, bytes: Uint8Array): void {
  let done = 0;
  // A nearly full disk takes a part first and refuses the rest at the next call.
  while (done < bytes.length) done += writeSync(handle, bytes, done, bytes.length - done);
}

function readInPieces(path: string, take: (piece: Uint8Array) => void): { size: number; hash: string } {
  const handle = openSync(path, 'r');
  try {
    const hash = createHash('sha256');
    const buffer = Buffer.allocUnsafeSlow(PIECE);
    let size = 0;
    for (let read = readSync(handle, buffer); read > 0; read = readSync(handle, buffer)) {
      const piece = buffer.subarray(0, read);
      hash.update(piece);
      take(piece);
      size += read;
    }
    return { size, hash: hash.digest('hex') };
  } finally {
    closeSync(handle);
  }
}
