import type { Paragraph, RootContent } from 'mdast';
import { diagnose } from '../../diagnostics/catalogue.js';
import { findVerse } from '../../markdown/mend/find-verse.js';
import { plainText } from '../../markdown/tree/plain-text.js';
import type { CheckedChapter } from '../checked-chapter.js';
import type { Finding } from '../finding.js';

/** A line that was broken before the page was full. */
const longest = 60;
const fewest = 3;
const beginsLine = /^["“‘'([*_—–-]*\p{Lu}/u;
/** A wrapped word, a sign of a formula, a line of a table of contents, what a term means, and who writes a sentence a line, are no verse. */
const isProse = /^: |[\p{L}][-‐¬\u00ad]$|[=+<>|{}\\]|\.{4,}|\d{1,3}$/u;
const endsSentence = /[.!?:]['"”’)]*$/u;

/**
 * Reports `text/lost-verse`, once for stanzas behind each other: short lines of which most begin with a capital, and which pages
 * run together, since they are not sure enough to be set as verse (`text.mend`).
 */
export function checkLostVerse({ tree, shift, placeAt }: CheckedChapter): readonly Finding[] {
  let [isRunning, isStanza] = [false, false];
  return tree.children.flatMap((node, at) => {
    const lines = node.type === 'paragraph' ? readLines(node) : [];
    isStanza = findVerse(lines, textOf(tree.children[at - 1]), isStanza) !== null;
    const isLost = !isStanza && mayBeVerse(lines);
    const isFirst = isLost && !isRunning;
    isRunning = isLost;
    if (!isFirst) return [];
    const start = (node.position?.start.offset ?? 0) + shift;
    const beginning = (lines[0] ?? '').slice(0, 40);
    const place = placeAt(start, start + 1);
    return [{ diagnostic: diagnose('text/lost-verse', { beginning, count: lines.length }, place) }];
  });
}

/** None for a paragraph whose lines its author keeps, or that holds anything but text and emphasis. */
function readLines({ children }: Paragraph): readonly string[] {
  const isText = children.every(({ type }) => type === 'text' || type === 'emphasis' || type === 'strong');
  const text = isText ? children.map(plainText).join('') : '';
  const lines = text.split('\n').map((line) => line.trim());
  // A call of a shortcode is masked, and no line of verse.
  return lines.length > 1 ? lines.filter((line) => !/^\ufffc+$/.test(line)) : [];
}

function mayBeVerse(lines: readonly string[]): boolean {
  if (lines.length < fewest || lines.some((line) => line.length >= longest || isProse.test(line)))
    return false;
  const capitals = lines.filter((line) => beginsLine.test(line)).length;
  const sentences = lines.slice(0, -1).filter((line) => endsSentence.test(line)).length;
  return capitals * 3 >= lines.length * 2 && sentences * 2 < lines.length - 1;
}

function textOf(node: RootContent | undefined): string {
  return node?.type === 'paragraph' || node?.type === 'heading' ? plainText(node) : '';
}
