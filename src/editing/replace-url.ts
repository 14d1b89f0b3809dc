import type { Nodes } from 'mdast';
import type { TextEdit } from './text-edit.js';

/**
 * The edit that puts another address into a link; null where it is not written out. The address stands behind `](` or
 * `]:`, perhaps with backslashes or entities in it; the last such place is that of the outermost link.
 */
export function replaceUrl(node: Nodes, body: string, url: string, next: string): TextEdit | null {
  const start = node.position?.start.offset ?? 0;
  const source = body.slice(start, node.position?.end.offset ?? start);
  const written = url.replace(/[!-/:-@[-`{-~]/g, (sign) =>
    sign === '&' ? '\\\\?&(?:amp;)?' : `\\\\?\\${sign}`,
  );
  const found = [...source.matchAll(new RegExp(`${written}(?<=\\](?:\\(|:)\\s*<?${written})`, 'g'))].at(-1);
  if (found === undefined) return null;
  return { start: start + found.index, end: start + found.index + found[0].length, text: next };
}
