import { readFileSync } from 'node:fs';

/** The bytes of a file of the book that was found before; throws as `fs` does where it has gone since. */
export function readBytes(path: string): Uint8Array {
  return readFileSync(path);
}
