import { createHash } from 'node:crypto';
import { closeSync, fstatSync, readSync } from 'node:fs';
import type { SourceFile } from '../model/source.js';
import { describeFile, isPictureName } from './measure-picture.js';
import { openFound } from './shared-reader.js';
import type { FoundFile } from './walk.js';

/** One running SHA-256 over the names, sizes and hashes of a book's files, in the order they are given. */
export interface Fingerprint {
  /** @param hash SHA-256 of the bytes, hexadecimal. */
  readonly addHash: (file: string, size: number, hash: string) => void;
  /** The sum, hexadecimal. Nothing may be added afterwards. */
  readonly digest: () => string;
}

export function createFingerprint(): Fingerprint {
  const sum = createHash('sha256');
  return {
    addHash: (file, size, hash) => void sum.update(`${file}\0${size}\0${hash}\0`),
    digest: () => sum.digest('hex'),
  };
}

const PIECE = 1024 * 1024;

/** Reads a file in pieces, holding one open and at most a megabyte in memory: its size, its hash, how large its picture is. Throws as `fs` does. */
export function measureFile(found: FoundFile): SourceFile & { readonly hash: string } {
  const handle = openFound(found);
  try {
    const { size } = fstatSync(handle);
    const piece = Buffer.allocUnsafeSlow(Math.min(PIECE, size + 1));
    const sum = createHash('sha256');
    let read = readSync(handle, piece);
    const described = describeFile(found, size, isPictureName(found.path) ? piece.subarray(0, read) : null);
    for (; read > 0; read = readSync(handle, piece)) sum.update(piece.subarray(0, read));
    return { ...described, hash: sum.digest('hex') };
  } finally {
    closeSync(handle);
  }
}
