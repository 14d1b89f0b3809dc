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
  /** Keys of the volumes' sections, by the keys of the pages in them. */
  readonly volumes: ReadonlyMap<string, string>;
  /** Dates of sections, by path. */
  readonly dates: ReadonlyMap<string, PageDates>;
}

/**
 * The pages of a walk by key, in its order. `previous` and `next` make one chain through the pages in reading order of each
 * volume, and one through those outside of volumes.
 */
export function makePages({ reading, aside }: Walk, facts: PageDetails): Readonly<Record<string, Page>> {
  const pages: Record<string, Page> = {};
  const families = findFamilies(reading.map(describeStep));
  const neighbours = linkNeighbours(reading, facts.volumes);
  for (const step of reading) {
    pages[step.key] = makePage(step, facts, {
      volume: facts.volumes.get(step.key) ?? null,
      family: families.get(step.key) ?? null,
      ...(neighbours.get(step.key) ?? noNeighbours),
    });
  }
  for (const step of aside) pages[step.key] = makePage(step, facts, nowhere);
  return pages;
}

function describeStep({ node, key, parent }: WalkStep): Candidate {
  return { key, parent, kind: node.kind, heading: node.titles.heading };
}

type Neighbours = Pick<Page, 'previous' | 'next'>;

function linkNeighbours(
  reading: readonly WalkStep[],
  volumes: PageDetails['volumes'],
): ReadonlyMap<string, Neighbours> {
  const linked = new Map<string, { previous: string | null; next: string | null }>();
  const last = new Map<string | undefined, string>();
  for (const { key } of reading) {
    const volume = volumes.get(key);
    const previous = last.get(volume) ?? null;
    linked.set(key, { previous, next: null });
    const before = previous === null ? undefined : linked.get(previous);
    if (before !== undefined) before.next = key;
    last.set(volume, key);
  }
  return linked;
}

/** Where a page stands in the book. */
type Standing = Neighbours & Pick<Page, 'family' | 'volume'>;

const noNeighbours: Neighbours = { previous: null, next: null };
const nowhere: Standing = { volume: null, family: null, ...noNeighbours };

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
    volume: standing.volume,
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
