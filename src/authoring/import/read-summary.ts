import type { List, ListItem, Nodes, Paragraph } from 'mdast';
import type { ParseMarkdown } from '../../markdown/parse/parse-markdown.js';
import { plainText } from '../../markdown/tree/plain-text.js';
import { decodeAddress } from '../../url/decode-address.js';

/** A chapter that a SUMMARY.md lists, with those below it. */
export interface SummaryItem {
  readonly title: string;
  /** Relative to the summary's folder. */
  readonly path: string;
  readonly children: readonly SummaryItem[];
  /** "Chapter 10", where the name of its file says so. */
  readonly heading?: string;
  /** The title of the part that it stands in, at the top of a summary with parts. */
  readonly part?: string;
  /** Its folder becomes a part of its name, `docs-a.md` for `docs/a.md`, because it cannot stay in it. */
  readonly isFlat?: true;
}

export interface SummaryFile {
  readonly items: readonly SummaryItem[];
  /** What has no counterpart in a book of ours, a sentence each. */
  readonly lost: readonly string[];
}

/** Reads the table of contents of mdBook, GitBook and HonKit: lists of links, links by themselves, headings for parts. */
export function readSummary(text: string, parse: ParseMarkdown): SummaryFile {
  const lost: string[] = [];
  let part: string | undefined;
  const items = parse(text).children.flatMap((node, index): readonly SummaryItem[] => {
    if (node.type === 'heading' && index > 0) part = plainText(node).trim();
    // mdBook: a line between two lists ends the part.
    if (node.type === 'thematicBreak') part = undefined;
    if (node.type !== 'list' && node.type !== 'paragraph') return [];
    const found = node.type === 'list' ? readList(node, lost) : readParagraph(node, [], lost);
    return part === undefined ? found : found.map((item) => ({ ...item, part: part ?? '' }));
  });
  return { items, lost };
}

function readList(list: List, lost: string[]): readonly SummaryItem[] {
  return list.children.flatMap((item) => readItem(item, lost));
}

function readItem({ children }: ListItem, lost: string[]): readonly SummaryItem[] {
  const below = children.flatMap((node) => (node.type === 'list' ? readList(node, lost) : []));
  const first = children.find((node) => node.type === 'paragraph');
  return first === undefined ? below : readParagraph(first, below, lost);
}

function readParagraph(
  { children }: Paragraph,
  below: readonly SummaryItem[],
  lost: string[],
): readonly SummaryItem[] {
  const links = children.filter((node) => node.type === 'link');
  if (links.length === 0) {
    const title = plainText({ type: 'paragraph', children });
    if (title.trim() !== '') lost.push(`"${title.trim()}" has no file and is left out.`);
    return below;
  }
  return links.flatMap((link, index) => {
    const title = plainText(link as Nodes).trim();
    const path = decodeAddress(link.url.split('#', 1)[0] ?? '').replace(/^\.\//, '');
    const children = index === links.length - 1 ? below : [];
    if (path !== '' && !/^[a-z][a-z0-9+.-]*:/i.test(path)) return [{ title, path, children }];
    lost.push(
      `"${title}" ${path === '' ? 'is a draft without a file' : 'leads to the web'} and is left out.`,
    );
    return children;
  });
}
