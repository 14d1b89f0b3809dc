import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeText } from '../files/decode.js';
import { isInside } from '../files/inside.js';

/** The text of a file named in a finding, relative to the book's folder, for its excerpt; null when it cannot be shown. */
export function readBookText(book: string, file: string): string | null {
  const path = join(book, file);
  if (!isInside(book, path)) return null;
  try {
    return decodeText(readFileSync(path));
  } catch {
    // The file has gone since, or is none of the book's: the finding is shown without its excerpt.
    return null;
  }
}
