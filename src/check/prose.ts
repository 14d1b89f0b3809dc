import type { Nodes, PhrasingContent } from 'mdast';
import type { Prose as ProseNode } from '../markdown/survey-tree.js';

/** The words of a paragraph, heading or table cell as they are written, for rules about typography. */
export interface Prose {
  readonly node: ProseNode;
  /**
   * Lines without the marks of quotes and lists before them. What is no text (code, addresses, emphasis marks) stands as
   * one `U+FFFC` per UTF-16 unit; escapes and character references stay as written.
   */
  readonly text: string;
  /** The offset in the decoded file of a place in `text`. */
  readonly offsetAt: (index: number) => number;
}

const placeholder = '\ufffc';
const continuation = /\n[ \t>]+/g;

/** The prose of a node. `shift` is the offset of the parsed text in its file. */
export function readProse(node: ProseNode, source: string, shift: number): Prose {
  const start = node.children[0]?.position?.start.offset ?? 0;
  const end = node.children.at(-1)?.position?.end.offset ?? start;
  const [only] = node.children;
  const isPlain = node.children.length === 1 && only?.type === 'text';
  const written = isPlain ? source.slice(start, end) : maskSource(node.children, source, start, end);
  if (!/\n[ \t>]/.test(written)) return { node, text: written, offsetAt: (index) => shift + start + index };
  return { node, ...dropPrefixes(written, shift + start) };
}

/** The source between two offsets with everything masked that is not text. */
function maskSource(
  children: readonly PhrasingContent[],
  source: string,
  start: number,
  end: number,
): string {
  let masked = '';
  let done = start;
  for (const { from, to } of listTexts(children)) {
    masked += maskPiece(source.slice(done, from)) + source.slice(from, to);
    done = to;
  }
  return masked + maskPiece(source.slice(done, end));
}

function maskPiece(piece: string): string {
  return piece.replace(/[^\n]/g, placeholder);
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** The texts of a line, and its hard breaks, in order; the caller has made sure that nothing nests too deep. */
function listTexts(nodes: readonly Nodes[]): readonly Span[] {
  return nodes.flatMap((node) => {
    if ('children' in node) return listTexts(node.children);
    if (node.type !== 'text' && node.type !== 'break') return [];
    const { start, end } = node.position ?? {};
    return [{ from: start?.offset ?? 0, to: end?.offset ?? 0 }];
  });
}

function dropPrefixes(written: string, shift: number): Pick<Prose, 'text' | 'offsetAt'> {
  /** Where a dropped prefix was, by index in the text, and how much is dropped up to there. */
  const drops: { readonly index: number; readonly total: number }[] = [];
  let total = 0;
  const text = written.replace(continuation, (found, at: number) => {
    total += found.length - 1;
    drops.push({ index: at - total + found.length, total });
    return '\n';
  });
  return {
    text,
    offsetAt: (index) => shift + index + (drops.findLast((drop) => drop.index <= index)?.total ?? 0),
  };
}
