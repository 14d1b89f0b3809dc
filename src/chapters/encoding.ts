import { isUtf8 } from 'node:buffer';
import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { LoadedFile } from '../model/source.js';

const lineFeed = 0x0a;

/** The diagnostic of a file that is not UTF-8: at its first faulty character, or naming UTF-16 by its mark. */
export function reportEncoding({ file, bytes }: LoadedFile): Diagnostic {
  const encoding = nameEncoding(bytes);
  const place = encoding === null ? findFaultyCharacter(bytes) : { line: 1, column: 1 };
  return diagnose('front-matter/not-utf-8', { encoding }, { file, ...place });
}

function nameEncoding(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'UTF-16 (little-endian)';
  return first === 0xfe && second === 0xff ? 'UTF-16 (big-endian)' : null;
}

function findFaultyCharacter(bytes: Uint8Array): { line: number; column: number } {
  let start = 0;
  for (let line = 1; start <= bytes.length; line += 1) {
    const found = bytes.indexOf(lineFeed, start);
    const end = found === -1 ? bytes.length : found;
    const part = bytes.subarray(start, end);
    if (!isUtf8(part)) return { line, column: countGoodCharacters(part) + 1 };
    start = end + 1;
  }
  return { line: 1, column: 1 };
}

function countGoodCharacters(line: Uint8Array): number {
  const text = new TextDecoder('utf-8').decode(line);
  return Math.max(text.indexOf('\uFFFD'), 0);
}
