import type { Page } from '../model/book.js';
import type { Address } from './address.js';
import { datesOf, type PageDates } from './order.js';
import type { BookNode } from './sections.js';
import { keyOf, type Step } from './walk.js';

/** What is known of the pages besides their place in the walk. */
export interface PageFacts {
  readonly addresses: ReadonlyMap<BookNode, Address>;
  readonly aliases: ReadonlyMap<BookNode, readonly string[]>;
  /** Dates of sections, by path. */
  readonly dates: ReadonlyMap<string, PageDates>;
}

/** The pages of a walk, in its order: `previous` and `next` make one chain through them. */
export function makePages(steps: readonly Step[], facts: PageFacts): readonly Page[] {
  return steps.flatMap((step, index) => {
    const address = facts.addresses.get(step.node);
    return address === undefined ? [] : [makePage(step, address, facts, steps[index - 1], steps[index + 1])];
  });
}

function makePage(
  { node, parent, children }: Step,
  { url, outputPath }: Address,
  { aliases, dates }: PageFacts,
  before: Step | undefined,
  after: Step | undefined,
): Page {
  const { chapter, kind, path } = node;
  return {
    key: keyOf(node),
    kind,
    source: chapter?.path ?? null,
    url,
    outputPath,
    ...node.titles,
    weight: chapter?.frontMatter.weight ?? 0,
    ...datesOf(node, dates),
    draft: chapter?.frontMatter.draft ?? false,
    section: kind === 'section' || path.includes('/') ? path.split('/', 1).join() : '',
    parent,
    children,
    previous: before ? keyOf(before.node) : null,
    next: after ? keyOf(after.node) : null,
    aliases: aliases.get(node) ?? [],
  };
}
