import { diagnose } from '../diagnostics/catalogue.js';
import { addAll } from '../lists/add-all.js';
import type { Page } from '../model/book.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { compareText } from '../text/compare.js';
import type { Address } from './address.js';
import type { TakeAddress } from './claims.js';
import {
  type CollectedTerms,
  collectTerms,
  type Taxonomy,
  type Term,
  type TermContext,
} from './collect-terms.js';
import type { CompareTitles } from './compare-titles.js';
import { compareNodes, datesOf, newestOf, type PageDates } from './order.js';
import { addressNode, type PageAddresses } from './page-addresses.js';
import type { BookNode } from './sections.js';
import type { AddressContext } from './urls.js';
import { isHeadless, isListed, keyOf, type WalkStep } from './walk.js';

/** What the pages of taxonomies and terms are made from. */
export interface TaxonomyContext extends TermContext {
  /** Those of sections; those of taxonomies and terms are added, since addresses may name them. */
  readonly dates: Map<string, PageDates>;
  readonly compareTitles: CompareTitles;
  readonly addressing: AddressContext;
  readonly takeAddress: TakeAddress;
  readonly diagnostics: Diagnostic[];
}

/** The pages of the taxonomies, to be added to a book's. */
export interface Taxonomies {
  /** Each taxonomy before its terms. */
  readonly steps: readonly WalkStep[];
  readonly addresses: PageAddresses;
  /** Keys of the terms that a page names, by the page's node and the taxonomy, in the order of its front matter. */
  readonly terms: ReadonlyMap<BookNode, Page['terms']>;
}

/**
 * Makes the pages of taxonomies and terms (content rules 12 and 21.15), which come after the book. The pages of a term
 * are sorted by their weight in it (`tags_weight`), then as everywhere; where a taxonomy has no page of its own, its
 * terms belong to home.
 */
export function makeTaxonomies(nodes: readonly BookNode[], context: TaxonomyContext): Taxonomies {
  const { taxonomies, named } = collectTerms(nodes, context);
  const addresses = new Map<BookNode, Address>();
  const steps: WalkStep[] = [];
  // Terms that are not made date nothing.
  const hasTerms = !context.config.disabledKinds.includes('term');
  const dated = taxonomies.map(({ node, terms }) => ({ node, terms: hasTerms ? terms : [] }));
  dateTaxonomies(dated, context.dates);
  for (const taxonomy of taxonomies) addAll(steps, placeTaxonomy(taxonomy, context, addresses));
  return { steps, addresses, terms: listKeys(named, addresses) };
}

/**
 * The newest of its pages dates a term, home apart; the newest of its terms and of all their pages, home among them,
 * a taxonomy. Their own pages may name terms too, and count with the date that they have by then: all of it goes in the
 * order of the paths, page by page. So it is in Hugo.
 */
function dateTaxonomies(taxonomies: readonly Taxonomy[], dates: Map<string, PageDates>): void {
  const start = ({ path, head }: BookNode) => dates.set(path, newestOf(head, []));
  const count = (node: BookNode, page: BookNode) =>
    dates.set(node.path, newestOf(node.head, [datesOf(node, dates), datesOf(page, dates)]));
  for (const { node: taxonomy, terms } of taxonomies.toSorted(comparePaths)) {
    start(taxonomy);
    for (const { node: term, naming } of terms.toSorted(comparePaths)) {
      start(term);
      for (const page of naming.toSorted((one, two) => compareText(one.path, two.path))) {
        if (page.kind !== 'home') count(term, page);
        count(taxonomy, page);
      }
      count(taxonomy, term);
    }
  }
}

function comparePaths(one: Taxonomy | Term, two: Taxonomy | Term): number {
  return compareText(one.node.path, two.node.path);
}

/** Gives the pages of a taxonomy their addresses, and their steps in order. */
function placeTaxonomy(
  { node, terms }: Taxonomy,
  context: TaxonomyContext,
  addresses: Map<BookNode, Address>,
): readonly WalkStep[] {
  const compare = compareNodes((each) => datesOf(each, context.dates), context.compareTitles);
  const isPage = takePlace(node, null, context, addresses);
  const key = keyOf(node);
  const placed = terms
    .filter((term) => takePlace(term.node, term.named, context, addresses))
    .sort((one, two) => compare(one.node, two.node));
  const steps = placed.map((term) => ({
    node: term.node,
    key: keyOf(term.node),
    parent: isPage ? key : '/',
    children: sortPages(term, compare).map(keyOf),
  }));
  const children = steps.filter((step) => isListed(step.node)).map((step) => step.key);
  return isPage ? [{ node, key, parent: '/', children }, ...steps] : steps;
}

function sortPages({ pages }: Term, compare: (one: BookNode, two: BookNode) => number): readonly BookNode[] {
  return pages
    .toSorted((one, two) => one.weight - two.weight || compare(one.node, two.node))
    .map(({ node }) => node);
}

/** Gives a page of a taxonomy its address; reports a term of whose name nothing can stand in one. */
function takePlace(
  node: BookNode,
  named: Term['named'],
  { config, addressing, takeAddress, diagnostics }: TaxonomyContext,
  addresses: Map<BookNode, Address>,
): boolean {
  if (!node.published || isHeadless(node) || config.disabledKinds.includes(node.kind)) return false;
  const before = diagnostics.length;
  const address = addressNode(node, addressing, takeAddress, diagnostics);
  if (address !== null) addresses.set(node, address);
  else if (named !== null && diagnostics.length === before) {
    const [taxonomy = ''] = node.path.split('/', 1);
    const details = { source: 'term', value: node.titles.title } as const;
    diagnostics.push(diagnose('address/empty', details, named.places[taxonomy]));
  }
  return address !== null;
}

function listKeys(
  named: CollectedTerms['named'],
  addresses: PageAddresses,
): ReadonlyMap<BookNode, Page['terms']> {
  const keys = new Map<BookNode, Page['terms']>();
  for (const [node, taxonomies] of named) {
    const entries = Object.entries(taxonomies).map(([taxonomy, terms]): [string, readonly string[]] => [
      taxonomy,
      terms.filter((term) => addresses.has(term)).map(keyOf),
    ]);
    keys.set(node, Object.fromEntries(entries.filter(([, terms]) => terms.length > 0)));
  }
  return keys;
}
