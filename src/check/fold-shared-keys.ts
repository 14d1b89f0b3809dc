import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../model/diagnostic.js';

/** A slip of the pen is not made in so many chapters. */
const shared = 5;
const named = /^The key `([^`]+)`/;

/**
 * Puts one `front-matter/unread-shared-key`, at the first, in the place of `front-matter/unknown-key` for a key that five
 * chapters have or more: whatever it resembles, it is meant. Others stay in their order.
 */
export function foldSharedKeys(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    const key = keyOf(finding);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const told = new Set<string>();
  return findings.flatMap((finding) => {
    const key = keyOf(finding);
    const count = key === null ? 0 : (counts.get(key) ?? 0);
    if (key === null || count < shared) return [finding];
    if (told.has(key)) return [];
    told.add(key);
    const { file = '', line, column, length } = finding;
    const place = {
      file,
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
      ...(length === undefined ? {} : { length }),
    };
    return [diagnose('front-matter/unread-shared-key', { key, count }, place)];
  });
}

function keyOf({ code, message }: Diagnostic): string | null {
  return code === 'front-matter/unknown-key' ? (named.exec(message)?.[1] ?? null) : null;
}
