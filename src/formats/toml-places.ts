import type { KeyPlace, ListedKey } from './key-place.js';

const part = `(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')`;
const dotted = String.raw`${part}(?:\s*\.\s*${part})*`;
const tablePattern = new RegExp(String.raw`^(\s*\[{1,2}\s*)(${dotted})\s*\]`);
const keyPattern = new RegExp(String.raw`^(\s*)(${dotted})(\s*=\s*)`);

/** Lists the keys of a document and of its tables in their order. See `listPlaces`. */
export function listTomlPlaces(text: string): readonly ListedKey[] {
  const places: ListedKey[] = [];
  const items = new Map<string, number>();
  let table: readonly string[] = [];
  let openString: string | null = null;
  let number = 0;
  for (const line of text.split('\n')) {
    number += 1;
    if (openString !== null) {
      if (line.includes(openString)) openString = null;
      continue;
    }
    const header = tablePattern.exec(line);
    if (header !== null) {
      table = splitKey(header[2] ?? '');
      const name = table.join('.');
      if (/\[\s*\[/.test(header[1] ?? '')) items.set(name, (items.get(name) ?? 0) + 1);
      places.push(listKey(table, items, placeHeader(header, number, table.length)));
      continue;
    }
    const match = keyPattern.exec(line);
    if (match === null) continue;
    const path = [...table, ...splitKey(match[2] ?? '')];
    places.push(listKey(path, items, placeKey(line, match, number, path.length)));
    openString = findOpenString(line.slice(match[0].length));
  }
  return places;
}

function splitKey(written: string): readonly string[] {
  const parts = written.match(new RegExp(part, 'g')) ?? [];
  return parts.map((name) => name.replace(/^["']|["']$/g, '').toLowerCase());
}

/** The scope numbers each table of a list: the keys of two tables are different ones. */
function listKey(path: readonly string[], items: ReadonlyMap<string, number>, place: KeyPlace): ListedKey {
  const scoped = path.map((part, index) => {
    const number = items.get(path.slice(0, index + 1).join('.'));
    return number === undefined ? part : `${part}[${number}]`;
  });
  return { path: path.join('.'), scope: scoped.join('.'), place };
}

function placeHeader(header: RegExpExecArray, line: number, depth: number): KeyPlace {
  const [, before = '', written = ''] = header;
  const key = { line, column: before.length + 1, length: written.length };
  return { depth, key, value: key };
}

function placeKey(text: string, match: RegExpExecArray, line: number, depth: number): KeyPlace {
  const [all, before = '', written = ''] = match;
  const key = { line, column: before.length + 1, length: written.length };
  const length = readValue(text.slice(all.length)).length;
  return { depth, key, value: length === 0 ? key : { line, column: all.length + 1, length } };
}

/** The value as far as it stands on this line, without a comment behind it. */
function readValue(rest: string): string {
  const quoted = /^(?:"(?!"")[^"\\]*(?:\\.[^"\\]*)*"|'(?!'')[^']*')/.exec(rest);
  return quoted === null ? rest.replace(/#[\s\S]*/, '').trimEnd() : quoted[0];
}

/** The quotes that a string over several lines waits for at the end of this line, if one does. */
function findOpenString(value: string): string | null {
  const quotes = value.slice(0, 3);
  if (quotes !== '"""' && quotes !== "'''") return null;
  return value.includes(quotes, 3) ? null : quotes;
}
