import type { Link, Parents, PhrasingContent, Root, Text } from 'mdast';
import type { ParseMarkdown } from './parse-markdown.js';

const mayHold = /\[\^[^[\]\n]+\][^[\]\n]*\]\(/;
/** What is left of a link behind its note: the rest of its words, its address, its title, and what follows. */
const tail = /^([^[\]]*)\]\(([^\s()<>]*)(?:\s+"([^"\n]*)")?\)/;

/**
 * A parser that keeps a link whose words hold a footnote's call: `[words[^1]](two.md)`. A link cannot hold another one,
 * and GFM gives up the link; here the call follows it.
 */
export function keepLinksWithNotes(parse: ParseMarkdown): ParseMarkdown {
  return (source) => {
    const tree = parse(source);
    if (source.includes('[^') && mayHold.test(source)) rewrite(tree, source);
    return tree;
  };
}

/** Without recursion: a tree may nest deeper than the stack. */
function rewrite(tree: Root, source: string): void {
  const stack: Parents[] = [tree];
  for (let parent = stack.pop(); parent !== undefined; parent = stack.pop()) {
    for (const child of parent.children) if ('children' in child) stack.push(child);
    const children = parent.children as PhrasingContent[];
    for (let at = 1; at < children.length; at += 1) {
      if (children[at]?.type === 'footnoteReference') mend(children, at, source);
    }
  }
}

function mend(children: PhrasingContent[], at: number, source: string): void {
  const [before, note] = [children[at - 1], children[at]];
  if (before?.type !== 'text' || note === undefined || isEscaped(before, source)) return;
  const open = before.value.lastIndexOf('[');
  if (open === -1 || before.value.indexOf(']', open) !== -1) return;
  const rest = joinBareAddress(children, at + 1);
  const found = rest === null ? null : tail.exec(rest.text.value);
  if (rest === null || found === null) return;
  const [whole, words = '', url = '', title = null] = found;
  const link: Link = {
    type: 'link',
    url,
    title,
    children: texts(before.value.slice(open + 1), words),
    ...(before.position === undefined || rest.text.position === undefined
      ? {}
      : { position: { start: before.position.start, end: rest.text.position.end } }),
  };
  const behind = { ...rest.text, value: rest.text.value.slice(whole.length) };
  before.value = before.value.slice(0, open);
  children.splice(at, 1 + rest.count, link, note, ...(behind.value === '' ? [] : [behind]));
}

/** The text behind a note; an address in it that was taken for a bare one is part of it. */
function joinBareAddress(
  children: readonly PhrasingContent[],
  at: number,
): { text: Text; count: number } | null {
  const [text, link, last] = children.slice(at, at + 3);
  if (text?.type !== 'text') return null;
  const [only] = link?.type === 'link' ? link.children : [];
  if (!text.value.endsWith('](') || link?.type !== 'link' || only?.type !== 'text' || last?.type !== 'text')
    return { text, count: 1 };
  return { text: { ...text, value: `${text.value}${only.value}${last.value}` }, count: 3 };
}

function texts(...values: readonly string[]): Text[] {
  const value = values.join('');
  return value === '' ? [] : [{ type: 'text', value }];
}

/** Whether the text is written otherwise than it reads, so that its bracket may be no beginning. */
function isEscaped({ position, value }: Text, source: string): boolean {
  return source.slice(position?.start.offset, position?.end.offset) !== value;
}
