import type { RawData } from './data.js';
import { findRepeatedKeys } from './repeated-keys.js';
import { parseToml } from './toml.js';

/**
 * Parses a TOML document in which the last of several equal keys counts: the earlier ones are left out, with as many
 * lines as their values take. A table that is there twice stays a fault, as any other does.
 */
export function parseLastToml(text: string): RawData {
  const lines = text.split('\n');
  for (const { first } of findRepeatedKeys('toml', text)) {
    if (first === null || first.key === first.value) continue;
    const start = first.key.line - 1;
    const count = countLines(lines.slice(start));
    lines.fill('', start, start + count);
  }
  return parseToml(lines.join('\n'));
}

/** Lines of the entry that a text begins with: so many that they parse. */
function countLines(lines: readonly string[]): number {
  const found = lines.findIndex((_, index) => parseToml(lines.slice(0, index + 1).join('\n')).ok);
  return found === -1 ? 1 : found + 1;
}
