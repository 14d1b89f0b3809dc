import { closeSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { isSystemError } from '../../files/system-error.js';
import type { Piece } from './memory-model.js';

/** Bytes that are written at once. */
const BLOCK = 4 * 1024 * 1024;

/** A piece under way. Its calls throw as `fs` does. */
export interface PieceWriter {
  /** Where the bytes will lie: at a multiple of four. */
  readonly add: (bytes: Uint8Array) => readonly [start: number, length: number];
  readonly finish: () => Piece;
  /** Removes it. Never throws. */
  readonly abandon: () => void;
}

/** Begins a piece; nobody else has one of this name. */
export function writePiece(folder: string, name: string): PieceWriter {
  const path = join(folder, name);
  const handle = openSync(path, 'wx');
  let waiting: Uint8Array[] = [];
  let held = 0;
  let length = 0;
  let sum = 0;
  let isOpen = true;
  const flush = () => {
    const block = Buffer.concat(waiting);
    waiting = [];
    held = 0;
    sum = crc32(block, sum);
    for (let done = 0; done < block.length; ) done += writeSync(handle, block, done);
  };
  const put = (bytes: Uint8Array) => {
    waiting.push(bytes);
    held += bytes.length;
    length += bytes.length;
  };
  const close = () => {
    if (isOpen) closeSync(handle);
    isOpen = false;
  };
  return {
    add: (bytes) => {
      const start = length;
      put(bytes);
      if (length % 4 !== 0) put(new Uint8Array(4 - (length % 4)));
      if (held > BLOCK) flush();
      return [start, bytes.length];
    },
    finish: () => {
      flush();
      close();
      return { name, sum, length };
    },
    abandon: () => {
      close();
      ignoreFaults(() => unlinkSync(path));
    },
  };
}

/** The bytes of a piece, at a multiple of four in their memory; null when they are not those that were written. */
export function readPiece(folder: string, { name, sum, length }: Piece): Uint8Array | null {
  const bytes = ignoreFaults(() => readFileSync(join(folder, name)));
  if (bytes === null || bytes.length !== length || crc32(bytes) !== sum) return null;
  return bytes.byteOffset % 4 === 0 ? bytes : Uint8Array.from(bytes);
}

/** What comes of something done to the disk; null when that fails. Throws faults of our own. */
export function ignoreFaults<Value>(act: () => Value): Value | null {
  try {
    return act();
  } catch (error) {
    if (isSystemError(error)) return null;
    throw error;
  }
}
