import type { List } from 'mdast';
import { diagnose } from '../../diagnostics/catalogue.js';
import type { CheckedChapter } from '../checked-chapter.js';
import type { Finding } from '../finding.js';

/**
 * Reports `text/lone-list-item`: an ordered list of one item that starts above 1 (content rule 20). Where it is one line
 * without a full stop, and no list goes before, it was a heading and is mended to one; else its dot is escaped.
 */
export function checkLoneListItems(chapter: CheckedChapter): readonly Finding[] {
  const { tree, text, shift, placeAt } = chapter;
  return tree.children.flatMap((node, index) => {
    if (node.type !== 'list' || node.ordered !== true || node.children.length !== 1) return [];
    // A list of another mark before it, or one that goes on after a paragraph in between, is meant as a list.
    if ((node.start ?? 1) <= 1 || tree.children.slice(0, index).some(isOrdered)) return [];
    const start = (node.position?.start.offset ?? 0) + shift;
    const end = (node.position?.end.offset ?? 0) + shift;
    const written = text.slice(start, end).trimEnd();
    const firstLine = written.split('\n', 1)[0] ?? '';
    const diagnostic = diagnose(
      'text/lone-list-item',
      { written: firstLine.slice(0, 60) },
      placeAt(start, start + firstLine.length),
    );
    return [{ diagnostic, ...mendItem(written, start) }];
  });
}

function isOrdered(node: { readonly type: string }): boolean {
  return node.type === 'list' && (node as List).ordered === true;
}

function mendItem(written: string, start: number): Required<Omit<Finding, 'diagnostic'>> {
  const won = /^\d+[.)]/.exec(written)?.[0] ?? '';
  const isHeading = !written.includes('\n') && written.length <= 120 && !/[.,;:!?]["”')]?$/.test(written);
  if (isHeading) {
    const elements = { ol: [-1, -1], li: [-1, -1], h2: [1, 1], p: [-1, 0] } as const;
    return { fix: [{ start, end: start, text: '## ' }], change: { won, elements } };
  }
  const mark = start + (/^\d+/.exec(written)?.[0].length ?? 0);
  const elements = { ol: [-1, -1], li: [-1, -1], p: [0, 1] } as const;
  return { fix: [{ start: mark, end: mark, text: '\\' }], change: { won, elements } };
}
