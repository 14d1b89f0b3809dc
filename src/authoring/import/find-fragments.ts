import type { Heading, RootContent } from 'mdast';
import { locateHead } from '../../editing/locate-head.js';
import { normalizeText } from '../../editing/raw-lines.js';
import type { ParseMarkdown } from '../../markdown/parse/parse-markdown.js';
import { screenSource } from '../../markdown/parse/screen-source.js';
import { type TakenIds, takeId, textForId, unusedId } from '../../markdown/tree/heading-names.js';
import { surveyTree } from '../../markdown/tree/survey-tree.js';
import { makeHeadingSlug } from '../../url/heading-slug.js';
import { findAnchors } from './find-anchors.js';

/** What stood behind `#` in links to a chapter, and what stands there now; nothing for the beginning of the page. */
export type Fragments = ReadonlyMap<string, string>;

/**
 * The fragments of another tool's chapter that lead to something else in ours: the heading that became the title, and
 * anchors in HTML, which pages leave out. Those lead to the heading right behind them, or to that of their section.
 *
 * @param raw The chapter as one of ours, without the heading that became its title.
 * @param dropped That heading; null where there was none.
 */
export function findFragments(raw: string, dropped: string | null, parse: ParseMarkdown): Fragments {
  const fragments = new Map<string, string>();
  const text = bodyOf(normalizeText(raw));
  if (/<a\s/i.test(text) && screenSource(text) === null) {
    const tree = parse(text);
    const { html, headings } = surveyTree(tree);
    const named = nameHeadings(headings);
    for (const { value, position } of html) {
      const goal = findGoal(position?.start.offset ?? 0, tree.children, named);
      for (const id of findAnchors(value)) fragments.set(id, goal?.id ?? '');
    }
    for (const { id } of named) fragments.delete(id);
  }
  if (dropped !== null) fragments.set(makeHeadingSlug(dropped), '');
  return fragments;
}

/** The heading that holds an anchor; behind one that stands alone, the next block if it is one; else that of its section. */
function findGoal(
  at: number,
  blocks: readonly RootContent[],
  named: readonly NamedHeading[],
): NamedHeading | undefined {
  const own = blocks.findIndex(({ position }) => (position?.end.offset ?? 0) > at);
  const next = blocks.slice(own).find((block) => !isHtmlOnly(block));
  const start = next?.position?.start.offset ?? -1;
  return named.find((heading) => heading.start === start) ?? named.findLast((heading) => heading.start < at);
}

/** A line of anchors is a paragraph to Markdown. */
function isHtmlOnly(block: RootContent): boolean {
  if (block.type !== 'paragraph') return block.type === 'html';
  return block.children.every(
    (child) => child.type === 'html' || (child.type === 'text' && child.value.trim() === ''),
  );
}

function bodyOf(text: string): string {
  const head = locateHead(text);
  return head ? text.slice(text.indexOf('\n', head.end) + 1) : text;
}

interface NamedHeading {
  readonly id: string;
  readonly start: number;
}

/** Ids as pages have them: the author's, or the words; repeated ones are counted (content rule 21.11). */
function nameHeadings(headings: readonly Heading[]): readonly NamedHeading[] {
  const taken: TakenIds = new Map();
  return headings.map((node) => {
    const text = textForId(node);
    const [, own] = /\{#([^\s{}]+)(?![^\s{}])[^{}]*\}\s*$/.exec(text) ?? [];
    const id = own ?? unusedId(makeHeadingSlug(text), taken);
    takeId(id, taken);
    return { id, start: node.position?.start.offset ?? 0 };
  });
}
