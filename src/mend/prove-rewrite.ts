import type { Proofed } from './prove-mends.js';

/** A text before and after it was rewritten, each with its page. */
export interface RewrittenText {
  readonly source: string;
  readonly proofed: Proofed;
}

/** What no page prints: comments, tags, addresses, marks of call-outs, what shortcodes and listings are told. */
const unprinted =
  /<!--[\s\S]*?-->|<\/?[a-z][^<>\n]*>|\[!\w+\]|\]\([^()\n]*\)|\{\{[%<][\s\S]*?[%>]\}\}|^[ \t>]*(?:`{3,}(?!`)|~{3,}(?!~)).*|\{[^{}\n]*\}$/gm;

/**
 * Whether a text that was rewritten as a whole says what it said: the page has no more faults, and no character is gone
 * from it that is not gone from what is printed of the source.
 */
export function isSameText(before: RewrittenText, after: RewrittenText): boolean {
  if (before.proofed.page === null || after.proofed.page === null) return false;
  if (after.proofed.faults > before.proofed.faults) return false;
  const kept = new Set(after.source.match(unprinted));
  const gone = countGone(
    before.source.replace(unprinted, (found) => (kept.has(found) ? '' : found)),
    after.source.replace(unprinted, ''),
  );
  const lost = countGone(before.proofed.page.letters, after.proofed.page.letters);
  return [...lost].every(([character, count]) => count <= (gone.get(character) ?? 0));
}

/** How many of each letter and digit are there no more. */
function countGone(before: string, after: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [text, by] of [
    [before, 1],
    [after, -1],
  ] as const)
    for (const [character] of text.matchAll(/[\p{L}\p{N}]/gu))
      counts.set(character, (counts.get(character) ?? 0) + by);
  return new Map([...counts].filter(([, count]) => count > 0));
}
