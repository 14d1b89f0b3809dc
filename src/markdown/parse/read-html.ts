import type { Html, Nodes, Paragraph, Parents, PhrasingContent, Root } from 'mdast';
import { addAll } from '../../lists/add-all.js';
import { joinTexts } from '../tree/join-texts.js';
import { harmlessNames, htmlNames } from './html-names.js';
import { type HtmlTag, readHtmlTag } from './html-tag.js';
import { pairTags } from './pair-tags.js';
import type { ParseMarkdown } from './parse-markdown.js';

const mayHoldTag = /<[A-Za-z/]/;

/**
 * A parser that reads the tags of a chapter as they are meant:
 *
 * 1. what is no HTML (`<someone>`, `<see below>`) is the text that somebody typed, and so is a tag in a second pair of
 *    brackets (`<<em>>`), which the typographer makes guillemets of;
 * 2. a block that begins with such a word, or with an element of text within a line, is a paragraph;
 * 3. elements of text within a line (`<sup>`, `<cite>`, `<br>` and others) become nodes, with the few attributes that
 *    cannot do harm. Where raw HTML is let through (`unsafe`) they stay as written.
 */
export function readHtml(parse: ParseMarkdown, unsafe: boolean): ParseMarkdown {
  return (source) => {
    const tree = parse(source);
    if (source.includes('<') && mayHoldTag.test(source))
      rewrite(tree, { source: source.toLowerCase(), parse, unsafe });
    return tree;
  };
}

interface Reading {
  /** In lower case. */
  readonly source: string;
  readonly parse: ParseMarkdown;
  readonly unsafe: boolean;
}

/** Without recursion: a tree may nest deeper than the stack. */
function rewrite(tree: Root, reading: Reading): void {
  const stack: Parents[] = [tree];
  for (let parent = stack.pop(); parent !== undefined; parent = stack.pop()) {
    const children = parent.children as PhrasingContent[];
    for (const child of children) if ('children' in child) stack.push(child);
    if (!children.some((child) => child.type === 'html')) continue;
    const isLine = holdsLine(parent);
    const changed = isLine
      ? readLine(children, reading)
      : children.map((child) => readBlock(child, reading, stack));
    parent.children = changed as typeof parent.children;
  }
}

function holdsLine({ type }: Parents): boolean {
  return !/^(?:root|blockquote|listItem|footnoteDefinition|definitionDescription)$/.test(type);
}

/** The children of a line with words as text, and the rest of the tags in pairs. */
function readLine(children: readonly PhrasingContent[], reading: Reading): readonly PhrasingContent[] {
  const texts = children.map((child, index): PhrasingContent => {
    if (child.type !== 'html' || !isText(child, children[index - 1], children[index + 1], reading))
      return child;
    return { ...child, type: 'text' } as PhrasingContent;
  });
  const joined = joinTexts(texts);
  return reading.unsafe ? joined : pairTags(joined, reading.source);
}

function isText(
  { value }: Html,
  before: PhrasingContent | undefined,
  after: PhrasingContent | undefined,
  reading: Reading,
): boolean {
  const isBracketed =
    before?.type === 'text' &&
    before.value.endsWith('<') &&
    after?.type === 'text' &&
    after.value.startsWith('>');
  if (isBracketed) return true;
  const tag = readHtmlTag(value);
  return tag !== null && isWord(tag, reading);
}

/** Whether a tag is what somebody wrote in angle brackets: no name of HTML, or words where attributes would stand. */
function isWord({ name, isEnd, attributes }: HtmlTag, { source, unsafe }: Reading): boolean {
  const isKnown = htmlNames.has(name);
  const hasValue = attributes.some(([, value]) => value !== null);
  if (isKnown) return !hasValue && attributes.some(([attribute]) => !switches.test(attribute));
  // What a page of the owner's gives a meaning to has an end, a value, or a hyphen in its name.
  if (unsafe && (hasValue || name.includes('-') || isEnd || source.includes(`</${name}`))) return false;
  return true;
}

const switches =
  /^(?:allowfullscreen|async|autofocus|autoplay|checked|compact|contenteditable|controls|data-.*|default|defer|disabled|download|draggable|hidden|inert|ismap|itemscope|loop|multiple|muted|nohref|noshade|nowrap|novalidate|open|playsinline|readonly|required|reversed|selected|\/)$/;

/** A block of HTML that begins like a line of text, as the paragraph that it is. */
function readBlock(node: PhrasingContent, reading: Reading, stack: Parents[]): PhrasingContent {
  if (node.type !== 'html') return node;
  const tag = readHtmlTag(node.value);
  if (tag === null || !(isWord(tag, reading) || (!reading.unsafe && isHarmless(tag)))) return node;
  const paragraph = parseAsLine(node, reading.parse);
  if (paragraph === null) return node;
  stack.push(paragraph);
  // A paragraph where a block stood.
  return paragraph as Nodes as PhrasingContent;
}

function isHarmless({ name }: HtmlTag): boolean {
  return name === 'br' || harmlessNames.has(name);
}

/** A letter in front of it makes a paragraph of anything; it is taken off again. */
function parseAsLine({ value, position }: Html, parse: ParseMarkdown): Paragraph | null {
  const [paragraph, ...others] = parse(`x${value}`).children;
  if (paragraph?.type !== 'paragraph' || others.length > 0 || position === undefined) return null;
  const [first] = paragraph.children;
  if (first?.type !== 'text') return null;
  first.value = first.value.slice(1);
  shift(paragraph, position.start);
  if (first.value === '') paragraph.children.shift();
  else if (first.position !== undefined) first.position.start = { ...position.start };
  paragraph.position = position;
  return paragraph;
}

type Point = NonNullable<Html['position']>['start'];

/** Moves what was parsed by itself, behind a letter, to its place. */
function shift(tree: Paragraph, to: Point): void {
  const stack: Nodes[] = [tree];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if ('children' in node) addAll(stack, node.children);
    if (node.position !== undefined)
      node.position = { start: move(node.position.start, to), end: move(node.position.end, to) };
  }
}

function move({ line, column, offset = 0 }: Point, to: Point): Point {
  return {
    line: line + to.line - 1,
    column: line === 1 ? column + to.column - 2 : column,
    offset: offset + (to.offset ?? 0) - 1,
  };
}
