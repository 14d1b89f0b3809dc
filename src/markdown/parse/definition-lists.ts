import type { Paragraph, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import { addAll } from '../../lists/add-all.js';
import type { DefinitionDescription, DefinitionList, DefinitionTerm } from '../tree/definition-nodes.js';
import { type DefinitionLines, definitionMark, readDefinition } from './definition-lines.js';
import { endLineOf, lineOf } from './line-of.js';
import type { ParseMarkdown } from './parse-markdown.js';
import { createPieceParser, type PieceParser } from './piece-parser.js';

/** Quotes, lists and definitions inside each other; deeper ones keep their colons. */
const DEEPEST = 40;

/** A node with children, and its lines without what makes it one. */
interface Container {
  readonly parent: Parents;
  readonly lines: readonly string[];
  /** Of the first of the lines in the chapter, from 1. */
  readonly line: number;
  /** Columns in front of them. */
  readonly column: number;
  readonly depth: number;
}

/**
 * Puts definition lists into a tree: paragraphs, each line a term, and below them definitions that begin with a colon
 * and a space at the very beginning of their line. What is written in a definition is parsed by itself, so that both
 * parsers make the same of it; positions stay those of the chapter. A text without such a line is left as it is.
 */
export function addDefinitionLists(tree: Root, source: string, parse: ParseMarkdown): void {
  if (!mayDefine(source)) return;
  const container = { parent: tree, lines: source.split('\n'), line: 1, column: 0, depth: 0 };
  findLists(container, createPieceParser(source, parse));
}

/** Whether a line begins with a colon and white space, in a container or not. Colons are rare, and so found fast. */
function mayDefine(source: string): boolean {
  for (let at = source.indexOf(':'); at >= 0; at = source.indexOf(':', at + 1)) {
    if (!isSpace(source[at + 1])) continue;
    let start = at;
    while (isSpace(source[start - 1]) || source[start - 1] === '>') start -= 1;
    if (start === 0 || source[start - 1] === '\n') return true;
  }
  return false;
}

function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}

function findLists(container: Container, pieces: PieceParser): void {
  const { parent } = container;
  const waiting = [...(parent.children as RootContent[])].reverse();
  const done: RootContent[] = [];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const end = node.type === 'paragraph' ? takeList(node, done, container, pieces) : null;
    if (end === null) {
      searchInside(node, container, pieces);
      done.push(node);
    } else dropLines(waiting, node, end, container, pieces);
  }
  parent.children = done as typeof parent.children;
}

/** The lists in a quote or in the items of a list. */
function searchInside(node: RootContent, { lines, line, depth }: Container, pieces: PieceParser): void {
  if (depth >= DEEPEST) return;
  const inner = node.type === 'list' ? node.children : node.type === 'blockquote' ? [node] : [];
  for (const parent of inner) {
    const [first] = parent.children;
    if (first === undefined || parent.position === undefined) continue;
    const from = parent.position.start.line;
    const column = (first.position?.start.column ?? 1) - 1;
    const own = lines.slice(from - line, parent.position.end.line - line + 1);
    const strip = parent.type === 'blockquote' ? /^ {0,3}> ?/ : new RegExp(`^ {0,${column}}`);
    const bare = own.map((text, at) =>
      at === 0 && parent.type === 'listItem' ? text.slice(column) : text.replace(strip, ''),
    );
    if (bare.some((text) => definitionMark.test(text))) {
      findLists({ parent, lines: bare, line: from, column, depth: depth + 1 }, pieces);
    }
  }
}

/** Turns a paragraph into a definition list behind what is done. Returns the last line taken; null if it is none. */
function takeList(
  node: Paragraph,
  done: RootContent[],
  container: Container,
  pieces: PieceParser,
): number | null {
  const { lines, line } = container;
  const [start, end] = [lineOf(node) - line, endLineOf(node) - line];
  let mark = start;
  while (mark <= end && !definitionMark.test(lines[mark] ?? '')) mark += 1;
  if (mark > end || pieces.isSpent()) return null;
  const before = done.at(-1);
  const terms = mark > start ? lines.slice(start, mark) : termsAbove(before, container);
  if (terms === null) return null;
  const firstTerm = mark > start ? start : before === undefined ? start : lineOf(before) - line;
  if (mark === start && before?.type === 'paragraph') done.pop();
  const list = openList(done);
  terms.forEach((text, at) => void list.children.push(termOf(text, firstTerm + at, container, pieces)));
  return readDefinitions(mark, list, container, pieces);
}

/** The lines of the paragraph above a definition; none below another one, null below anything else. */
function termsAbove(before: RootContent | undefined, { lines, line }: Container): readonly string[] | null {
  if (before?.type === 'definitionList') return [];
  return before?.type === 'paragraph'
    ? lines.slice(lineOf(before) - line, endLineOf(before) - line + 1)
    : null;
}

function openList(done: RootContent[]): DefinitionList {
  const last = done.at(-1);
  if (last?.type === 'definitionList') return last;
  const list: DefinitionList = { type: 'definitionList', children: [] };
  done.push(list);
  return list;
}

function readDefinitions(
  mark: number,
  list: DefinitionList,
  container: Container,
  pieces: PieceParser,
): number {
  const { lines } = container;
  let last = mark;
  for (let at = mark; definitionMark.test(lines[at] ?? ''); ) {
    const definition = readDefinition(lines, at);
    list.children.push(describe(definition, container, pieces));
    last = definition.last;
    at = last + 1;
    while (at < lines.length && lines[at]?.trim() === '') at += 1;
  }
  return last;
}

function describe(
  definition: DefinitionLines,
  container: Container,
  pieces: PieceParser,
): DefinitionDescription {
  const { text, first, indent, tight } = definition;
  const line = container.line + first;
  const column = container.column + indent;
  const children = pieces.parse(text, { line, column });
  const parent: DefinitionDescription = {
    type: 'definitionDescription',
    spread: !tight || children.length > 1,
    children,
  };
  const depth = container.depth + 1;
  if (depth < DEEPEST) findLists({ parent, lines: text.split('\n'), line, column, depth }, pieces);
  return parent;
}

function termOf(text: string, at: number, { line, column }: Container, pieces: PieceParser): DefinitionTerm {
  const [first] = pieces.parse(text.trim(), { line: line + at, column });
  const children: PhrasingContent[] =
    first?.type === 'paragraph' ? first.children : [{ type: 'text', value: text.trim() }];
  return { type: 'definitionTerm', children };
}

/** Removes the nodes that a list has taken, and parses what is left of one that it has taken in part. */
function dropLines(
  waiting: RootContent[],
  node: RootContent,
  end: number,
  container: Container,
  pieces: PieceParser,
): void {
  const { lines, line, column } = container;
  let last = endLineOf(node) - line;
  for (let next = waiting.at(-1); next !== undefined && lineOf(next) - line <= end; next = waiting.at(-1)) {
    last = Math.max(last, endLineOf(next) - line);
    waiting.pop();
  }
  if (last <= end) return;
  const rest = lines.slice(end + 1, last + 1).join('\n');
  addAll(waiting, pieces.parse(rest, { line: line + end + 1, column }).reverse());
}
