import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { FoundFile } from './walk.js';

/** One running SHA-256 over the names, sizes and bytes of a book's files, in the order they are given. */
export interface Fingerprint {
  /** Adds a file that is in memory. */
  readonly addBytes: (file: string, bytes: Uint8Array) => void;
  /**
   * Adds a file in pieces, holding one open and at most a megabyte in memory. Returns its size; throws as `fs` does.
   *
   * @param see Is shown the first piece, which is used again afterwards.
   */
  readonly addFile: (found: FoundFile, see?: (head: Uint8Array, size: number) => void) => number;
  /** The sum, hexadecimal. Nothing may be added afterwards. */
  readonly digest: () => string;
}

const PIECE = 1024 * 1024;

export function createFingerprint(): Fingerprint {
  const hash = createHash('sha256');
  const piece = Buffer.allocUnsafeSlow(PIECE);
  const addName = (file: string, size: number) => hash.update(`${file}\0${size}\0`);

  const addFile: Fingerprint['addFile'] = (found, see) => {
    const handle = openSync(found.absolute, 'r');
    try {
      const { size } = fstatSync(handle);
      addName(found.file, size);
      let read = readSync(handle, piece);
      see?.(piece.subarray(0, read), size);
      for (; read > 0; read = readSync(handle, piece)) hash.update(piece.subarray(0, read));
      return size;
    } finally {
      closeSync(handle);
    }
  };

  return {
    addBytes: (file, bytes) => {
      addName(file, bytes.length);
      hash.update(bytes);
    },
    addFile,
    digest: () => hash.digest('hex'),
  };
}
