import type { Link, Parents, PhrasingContent, Root, Text } from 'mdast';
import { smallest } from '../../lists/largest.js';
import { joinTexts } from '../tree/join-texts.js';
import type { ParseMarkdown } from './parse-markdown.js';

type Point = NonNullable<Text['position']>['start'];

/** What any bare address holds, and what alone can end one too late. */
const mayHold = (source: string): boolean =>
  ['//', '@', 'www.', 'Www.', 'WWW.'].some((mark) => source.includes(mark));
const beyondAscii = /[\u0080-\uffff]/;

/** Typography, and the signs and spaces of any script: no address that somebody typed holds one. */
const typography = /(?![!-~])[\p{P}\p{S}\p{Z}\p{Cf}]/u;

/** Scripts without blanks between words, and the one that ties its particles to the word before. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Behind one of these such a script is part of the address: `/wiki/中国`. */
const separator = /[/=_.~%&?#+-]|[\u0080-\uffff]/;

/** Marks of ASCII that no address ends with, when something else follows (GFM, autolinks). */
const trailing = '?!.,:;*_~\'"';

const address = /(?:https?:\/\/|www\.)[^\s<]+/gi;
const host =
  /^(?:https?:\/\/)?(?!www\.?$)[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+|:\d|\/|$)|^[^@\s]+@[^@\s]+\.[a-z]/iu;

/**
 * A parser whose bare addresses end where they do in Hugo: before curly quotes, dashes, full-width signs and any other
 * typography, and before the words of a script without blanks. Letters with accents stay in, where Hugo cuts them off.
 */
export function endAddresses(parse: ParseMarkdown): ParseMarkdown {
  return (source) => {
    const tree = parse(source);
    if (mayHold(source) && beyondAscii.test(source)) rewrite(tree);
    return tree;
  };
}

/** Without recursion: a tree may nest deeper than the stack. */
function rewrite(tree: Root): void {
  const stack: Parents[] = [tree];
  for (let parent = stack.pop(); parent !== undefined; parent = stack.pop()) {
    const children = parent.children as PhrasingContent[];
    let isChanged = false;
    const rewritten: PhrasingContent[] = [];
    for (const child of children) {
      const pieces = child.type === 'link' ? splitLink(child) : null;
      if (pieces === null) rewritten.push(child);
      else for (const piece of pieces) rewritten.push(piece);
      isChanged ||= pieces !== null;
      if (pieces === null && 'children' in child) stack.push(child);
    }
    if (isChanged) parent.children = joinTexts(rewritten) as typeof parent.children;
  }
}

/** A bare address and what stands behind it in its link; null for any other link. */
function splitLink(link: Link): readonly PhrasingContent[] | null {
  const [text] = link.children;
  const start = link.position?.start;
  if (text?.type !== 'text' || link.children.length > 1 || start === undefined) return null;
  if (text.position?.start.column !== start.column || !link.url.endsWith(text.value)) return null;
  const end = findEnd(text.value);
  if (end === text.value.length) return null;
  return cut(text.value, start, link.url.slice(0, link.url.length - text.value.length));
}

/** The addresses of a text, each up to its end, and what is between. */
function cut(value: string, start: Point, scheme: string): readonly PhrasingContent[] {
  const pieces: PhrasingContent[] = [];
  let done = 0;
  const add = (from: number, to: number, prefix: string | null): void => {
    if (to === from) return;
    const text = value.slice(from, to);
    const position = { start: move(start, from), end: move(start, to) };
    const node: Text = { type: 'text', value: text, position };
    pieces.push(
      prefix === null ? node : { type: 'link', url: prefix + text, title: null, children: [node], position },
    );
  };
  const first = findEnd(value);
  if (host.test(value.slice(0, first))) {
    add(0, first, scheme);
    done = first;
  }
  const next = new RegExp(address);
  next.lastIndex = done;
  for (let found = next.exec(value); found !== null; found = next.exec(value)) {
    const end = found.index + findEnd(found[0]);
    next.lastIndex = Math.max(end, found.index + 1);
    if (!host.test(value.slice(found.index, end))) continue;
    add(done, found.index, null);
    add(found.index, end, /^www/i.test(found[0]) ? 'http://' : '');
    done = end;
  }
  add(done, value.length, null);
  return pieces;
}

/** Where an address ends that a text begins with. */
function findEnd(value: string): number {
  const sign = value.search(typography);
  const word = findWord(value);
  const end = smallest([...[sign, word].filter((at) => at !== -1), value.length]);
  return end === value.length ? end : dropTrailing(value.slice(0, end)).length;
}

/** Where a word of an unspaced script begins right behind ASCII letters: it is no part of the address; -1 for nowhere. */
function findWord(value: string): number {
  const path = value.search(/[^/:]\//) + 1;
  const at = value.search(unspaced);
  if (at === -1 || path === 0 || at < path) return -1;
  return separator.test(value[at - 1] ?? '') ? -1 : at;
}

/** Without the marks at its end, and closing brackets that nothing in it opens. */
function dropTrailing(written: string): string {
  let open = written.split('(').length - written.split(')').length;
  let end = written.length;
  for (; end > 0; end -= 1) {
    const last = written[end - 1] ?? '';
    if (last === ')' && open < 0) open += 1;
    else if (!trailing.includes(last)) break;
  }
  return written.slice(0, end);
}

/** The point so many characters behind another, on its line. */
function move({ line, column, offset = 0 }: Point, by: number): Point {
  return { line, column: column + by, offset: offset + by };
}
