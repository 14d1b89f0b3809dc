import type { Node, Parent, RootContent } from 'mdast';
import { addAll } from '../../lists/add-all.js';
import { endLineOf, lineOf } from './line-of.js';
import type { ParseMarkdown } from './parse-markdown.js';

/** Where a piece of a chapter stands in it. */
interface PiecePlace {
  /** Of its first line, from 1. */
  readonly line: number;
  /** Columns in front of its lines. */
  readonly column: number;
}

/** Parses pieces of one chapter by themselves. */
export interface PieceParser {
  /** The nodes of a piece, with the references of the chapter known, and with positions as in the chapter. */
  readonly parse: (text: string, place: PiecePlace) => RootContent[];
  /** Whether the chapter has been parsed as often as can be meant. */
  readonly isSpent: () => boolean;
}

/** How often, on average, a character may be parsed again. No text that is meant comes near it. */
const MOST_READINGS = 16;

/** Prepares the parser for the pieces of a chapter. */
export function createPieceParser(source: string, parse: ParseMarkdown): PieceParser {
  let labels: ReadonlySet<string> | null = null;
  let budget = source.length * MOST_READINGS;
  return {
    isSpent: () => budget < 0,
    parse: (text, { line, column }) => {
      budget -= text.length;
      labels ??= listLabels(source);
      const children = parsePiece(text, labels, parse);
      for (const node of children) shift(node, line - 1, column);
      return children;
    },
  };
}

function parsePiece(text: string, labels: ReadonlySet<string>, parse: ParseMarkdown): RootContent[] {
  const count = text.split('\n').length;
  const known = text.includes('[') ? standIns(text, labels) : '';
  let { children } = parse(text + known);
  // An open fence takes in what stands behind it.
  if (known !== '' && children.some((node) => lineOf(node) <= count && endLineOf(node) > count)) {
    children = parse(text).children;
  }
  return children.filter((node) => lineOf(node) <= count);
}

/** Labels of the chapter's references, with `^` those of its footnotes. */
function listLabels(source: string): ReadonlySet<string> {
  const found = source.matchAll(/^[ \t>]*\[([^\]\n\r\u2028\u2029]+)\]:/gm);
  return new Set(Array.from(found, ([, label = '']) => normalise(label)));
}

function normalise(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Definitions of the labels that a piece names, for the parser to know them; the chapter's own are found later. */
function standIns(text: string, labels: ReadonlySet<string>): string {
  const named = new Set(Array.from(text.matchAll(/\[([^[\]]+)\]/g), ([, label = '']) => normalise(label)));
  return [...named]
    .filter((label) => labels.has(label))
    .map((label) => `\n\n[${label}]: x`)
    .join('');
}

function shift(node: Node, lines: number, columns: number): void {
  const stack: Node[] = [node];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { position } = next;
    if (position !== undefined) {
      for (const point of [position.start, position.end]) {
        point.line += lines;
        point.column += columns;
      }
    }
    if ('children' in next) addAll(stack, (next as Parent).children);
  }
}
