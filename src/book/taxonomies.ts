import { diagnose } from '../diagnostics/catalogue.js';
import type { Chapter } from '../model/chapter.js';
import type { Config } from '../model/config.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { emptyHead } from '../text/empty-head.js';
import { logicalFolder, splitPath } from '../text/logical-path.js';
import { titleCase } from '../text/title-case.js';
import type { Address } from './address.js';
import type { TakeAddress } from './claims.js';
import { type CompareTitles, compareNodes, datesOf, newestOf, type PageDates } from './order.js';
import { addressNode, type PageAddresses } from './page-addresses.js';
import type { BookNode } from './sections.js';
import { plainTitles, titleChapter } from './titles.js';
import type { AddressContext } from './urls.js';
import { keyOf, type Step } from './walk.js';

/** What the pages of taxonomies and terms are made from. */
export interface TaxonomyContext {
  readonly config: Config;
  /** The `_index.md` of taxonomies and terms, by logical path. */
  readonly chapters: ReadonlyMap<string, Chapter>;
  readonly dates: ReadonlyMap<string, PageDates>;
  readonly compareTitles: CompareTitles;
  readonly addressing: AddressContext;
  readonly takeAddress: TakeAddress;
  readonly diagnostics: Diagnostic[];
}

/** The pages of the taxonomies, to be added to a book's. */
export interface Taxonomies {
  /** Each taxonomy before its terms. */
  readonly steps: readonly Step[];
  readonly addresses: PageAddresses;
  readonly dates: ReadonlyMap<string, PageDates>;
  /** Keys of the terms that a page names, by the page's node and the taxonomy, in the order of its front matter. */
  readonly terms: ReadonlyMap<BookNode, Readonly<Record<string, readonly string[]>>>;
}

/** A term: the pages that name it, and what they call it. */
interface Term {
  readonly node: BookNode;
  readonly pages: { readonly node: BookNode; readonly weight: number }[];
  /** The first chapter that names it. */
  readonly named: Chapter | null;
}

/**
 * Makes the pages of taxonomies and terms (content rules 12 and 21.15), which come after the book: one for each term that
 * a listed page names or that has an `_index.md`, and one for each taxonomy that has terms or an `_index.md` itself. The
 * pages of a term are sorted by their weight in it (`tags_weight`), then as everywhere.
 */
export function makeTaxonomies(nodes: readonly BookNode[], context: TaxonomyContext): Taxonomies {
  const made = {
    steps: [] as Step[],
    addresses: new Map<BookNode, Address>(),
    dates: new Map<string, PageDates>(),
  };
  const keys = new Map<BookNode, Record<string, readonly string[]>>();
  for (const taxonomy of context.config.taxonomies) {
    const terms = collectTerms(taxonomy, nodes, context);
    const own = context.chapters.get(taxonomy) ?? null;
    if (terms.size === 0 && own === null) continue;
    addTaxonomy(
      makeNode(taxonomy, 'taxonomy', own, taxonomy.replaceAll('-', ' '), context),
      terms,
      context,
      made,
    );
    for (const term of terms.values()) {
      if (!made.addresses.has(term.node)) continue;
      for (const { node } of term.pages) {
        const known = keys.get(node) ?? {};
        keys.set(node, { ...known, [taxonomy]: [...(known[taxonomy] ?? []), keyOf(term.node)] });
      }
    }
  }
  return { ...made, terms: sortTerms(keys) };
}

/** The terms that a chapter names of a taxonomy, as written. */
function readTerms(chapter: Chapter, taxonomy: string): readonly string[] {
  const value = taxonomy === 'keywords' ? chapter.frontMatter.keywords : chapter.params[taxonomy];
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const words = list.filter((term) => typeof term === 'string' || typeof term === 'number').map(String);
  return words.map((word) => word.trim()).filter((word) => word !== '');
}

function collectTerms(
  taxonomy: string,
  nodes: readonly BookNode[],
  context: TaxonomyContext,
): ReadonlyMap<string, Term> {
  const terms = new Map<string, Term>();
  const open = (path: string, name: string, named: Chapter | null): Term => {
    const known = terms.get(path);
    if (known !== undefined) return known;
    const node = makeNode(path, 'term', context.chapters.get(path) ?? null, name, context);
    const term = { node, pages: [], named };
    terms.set(path, term);
    return term;
  };
  for (const path of context.chapters.keys())
    if (path.startsWith(`${taxonomy}/`)) open(path, splitPath(path).name, null);
  for (const node of nodes) {
    const { chapter } = node;
    if (chapter === null) continue;
    for (const name of readTerms(chapter, taxonomy)) {
      const { pages } = open(`${taxonomy}/${logicalFolder(name)}`, name, chapter);
      // A page may name a term twice, in two spellings; its names come one after the other.
      if (pages.at(-1)?.node !== node) pages.push({ node, weight: weightIn(chapter, taxonomy) });
    }
  }
  return terms;
}

function weightIn({ params }: Chapter, taxonomy: string): number {
  const weight = Number(params[`${taxonomy}_weight`] ?? 0);
  return Number.isFinite(weight) ? weight : 0;
}

function makeNode(
  path: string,
  kind: 'taxonomy' | 'term',
  chapter: Chapter | null,
  name: string,
  { config }: TaxonomyContext,
): BookNode {
  const { capitalize, style } = config.titles;
  const titles =
    chapter === null
      ? plainTitles(capitalize ? titleCase(name, style) : name)
      : titleChapter(chapter, config);
  return { path, kind, chapter, head: chapter ?? emptyHead, published: true, titles };
}

function addTaxonomy(
  taxonomy: BookNode,
  terms: ReadonlyMap<string, Term>,
  context: TaxonomyContext,
  made: {
    readonly steps: Step[];
    readonly addresses: Map<BookNode, Address>;
    readonly dates: Map<string, PageDates>;
  },
): void {
  const { dates, compareTitles } = context;
  const compare = compareNodes((node) => datesOf(node, made.dates), compareTitles);
  const comparePages = compareNodes((node) => datesOf(node, dates), compareTitles);
  for (const { node, pages } of terms.values())
    made.dates.set(
      node.path,
      newestOf(
        node.head,
        pages.map((page) => datesOf(page.node, dates)),
      ),
    );
  made.dates.set(
    taxonomy.path,
    newestOf(
      taxonomy.head,
      [...terms.values()].map(({ node }) => datesOf(node, made.dates)),
    ),
  );
  if (!takePlace(taxonomy, null, context, made.addresses)) return;
  const listed = [...terms.values()].filter(({ node, named }) =>
    takePlace(node, named, context, made.addresses),
  );
  const children = listed.map(({ node }) => node).sort(compare);
  const key = keyOf(taxonomy);
  made.steps.push({ node: taxonomy, key, parent: '/', children: children.map(keyOf) });
  const byNode = new Map(listed.map((term) => [term.node, term]));
  for (const node of children) {
    const pages = (byNode.get(node)?.pages ?? []).toSorted(
      (one, two) => one.weight - two.weight || comparePages(one.node, two.node),
    );
    made.steps.push({ node, key: keyOf(node), parent: key, children: pages.map((page) => keyOf(page.node)) });
  }
}

/** Gives a page of a taxonomy its address; reports a term of whose name nothing can stand in one. */
function takePlace(
  node: BookNode,
  named: Chapter | null,
  { config, addressing, takeAddress, diagnostics }: TaxonomyContext,
  addresses: Map<BookNode, Address>,
): boolean {
  if (config.disabledKinds.includes(node.kind)) return false;
  const before = diagnostics.length;
  const address = addressNode(node, addressing, takeAddress, diagnostics);
  if (address !== null) addresses.set(node, address);
  else if (named !== null && diagnostics.length === before) {
    const [taxonomy = ''] = node.path.split('/', 1);
    const place = named.places[taxonomy] ?? { file: named.file, line: 1, column: 1 };
    diagnostics.push(diagnose('address/empty', { source: 'term', value: node.titles.title }, place));
  }
  return address !== null;
}

/** In the order in which each page names them, which the terms themselves were not met in. */
function sortTerms(keys: Map<BookNode, Record<string, readonly string[]>>): Taxonomies['terms'] {
  for (const [{ chapter }, taxonomies] of keys) {
    if (chapter === null) continue;
    for (const [taxonomy, terms] of Object.entries(taxonomies)) {
      const named = readTerms(chapter, taxonomy).map((name) => `/${taxonomy}/${logicalFolder(name)}`);
      taxonomies[taxonomy] = terms.toSorted((one, two) => named.indexOf(one) - named.indexOf(two));
    }
  }
  return keys;
}
