import type { Code, List, Paragraph, Parents, RootContent } from 'mdast';
import { endLineOf, lineOf } from '../parse/line-of.js';
import { beginsTypedBullet, readTypedList } from './find-bullets.js';
import type { MendBlocks, MendedText } from './mend-block.js';

/**
 * Lines that begin with a typed bullet (`•`, `◦`, `▪`) become a list, its depth by their indent. Markdown runs them together,
 * and makes code of those that are indented by four blanks and more.
 */
export const mendBullets: MendBlocks = (tree, text) => {
  // The sign alone is found several times faster.
  if (!/[•◦▪‣●■□○∙⁃]/.test(text.source) || !/^[ \t>]*[•◦▪‣●■□○∙⁃]\s/mu.test(text.source)) return;
  visit(tree, text);
};

function visit(parent: Parents, text: MendedText): void {
  const done: RootContent[] = [];
  for (const node of parent.children as readonly RootContent[]) {
    const blocks =
      (node.type === 'paragraph' || node.type === 'code') && !text.pieces.isSpent() ? mend(node, text) : null;
    if (node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem') visit(node, text);
    for (const block of blocks ?? [node]) push(done, block, blocks !== null);
  }
  parent.children = done as typeof parent.children;
}

/** Bullets with blank lines between them are one list. */
function push(done: RootContent[], block: RootContent, isMended: boolean): void {
  const last = done.at(-1);
  if (isMended && block.type === 'list' && last?.type === 'list' && typed.has(last)) {
    for (const item of block.children) last.children.push(item);
    return;
  }
  if (isMended && block.type === 'list') typed.add(block);
  done.push(block);
}

/** The lists that were typed. */
const typed = new WeakSet<List>();

function mend(
  node: Paragraph | Code,
  { source, linesOf, pieces }: MendedText,
): readonly RootContent[] | null {
  const written = linesOf().slice(lineOf(node) - 1, endLineOf(node));
  const quoted = /^[ \t]*>/.test(written[0] ?? '');
  const bare = quoted ? written.map((line) => line.replace(/^[ \t]*(?:> ?)+/, '')) : written;
  if (node.type === 'code' && (isFenced(node, source) || !beginsTypedBullet(bare[0] ?? ''))) return null;
  const found = readTypedList(bare);
  if (found === null) return null;
  const intro = found.intro.map((line) => line.trim()).join('\n');
  const place = { line: lineOf(node), column: 0 };
  const before = intro === '' ? [] : pieces.parse(intro, place);
  const list = pieces.parse(found.list.join('\n'), { ...place, line: place.line + found.intro.length });
  return [...before, ...list.map(tighten)];
}

function isFenced({ position }: Code, source: string): boolean {
  const start = position?.start.offset ?? 0;
  return /^[`~]/.test(source.slice(start, start + 1));
}

/** Blank lines between typed bullets say nothing. */
function tighten(node: RootContent): RootContent {
  if (node.type !== 'list') return node;
  for (const item of node.children) {
    item.spread = false;
    for (const child of item.children) tighten(child);
  }
  return Object.assign(node, { spread: false });
}
