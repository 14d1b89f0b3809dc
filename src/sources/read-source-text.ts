import { readFileSync } from 'node:fs';
import { decodeText } from '../files/decode.js';
import type { SourceFile } from '../model/source.js';

/** The text of a file that the walk has found; null for one that is gone since, or holds something else than text. */
export function readSourceText({ absolute }: SourceFile): string | null {
  try {
    return decodeText(readFileSync(absolute));
  } catch {
    // Gone since the walk: as if it had not been there.
    return null;
  }
}
