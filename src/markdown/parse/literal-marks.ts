import type { Nodes, PhrasingContent, Root, Text } from 'mdast';
import type { ParseMarkdown } from './parse-markdown.js';

const mayHold = /\\["'.<>{:=+^-]|&(?:quot|apos|lt|gt|#\d+|#x[\da-f]+);/i;
const reference = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/iy;
const punctuation = /[!-/:-@[-`{-~]/;
/** What the typographer changes, what opens attributes, and what marks text or names emoji where a book wants that. */
const marks = /["'.<>{:=+^-]/;

/**
 * A parser that keeps quotes, dashes, dots, angle brackets and other marks apart that stand behind a backslash, or that are written as
 * character references: texts of their own, with `data.isLiteral`, which the typographer and the marks of Hugo's extras leave as they are.
 */
export function keepLiteralMarks(parse: ParseMarkdown): ParseMarkdown {
  return (source) => {
    const tree = parse(source);
    if ((source.includes('\\') || source.includes('&')) && mayHold.test(source)) rewrite(tree, source);
    return tree;
  };
}

/** Whether a text is a mark that stays as it was written. */
export function isLiteralMark({ data }: Text): boolean {
  return data !== undefined && 'isLiteral' in data;
}

/** Without recursion: a tree may nest deeper than the stack. */
function rewrite(tree: Root, source: string): void {
  const stack: Nodes[] = [tree];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!('children' in node)) continue;
    const children = node.children as PhrasingContent[];
    for (const child of children) stack.push(child);
    const found = children.map((child) => (child.type === 'text' ? findLiterals(child, source) : []));
    if (found.every((places) => places.length === 0)) continue;
    const divided = children.flatMap((child, index): PhrasingContent[] =>
      child.type === 'text' ? divide(child, found[index] ?? [], source) : [child],
    );
    node.children = divided as typeof node.children;
  }
}

/** A mark that is written otherwise than it reads: where in the value of its text, and where in the source. */
interface Literal {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** The marks of a text; it is read beside its source, up to where the two part. */
function findLiterals({ value, position }: Text, source: string): readonly Literal[] {
  const [start, end] = [position?.start.offset ?? 0, position?.end.offset ?? 0];
  if (end - start === value.length) return [];
  const found: Literal[] = [];
  let at = 0;
  for (let index = start; index < end && at < value.length; at += 1) {
    const written = source[index] ?? '';
    const next = source[index + 1] ?? '';
    reference.lastIndex = index;
    const [name] = written === '&' ? (reference.exec(source) ?? []) : [];
    if (written === '\\' && punctuation.test(next) && value[at] === next) {
      if (marks.test(next)) found.push({ at, from: index, to: index + 2 });
      index += 2;
    } else if (name !== undefined && !value.startsWith(name, at)) {
      if (marks.test(value[at] ?? '')) found.push({ at, from: index, to: index + name.length });
      if ((value.codePointAt(at) ?? 0) > 0xffff) at += 1;
      index += name.length;
    } else if (written === value[at]) {
      index += 1;
      if (written === '\n')
        while (/[ \t>]/.test(source[index] ?? '') && source[index] !== value[at + 1]) index += 1;
    } else return found;
  }
  return found;
}

function divide(text: Text, literals: readonly Literal[], source: string): Text[] {
  const { value, position } = text;
  if (position === undefined || literals.length === 0) return [text];
  const pieces: Text[] = [];
  let [done, start] = [0, position.start];
  const add = (to: number, end: Point, data?: object): void => {
    const piece: Text = { type: 'text', value: value.slice(done, to), position: { start, end } };
    if (to > done) pieces.push(data === undefined ? piece : { ...piece, data });
    [done, start] = [to, end];
  };
  for (const { at, from, to } of literals) {
    add(at, pointAt(from, start, source));
    add(at + 1, pointAt(to, start, source), { isLiteral: true });
  }
  add(value.length, position.end);
  return pieces;
}

type Point = NonNullable<Text['position']>['start'];

/** The point of an offset that lies behind a known one. */
function pointAt(offset: number, { line, column, offset: known = 0 }: Point, source: string): Point {
  const between = source.slice(known, offset);
  const last = between.lastIndexOf('\n');
  if (last === -1) return { line, column: column + offset - known, offset };
  return { line: line + between.split('\n').length - 1, column: between.length - last, offset };
}
