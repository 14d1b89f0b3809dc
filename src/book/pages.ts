import type { Page, PageKind } from '../model/book.js';
import type { Address } from './address.js';
import { type Candidate, findFamilies } from './families.js';
import { datesOf, type PageDates } from './order.js';
import { isWritten } from './page-addresses.js';
import type { BookNode } from './sections.js';
import type { Walk, WalkStep } from './walk.js';

/** What is known of the pages besides their place in the walk. */
export interface PageDetails {
  readonly addresses: ReadonlyMap<BookNode, Address>;
  readonly aliases: ReadonlyMap<BookNode, readonly string[]>;
  readonly terms: ReadonlyMap<BookNode, Page['terms']>;
  /** Dates of sections, by path. */
  readonly dates: ReadonlyMap<string, PageDates>;
}

/** The pages of a walk by key, in its order: `previous` and `next` make one chain through those in reading order. */
export function makePages({ reading, aside }: Walk, facts: PageDetails): Readonly<Record<string, Page>> {
  const pages: Record<string, Page> = {};
  const families = findFamilies(reading.map(describeStep));
  reading.forEach((step, index) => {
    pages[step.key] = makePage(step, facts, {
      family: families.get(step.key) ?? null,
      previous: reading[index - 1]?.key ?? null,
      next: reading[index + 1]?.key ?? null,
    });
  });
  for (const step of aside) pages[step.key] = makePage(step, facts, nowhere);
  return pages;
}

function describeStep({ node, key, parent }: WalkStep): Candidate {
  return { key, parent, kind: node.kind, heading: node.titles.heading };
}

/** Where a page stands in the reading order. */
type Standing = Pick<Page, 'family' | 'previous' | 'next'>;

const nowhere: Standing = { family: null, previous: null, next: null };

function makePage({ node, key, parent, children }: WalkStep, facts: PageDetails, standing: Standing): Page {
  const { chapter, head, kind, path, titles } = node;
  const { build, draft, weight } = head.frontMatter;
  const address = facts.addresses.get(node);
  const { date, lastmod } = datesOf(node, facts.dates);
  return {
    key,
    kind,
    source: chapter?.path ?? null,
    file: chapter?.file ?? null,
    head,
    url: build?.render === 'never' ? '' : (address?.url ?? ''),
    outputPath: isWritten(node) ? (address?.outputPath ?? '') : '',
    title: titles.title,
    heading: titles.heading,
    linkTitle: titles.linkTitle,
    label: titles.label,
    family: standing.family,
    weight,
    date,
    lastmod,
    draft,
    section: sectionOf(path, kind),
    parent,
    children,
    previous: standing.previous,
    next: standing.next,
    terms: facts.terms.get(node) ?? noTerms,
    aliases: facts.aliases.get(node) ?? noAliases,
  };
}

const noAliases: readonly string[] = [];
const noTerms: Page['terms'] = {};

/** The first name of the path, unless that is the page itself. */
function sectionOf(path: string, kind: PageKind): string {
  const slash = path.indexOf('/');
  if (slash === -1) return kind === 'section' || kind === 'taxonomy' ? path : '';
  return path.slice(0, slash);
}
