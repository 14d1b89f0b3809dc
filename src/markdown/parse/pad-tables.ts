import type { Nodes, Root } from 'mdast';
import { addAll } from '../../lists/add-all.js';
import type { ParseMarkdown } from './parse-markdown.js';

const delimiters = /^[ \t>]*(?:\|[ \t]*)?:?-+:?[ \t]*\|[-:| \t]*$/;
const mayHold = /^[ \t>]*(?:\|[ \t]*)?:?-+:?[ \t]*\|[-:| \t]*$/m;

/** What is put in behind the head of a table. */
interface Padding {
  /** In the text as written, from 0. */
  readonly offset: number;
  readonly text: string;
}

/**
 * A parser of tables whose row of delimiters is longer than their head: as in Hugo, the head gets empty cells. Without
 * them, such a table is text to GFM.
 */
export function padTables(parse: ParseMarkdown): ParseMarkdown {
  return (source) => {
    const tree = parse(source);
    if (!source.includes('|') || !mayHold.test(source)) return tree;
    const paddings = listPaddings(tree, source);
    if (paddings.length === 0) return tree;
    const padded = parse(insert(source, paddings));
    moveBack(padded, paddings);
    return padded;
  };
}

/** Such a table is a paragraph: only those are looked at, so that code stays as it is. */
function listPaddings(tree: Root, source: string): readonly Padding[] {
  const found: Padding[] = [];
  const stack: Nodes[] = [tree];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const [start, end] = [node.position?.start.offset, node.position?.end.offset];
    if (node.type === 'paragraph' && start !== undefined && end !== undefined)
      addAll(found, padParagraph(source.slice(start, end), start));
    else if ('children' in node && node.type !== 'table') addAll(stack, node.children);
  }
  return found.sort((a, b) => a.offset - b.offset);
}

function padParagraph(written: string, start: number): readonly Padding[] {
  if (!written.includes('|') || !written.includes('\n')) return [];
  const lines = written.split('\n');
  let offset = start;
  for (const [index, line] of lines.entries()) {
    const below = lines[index + 1];
    offset += line.length;
    if (below !== undefined && line.includes('|') && delimiters.test(below)) {
      const missing = countCells(below) - countCells(line);
      if (missing <= 0 || missing > 100) return [];
      const isClosed = /(?<!\\)\|[ \t]*$/.test(line);
      return [{ offset, text: `${isClosed ? '' : '|'}${' |'.repeat(missing)}` }];
    }
    offset += 1;
  }
  return [];
}

function countCells(line: string): number {
  const row = line.replace(/^[ \t>]*\|?/, '').trimEnd();
  return row.replace(/\\./g, '').replace(/\|$/, '').split('|').length;
}

function insert(source: string, paddings: readonly Padding[]): string {
  let text = '';
  let done = 0;
  for (const padding of paddings) {
    text += source.slice(done, padding.offset) + padding.text;
    done = padding.offset;
  }
  return text + source.slice(done);
}

/** Gives the nodes of a padded text the positions that they have in the text as written. */
function moveBack(tree: Root, paddings: readonly Padding[]): void {
  const stack: Nodes[] = [tree];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if ('children' in node) addAll(stack, node.children);
    const { position } = node;
    if (position === undefined) continue;
    for (const point of [position.start, position.end]) {
      const offset = point.offset ?? 0;
      const moved = offset - countInserted(offset, paddings);
      // Nothing but padding stands behind the head of a table in its line.
      if (paddings.some((padding) => padding.offset === moved))
        point.column -= offset - moved - before(moved, paddings);
      point.offset = moved;
    }
  }
}

/** How much of the padded text in front of an offset was put in. */
function countInserted(offset: number, paddings: readonly Padding[]): number {
  let inserted = 0;
  for (const padding of paddings) {
    const from = padding.offset + inserted;
    if (offset <= from) break;
    inserted += Math.min(padding.text.length, offset - from);
  }
  return inserted;
}

function before(offset: number, paddings: readonly Padding[]): number {
  return paddings.reduce((sum, padding) => (padding.offset < offset ? sum + padding.text.length : sum), 0);
}
