import type { KeyPlace, ListedKey, Span } from './key-place.js';

interface Level {
  readonly indent: number;
  readonly path: string;
}

/** A key of a block mapping, by columns from 0; `valueStart` is -1 when the line ends with the colon. */
interface KeyLine {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

const itemPattern = /^ *-(?:\s|$)/;

/** Lists the keys of block mappings in their order. See `listPlaces`. */
export function listYamlPlaces(text: string): readonly ListedKey[] {
  const places: ListedKey[] = [];
  const levels: Level[] = [];
  // Lines indented more than this belong to the value above them: a scalar over several lines, a list, braces.
  let valueIndent = Number.POSITIVE_INFINITY;
  let number = 0;
  for (const line of text.split('\n')) {
    number += 1;
    const indent = countIndent(line);
    if (indent === -1 || indent > valueIndent) continue;
    const isItem = line.charCodeAt(indent) === 0x2d && itemPattern.test(line);
    valueIndent = isItem ? indent : Number.POSITIVE_INFINITY;
    const found = isItem ? null : readKeyLine(line, indent);
    if (found === null) continue;
    while ((levels.at(-1)?.indent ?? -1) >= indent) levels.pop();
    const path = joinPath(levels.at(-1), found.name);
    levels.push({ indent, path });
    if (found.valueStart !== -1) valueIndent = indent;
    places.push({ path, scope: path, place: toPlace(found, number, levels.length) });
  }
  return places;
}

/** Number of spaces before the first character; -1 for a blank line or a comment. */
function countIndent(line: string): number {
  let indent = 0;
  while (line.charCodeAt(indent) === 0x20) indent += 1;
  const first = line.charCodeAt(indent);
  return Number.isNaN(first) || first === 0x23 ? -1 : indent;
}

function readKeyLine(line: string, start: number): KeyLine | null {
  const end = findKeyEnd(line, start);
  if (end === -1) return null;
  const written = line.slice(start, end).trimEnd();
  const quoted = written.startsWith('"') || written.startsWith("'");
  const name = quoted ? written.slice(1, -1) : written;
  let valueStart = end + 1;
  while (line.charCodeAt(valueStart) === 0x20 || line.charCodeAt(valueStart) === 0x09) valueStart += 1;
  const bare = valueStart >= line.length || line.charCodeAt(valueStart) === 0x23;
  return {
    name,
    start,
    end: start + written.length,
    valueStart: bare ? -1 : valueStart,
    valueEnd: bare ? -1 : findValueEnd(line, valueStart),
  };
}

/** The column of the colon that ends the key, or -1. */
function findKeyEnd(line: string, start: number): number {
  let from = start;
  const quote = line[start];
  if (quote === '"' || quote === "'") from = line.indexOf(quote, start + 1) + 1;
  if (from === 0 && start !== from) return -1;
  const colon = line.indexOf(': ', from);
  if (colon !== -1) return colon;
  const tabbed = line.indexOf(':\t', from);
  if (tabbed !== -1) return tabbed;
  return line.endsWith(':') && line.length > from ? line.length - 1 : -1;
}

function findValueEnd(line: string, start: number): number {
  const quote = line[start];
  if (quote === '"' || quote === "'") {
    const close = line.indexOf(quote, start + 1);
    if (close !== -1 && line.charCodeAt(close - 1) !== 0x5c) return close + 1;
  }
  const comment = quote === '"' || quote === "'" ? -1 : line.indexOf(' #', start);
  return line.slice(0, comment === -1 ? undefined : comment).trimEnd().length;
}

function joinPath(parent: Level | undefined, name: string): string {
  return parent === undefined ? name.toLowerCase() : `${parent.path}.${name.toLowerCase()}`;
}

function toPlace(found: KeyLine, line: number, depth: number): KeyPlace {
  const key: Span = { line, column: found.start + 1, length: found.end - found.start };
  if (found.valueStart === -1) return { depth, key, value: key };
  const length = found.valueEnd - found.valueStart;
  return { depth, key, value: { line, column: found.valueStart + 1, length } };
}
