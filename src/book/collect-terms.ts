import { emptyHead } from '../content/empty-head.js';
import { splitPath } from '../content/logical-path.js';
import { readTermNames, termPath } from '../content/term-names.js';
import { titleCase } from '../english/title-case.js';
import type { Chapter, PageHead, VirtualHeads } from '../model/chapter.js';
import type { Config } from '../model/config.js';
import { reasonToHold } from './publish.js';
import type { BookNode } from './sections.js';
import { titleChapter, titlePage } from './titles.js';
import { isListed } from './walk.js';

/** What says how taxonomies and terms are called, and which there are besides those that pages name. */
export interface TermContext {
  readonly config: Config;
  /** The `_index.md` of taxonomies and terms, by logical path. */
  readonly chapters: ReadonlyMap<string, Chapter>;
  /** The paths of those that are held back: there is no page there. */
  readonly unpublished: ReadonlySet<string>;
  /** What cascades to those without an `_index.md`. */
  readonly virtualHeads: VirtualHeads;
}

/** A term, and the pages in its list, not yet in order. */
export interface Term {
  readonly node: BookNode;
  readonly pages: readonly { readonly node: BookNode; readonly weight: number }[];
  /** Every page that names it, listed or not: they date it. */
  readonly naming: readonly BookNode[];
  /** The first page that names it; null when only an `_index.md` does. */
  readonly named: PageHead | null;
}

export interface Taxonomy {
  readonly node: BookNode;
  readonly terms: readonly Term[];
}

export interface CollectedTerms {
  /** Those that there are, in order of the configuration. */
  readonly taxonomies: readonly Taxonomy[];
  /** The terms that a node names, by taxonomy, in the order of its front matter. */
  readonly named: ReadonlyMap<BookNode, Readonly<Record<string, readonly BookNode[]>>>;
}

type OpenTerm = Term & {
  readonly pages: { readonly node: BookNode; readonly weight: number }[];
  readonly naming: BookNode[];
};

/**
 * Collects the terms that pages name (content rules 12 and 21.15): those of the book, in the order given, and the pages
 * of taxonomies and terms themselves. A page that no list shows makes a term and is not in its list; one that has no
 * address does neither (rule 8). There is a taxonomy where there is a term of it, or its `_index.md`. A page
 * that has no file of its own makes no term, unless it is a taxonomy's: it is listed where there is one.
 */
export function collectTerms(nodes: readonly BookNode[], context: TermContext): CollectedTerms {
  const { chapters, config } = context;
  const taxonomies = new Map<string, BookNode>();
  const terms = new Map<string, OpenTerm>();
  const named = new Map<BookNode, Record<string, readonly BookNode[]>>();
  const naming = nodes.filter(makesTerms);
  const listed = nodes.filter((node) => !makesTerms(node));

  function openTaxonomy(taxonomy: string): void {
    if (taxonomies.has(taxonomy)) return;
    const node = makeTaxonomy(taxonomy, context);
    taxonomies.set(taxonomy, node);
    // What is no page names nothing.
    if (!config.disabledKinds.includes('taxonomy')) naming.push(node);
  }
  function openTerm(taxonomy: string, path: string, name: string, by: PageHead | null): OpenTerm {
    const known = terms.get(path);
    if (known !== undefined) return known;
    openTaxonomy(taxonomy);
    const term = { node: makeNode(path, 'term', name, context), pages: [], naming: [], named: by };
    terms.set(path, term);
    (makesTerms(term.node) ? naming : listed).push(term.node);
    return term;
  }
  function name(node: BookNode, taxonomy: string): void {
    const found = new Set<BookNode>();
    const opens = makesTerms(node);
    for (const written of readTermNames(node.head, taxonomy)) {
      const path = termPath(taxonomy, written);
      const term = opens ? openTerm(taxonomy, path, written, node.head) : terms.get(path);
      if (term === undefined) continue;
      // A page may name a term twice, in two spellings.
      if (found.has(term.node)) continue;
      found.add(term.node);
      term.naming.push(node);
      if (isListed(node)) term.pages.push({ node, weight: weightIn(node.head, taxonomy) });
    }
    if (found.size > 0) named.set(node, { ...named.get(node), [taxonomy]: [...found] });
  }

  for (const path of chapters.keys()) {
    const [taxonomy = ''] = path.split('/', 1);
    if (taxonomy === path) openTaxonomy(path);
    else openTerm(taxonomy, path, splitPath(path).name, null);
  }
  // The lists grow: pages of terms may name further ones.
  for (const list of [naming, listed])
    for (const node of list)
      if (namesTerms(node)) for (const taxonomy of config.taxonomies) name(node, taxonomy);
  return { taxonomies: sortTaxonomies(taxonomies, terms, config), named };
}

function sortTaxonomies(
  nodes: ReadonlyMap<string, BookNode>,
  terms: ReadonlyMap<string, Term>,
  { taxonomies }: Config,
): readonly Taxonomy[] {
  return taxonomies.flatMap((taxonomy) => {
    const node = nodes.get(taxonomy);
    const own = [...terms.values()].filter((term) => term.node.path.startsWith(`${taxonomy}/`));
    return node === undefined ? [] : [{ node, terms: own }];
  });
}

/** The page of a taxonomy, whether or not it is needed. */
export function makeTaxonomy(name: string, context: TermContext): BookNode {
  return makeNode(name, 'taxonomy', name.replaceAll('-', ' '), context);
}

function makeNode(path: string, kind: 'taxonomy' | 'term', name: string, context: TermContext): BookNode {
  const { chapters, config, unpublished, virtualHeads } = context;
  const { capitalize, style } = config.titles;
  const chapter = chapters.get(path) ?? null;
  const head = chapter ?? virtualHeads.get(path) ?? emptyHead;
  return {
    path,
    kind,
    chapter,
    head,
    published: !unpublished.has(path) && reasonToHold(head, config.publish) === null,
    titles:
      chapter === null
        ? titlePage(head, capitalize ? titleCase(name, style) : name)
        : titleChapter(chapter, config),
    ...(kind === 'term' && chapter === null ? { written: name } : {}),
  };
}

function makesTerms({ kind, chapter }: BookNode): boolean {
  return chapter !== null || kind === 'taxonomy';
}

function namesTerms({ head, published }: BookNode): boolean {
  return published && head.frontMatter.build?.render !== 'never';
}

function weightIn({ params }: PageHead, taxonomy: string): number {
  const weight = Number(params[`${taxonomy}_weight`] ?? 0);
  return Number.isFinite(weight) ? weight : 0;
}
