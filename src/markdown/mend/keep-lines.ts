import type { Nodes, Paragraph, PhrasingContent } from 'mdast';
import { mendedBreak } from '../tree/mended-break.js';

/**
 * Makes hard breaks of the line ends of a paragraph, those in emphasis and links left alone.
 *
 * @param isKept Whether the line end before a line is one, by the line's number in the paragraph, from 0.
 * @param isProse Whether the lines are prose, whose words may still be split at the end of a line.
 */
export function keepLines(paragraph: Paragraph, isKept: (line: number) => boolean, isProse: boolean): void {
  let line = 0;
  paragraph.children = paragraph.children.flatMap((node): PhrasingContent[] => {
    if (node.type === 'break') line += 1;
    if (node.type !== 'text') {
      line += countLineEnds(node);
      return [node];
    }
    const pieces = node.value.split('\n');
    const kept: PhrasingContent[] = [];
    let text = pieces[0] ?? '';
    for (const piece of pieces.slice(1)) {
      line += 1;
      if (!isKept(line)) text += `\n${piece}`;
      else {
        kept.push({ ...node, value: text }, isProse ? mendedBreak() : { type: 'break' });
        text = piece;
      }
    }
    return [...kept, { ...node, value: text }];
  });
}

function countLineEnds(node: Nodes): number {
  if ('children' in node)
    return (node.children as Nodes[]).reduce((sum, child) => sum + countLineEnds(child), 0);
  return 'value' in node ? node.value.split('\n').length - 1 : 0;
}
