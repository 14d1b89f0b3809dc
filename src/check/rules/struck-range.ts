import type { Delete, Nodes } from 'mdast';
import { diagnose } from '../../diagnostics/catalogue.js';
import type { CheckedChapter } from '../checked-chapter.js';
import type { Finding } from '../finding.js';

/**
 * Reports `text/struck-range` for text that is struck out between two single tildes with a letter or a digit on their
 * outer side: `10~20 and 80~100`. A backslash before each mends it.
 */
export function checkStruckRanges({ tree, text, shift, placeAt }: CheckedChapter): readonly Finding[] {
  if (!text.includes('~')) return [];
  return listStruck(tree).flatMap((node) => {
    const start = (node.position?.start.offset ?? 0) + shift;
    const end = (node.position?.end.offset ?? 0) + shift;
    if (text[start + 1] === '~' || !(isWord(text[start - 1]) || isWord(text[end]))) return [];
    const struck = text.slice(start + 1, end - 1).replaceAll('\n', ' ');
    const fix = [start, end - 1].map((at) => ({ start: at, end: at, text: '\\' }));
    return [
      {
        diagnostic: diagnose('text/struck-range', { struck: struck.slice(0, 60) }, placeAt(start, end)),
        fix,
      },
    ];
  });
}

function isWord(character = ''): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}

function listStruck(tree: Nodes): readonly Delete[] {
  const found: Delete[] = [];
  const stack: Nodes[] = [tree];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'delete') found.push(node);
    if ('children' in node) for (const child of node.children) stack.push(child);
  }
  return found.reverse();
}
