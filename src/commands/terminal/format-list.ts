import type { Paint } from '../../diagnostics/format.js';
import { formatCsv } from '../../formats/format-csv.js';
import type { ListEntry } from '../../model/list-entry.js';
import { formatJsonText } from './to-terminal.js';

/** What one cell of a table can hold. */
type CsvColumn = Exclude<keyof ListEntry, 'family'>;

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
] as const satisfies readonly CsvColumn[];

/** `list --json`: the entries as they are, two spaces deep. */
export function formatListJson(entries: readonly ListEntry[]): string {
  return `${formatJsonText(entries)}\n`;
}

/** `list --csv`: RFC 4180 with a header line; several aliases are separated by spaces, null is empty. */
export function formatListCsv(entries: readonly ListEntry[]): string {
  const isMultilingual = entries.some(({ lang }) => lang !== undefined);
  const shown: readonly CsvColumn[] = isMultilingual ? [...columns, 'lang'] : columns;
  const rows = entries.map((entry) => shown.map((column) => entry[column] ?? null));
  return formatCsv([shown, ...rows], '\r\n');
}

/** Wider addresses push their line's name to the right; they would push all names, otherwise. */
const widestUrl = 40;

/** `list`: one line a page, weight, address and name in columns; `dim` paints what is less than the name. */
export function formatListTable(entries: readonly ListEntry[], dim: Paint): string {
  const width = Math.max(0, ...entries.map((entry) => String(entry.weight || '').length));
  const urlWidth = Math.max(0, ...entries.map(({ url }) => (url.length > widestUrl ? 0 : url.length)));
  const lines = entries.map((entry) => {
    const weight = String(entry.weight || '').padStart(width);
    const end = nameOf(entry) === '' ? '' : `  ${nameOf(entry)}${entry.draft ? '  (draft)' : ''}`;
    return `${dim(`${weight}  ${end === '' ? entry.url : entry.url.padEnd(urlWidth)}`)}${end}\n`;
  });
  return lines.join('');
}

/**
 * `list --tree`: every page under the section that holds it.
 *
 * @param depths For each entry, how many sections are above it; 0 for home.
 * @param dim Paints what is less than the name.
 */
export function formatListTree(entries: readonly ListEntry[], depths: readonly number[], dim: Paint): string {
  const open: boolean[] = [];
  const lines: string[] = [];
  for (const [index, entry] of [...entries.entries()].reverse()) {
    const depth = depths[index] ?? 0;
    const name = nameOf(entry) === '' ? '' : `${nameOf(entry)}  `;
    const lead = depth === 0 ? '' : dim(branch(depth, open));
    lines.push(`${lead}${name}${dim(entry.url)}${entry.draft ? '  (draft)' : ''}\n`);
    open.length = depth;
    if (depth > 0) open[depth - 1] = true;
  }
  return lines.reverse().join('');
}

/** The lines before a name at depth 1 or more; `open[d]` says whether a later sibling follows at depth d + 1. */
function branch(depth: number, open: readonly boolean[]): string {
  const bars = Array.from({ length: depth - 1 }, (_, level) => (open[level] ? '│  ' : '   '));
  return `${bars.join('')}${open[depth - 1] ? '├─ ' : '└─ '}`;
}

function nameOf(entry: ListEntry): string {
  if (entry.heading === '') return entry.linkTitle;
  return entry.heading === entry.linkTitle ? entry.heading : `${entry.heading} · ${entry.linkTitle}`;
}
