import type { ListEntry } from '../model/list-entry.js';

const columns = [
  'source',
  'url',
  'kind',
  'title',
  'heading',
  'linkTitle',
  'weight',
  'date',
  'draft',
  'section',
  'prev',
  'next',
  'aliases',
  'words',
  'minutes',
] as const satisfies readonly (keyof ListEntry)[];

/** `list --json`: the entries as they are, two spaces deep. */
export function formatListJson(entries: readonly ListEntry[]): string {
  return `${JSON.stringify(entries, null, 2)}\n`;
}

/** `list --csv`: RFC 4180 with a header line; several aliases are separated by spaces, null is empty. */
export function formatListCsv(entries: readonly ListEntry[]): string {
  const rows = entries.map((entry) => columns.map((column) => csvField(entry[column])));
  return `${[columns, ...rows].map((row) => row.join(',')).join('\r\n')}\r\n`;
}

function csvField(value: ListEntry[keyof ListEntry]): string {
  const text = Array.isArray(value) ? value.join(' ') : value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** `list`: one line a page, weight, name and address in columns. */
export function formatListTable(entries: readonly ListEntry[]): string {
  const width = Math.max(0, ...entries.map((entry) => String(entry.weight || '').length));
  const lines = entries.map((entry) => {
    const weight = String(entry.weight || '').padStart(width);
    return `${weight}  ${entry.url}  ${nameOf(entry)}${entry.draft ? '  (draft)' : ''}`;
  });
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

/**
 * `list --tree`: every page under the section that holds it.
 *
 * @param depths For each entry, how many sections are above it; 0 for home.
 */
export function formatListTree(entries: readonly ListEntry[], depths: readonly number[]): string {
  const open: boolean[] = [];
  const lines: string[] = [];
  for (const [index, entry] of [...entries.entries()].reverse()) {
    const depth = depths[index] ?? 0;
    lines.push(`${branch(depth, open)}${nameOf(entry)}  ${entry.url}${entry.draft ? '  (draft)' : ''}\n`);
    open.length = depth;
    if (depth > 0) open[depth - 1] = true;
  }
  return lines.reverse().join('');
}

/** The lines before a name; `open[d]` says whether a later sibling follows at depth d + 1. */
function branch(depth: number, open: readonly boolean[]): string {
  if (depth === 0) return '';
  const bars = Array.from({ length: depth - 1 }, (_, level) => (open[level] ? '│  ' : '   '));
  return `${bars.join('')}${open[depth - 1] ? '├─ ' : '└─ '}`;
}

function nameOf(entry: ListEntry): string {
  if (entry.heading === '') return entry.linkTitle;
  return entry.heading === entry.linkTitle ? entry.heading : `${entry.heading} · ${entry.linkTitle}`;
}
