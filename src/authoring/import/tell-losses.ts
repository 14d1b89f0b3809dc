import { normalizeText } from '../../editing/raw-lines.js';
import type { ParseMarkdown } from '../../markdown/parse/parse-markdown.js';
import { screenSource } from '../../markdown/parse/screen-source.js';
import { surveyTree } from '../../markdown/tree/survey-tree.js';
import { findAnchors } from './find-anchors.js';

/** What another tool's chapters hold that pages of ours do not show, a sentence for each kind. By the chapters' paths. */
export function tellLosses(texts: ReadonlyMap<string, string>, parse: ParseMarkdown): readonly string[] {
  const blocks = findIn(texts, (text) => text.match(/\{%-? *\w(?:(?!\{%).)*?%\}/g)?.length ?? 0);
  const directives = findIn(texts, (text) => text.match(/(?<!\\)\{\{ *#\w+/g)?.length ?? 0);
  const html = findIn(texts, (text) => listHtml(text, parse).filter((value) => !isAnchor(value)).length);
  const anchors = findIn(texts, (text) => listHtml(text, parse).flatMap(findAnchors).length);
  return [
    ...tell(directives, ['directive of mdBook stays', 'directives of mdBook ({{#… }}) stay'], 'as text'),
    ...tell(blocks, ['block of GitBook stays', 'blocks of GitBook ({% … %}) stay'], 'as text'),
    ...tell(
      html,
      ['piece of HTML is', 'pieces of HTML are'],
      'left out of the pages (`markup.goldmark.renderer.unsafe: true` keeps them)',
    ),
    ...tell(
      anchors,
      ['anchor of HTML (<a id=…>) is', 'anchors of HTML (<a id=…>) are'],
      'left out: links in the book lead to the headings there, links from elsewhere to the beginnings of the pages',
    ),
  ];
}

/** Chapters with something in them, and how often. */
type Found = readonly { readonly path: string; readonly count: number }[];

function findIn(texts: ReadonlyMap<string, string>, countIn: (text: string) => number): Found {
  return [...texts].map(([path, text]) => ({ path, count: countIn(text) })).filter(({ count }) => count > 0);
}

function tell(found: Found, [one, many]: readonly [string, string], what: string): readonly string[] {
  const [first] = found;
  if (first === undefined) return [];
  const total = found.reduce((sum, { count }) => sum + count, 0);
  const places = found.length === 1 ? first.path : `${found.length} chapters, the first is ${first.path}`;
  return [`${total} ${total === 1 ? one : many} ${what}, in ${places}.`];
}

/** Comments are no loss. */
function listHtml(text: string, parse: ParseMarkdown): readonly string[] {
  const source = normalizeText(text);
  if (!source.includes('<') || screenSource(source) !== null) return [];
  const values = surveyTree(parse(source)).html.map(({ value }) => value);
  return values.filter((value) => !/^<(?:!--|\/)/.test(value));
}

/** Anchors and nothing else. */
function isAnchor(html: string): boolean {
  return findAnchors(html).length > 0 && html.replace(/<\/?a\b[^<>]*>/gi, '').trim() === '';
}
