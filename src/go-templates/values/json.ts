import { entryOf, type GoValue, isFloat, isGoMap, isGoText, itemsOf, sortedKeys, textOf } from './value.js';

const unsafe = /[<>&\u2028\u2029]/g;

/** A value as JSON that may stand in HTML: `<`, `>` and `&` as `\u003c` and so on. */
export function jsonOf(value: GoValue, indent = ''): string {
  const json = indent === '' ? writeCompact(value) : writeIndented(value, indent, '\n');
  return json.replace(unsafe, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function writeCompact(value: GoValue): string {
  const items = isGoText(value) ? null : itemsOf(value);
  if (items !== null) return `[${items.map(writeCompact).join(',')}]`;
  if (!isGoMap(value)) return writeScalar(value);
  const pairs = sortedKeys(value).map(
    (key) => `${JSON.stringify(key)}:${writeCompact(entryOf(value, key) ?? null)}`,
  );
  return `{${pairs.join(',')}}`;
}

function writeIndented(value: GoValue, indent: string, line: string): string {
  const items = isGoText(value) ? null : itemsOf(value);
  const inner = line + indent;
  if (items !== null) {
    if (items.length === 0) return '[]';
    return `[${items.map((item) => inner + writeIndented(item, indent, inner)).join(',')}${line}]`;
  }
  if (!isGoMap(value)) return writeScalar(value);
  const keys = sortedKeys(value);
  if (keys.length === 0) return '{}';
  const pairs = keys.map((key) => {
    return `${inner}${JSON.stringify(key)}: ${writeIndented(entryOf(value, key) ?? null, indent, inner)}`;
  });
  return `{${pairs.join(',')}${line}}`;
}

function writeScalar(value: GoValue): string {
  if (value === null) return 'null';
  if (isGoText(value)) return JSON.stringify(textOf(value));
  if (isFloat(value)) return Number.isFinite(value.value) ? String(value.value) : 'null';
  if (typeof value !== 'object') return String(value);
  return 'print' in value ? JSON.stringify(value.print()) : 'null';
}
