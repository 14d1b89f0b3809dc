import type { RootContent } from 'mdast';
import { diagnose } from '../../diagnostics/catalogue.js';
import { plainText } from '../../markdown/tree/plain-text.js';
import type { CheckedChapter } from '../checked-chapter.js';
import type { Finding } from '../finding.js';

/** A paragraph this long is no verse, and no line of a dialogue. */
const longText = 80;
const longLine = 60;
/** Page number and running head, and no more. */
const mostBetween = 2;
const longestHead = 60;
const breaksOff = /[\p{L}\p{M},;-]$/u;
const goesOn = /^\p{Ll}/u;

/**
 * Reports `text/broken-paragraph`: a paragraph that ends in the middle of a sentence, and one that goes on in lower case
 * right behind it, or behind what may be a page number and a running head.
 */
export function checkBrokenParagraphs({ tree, shift, placeAt }: CheckedChapter): readonly Finding[] {
  return tree.children.flatMap((node, index) => {
    if (node.type !== 'paragraph' || !goesOn.test(plainText(node))) return [];
    const broken = findBroken(tree.children, index);
    if (broken === null) return [];
    const start = (node.position?.start.offset ?? 0) + shift;
    return [{ diagnostic: diagnose('text/broken-paragraph', broken, placeAt(start, start + 1)) }];
  });
}

function findBroken(
  nodes: readonly RootContent[],
  index: number,
): { readonly before: string; readonly between: string } | null {
  const between: string[] = [];
  for (let at = index - 1; at >= 0 && between.length <= mostBetween; at -= 1) {
    const node = nodes[at];
    if (node === undefined) return null;
    const text = plainText(node).trim();
    if (node.type === 'paragraph' && breaksOff.test(text) && isRunning(text)) {
      return { before: text.slice(-30).replace(/^\S*\s+/, ''), between: between.join(' / ') };
    }
    if (!isHead(node, text)) return null;
    between.unshift(text);
  }
  return null;
}

function isRunning(text: string): boolean {
  return text.length >= longText && text.split('\n').some((line) => line.length >= longLine);
}

/** A page number, alone or between dashes, or a short line in capitals. */
function isHead(node: RootContent, text: string): boolean {
  if (node.type !== 'paragraph' && node.type !== 'list' && node.type !== 'heading') return false;
  if (/^[-–—[(]?\s*(?:[Pp]age\s+)?\d{1,4}\s*[-–—\])]?$/.test(text)) return true;
  return text.length <= longestHead && text !== '' && text === text.toUpperCase();
}
