import { isTaxonomyPath, logicalPath } from '../content/logical-path.js';
import type { Book, UnpublishedPage } from '../model/book.js';
import type { Chapter, PageHead, VirtualHeads } from '../model/chapter.js';
import type { Config } from '../model/config.js';
import type { Diagnostic, Outcome } from '../model/diagnostic.js';
import type { SourceFile } from '../model/source.js';
import { compareText } from '../text/compare.js';
import { findLeafBundles, leaveOutSwallowed } from './bundles.js';
import { openRegister } from './claims.js';
import { makeTaxonomy } from './collect-terms.js';
import { compareTitlesIn } from './compare-titles.js';
import { dropTranslated } from './drop-translated.js';
import { identifyChapters } from './identity.js';
import { makeMenus } from './menus.js';
import { dateSections, orderChildren } from './order.js';
import { addressPages } from './page-addresses.js';
import { makePages } from './pages.js';
import { findValidSpan, selectPublished, type UnpublishedChapter } from './publish.js';
import { makeRedirects, type Redirects } from './redirects.js';
import { placeResources, type SharedResources } from './resources.js';
import { growTree } from './sections.js';
import { makeTaxonomies } from './taxonomies.js';
import { titleChapter } from './titles.js';
import { prepareAddresses } from './urls.js';
import { findVolumes } from './volumes.js';
import { isHeadless, walkBook } from './walk.js';

/** What a book is arranged with besides its files. */
export interface BookSurroundings {
  /** Resources that the main language's book has placed: these stay where they are. */
  readonly shared: SharedResources;
  /** What cascades to pages that no chapter makes. */
  readonly virtualHeads: VirtualHeads;
}

/**
 * Arranges chapters into a book:
 *
 * 1. sets aside the Markdown files that a leaf bundle has swallowed, and what is translated under another name;
 * 2. holds back drafts, future and expired chapters;
 * 3. identifies each chapter by its logical path;
 * 4. grows the tree of sections, making up the pages of folders without an `_index.md`;
 * 5. sorts every section;
 * 6. gives the pages their addresses, and walks the tree in reading order;
 * 7. finds the volumes of a library and the chapters in pieces, and chains the pages of each book;
 * 8. makes the pages of taxonomies and terms, which come after the book;
 * 9. gives what addresses are left to resources, then to redirects, and makes the menus.
 *
 * The order of the two lists given does not matter. Reports codes of the areas `address` and `content`, by file and
 * line; a chapter whose address is taken or impossible is left out of the book. Without any chapter there is still a home.
 */
export function arrangeBook(
  chapters: readonly Chapter[],
  resources: readonly SourceFile[],
  config: Config,
  { shared = new Map(), virtualHeads = new Map() }: Partial<BookSurroundings> = {},
): Outcome<Book> {
  const diagnostics: Diagnostic[] = [];
  const translated = dropTranslated(chapters);
  const sources = translated.chapters.toSorted(comparePaths);
  const bundleAround = findLeafBundles(sources);
  const bundled = leaveOutSwallowed(sources, bundleAround, diagnostics);
  const { published, unpublished } = selectPublished(bundled, config.publish);
  const identified = identifyChapters(published, config.place.key, diagnostics);
  const { own, taxonomic } = divideChapters(identified, unpublished, config);
  const tree = growTree(own, { virtualHeads, config, standIns: translated.sections });
  const headed = findTaxonomies(taxonomic.chapters, virtualHeads, config);
  const dates = new Map(dateSections(tree, [...headed.values()]));
  const compareTitles = compareTitlesIn(config.place.collation);
  const children = orderChildren(tree, dates, compareTitles);

  const takeAddress = openRegister(diagnostics);
  const heldTerms = taxonomic.unpublished.map(({ chapter }) => logicalPath(chapter, config.place.key));
  const terming = { config, virtualHeads, chapters: taxonomic.chapters, unpublished: new Set(heldTerms) };
  const nodeOf = (name: string) => makeTaxonomy(name, terming);
  const addressing = prepareAddresses(tree, dates, { heads: headed, nodeOf }, config);
  const addressed = addressPages(tree, addressing, config.disabledKinds, takeAddress, diagnostics);
  const walk = walkBook(tree.home, children, (node) => addressed.has(node) && !isHeadless(node));
  const taxonomies = makeTaxonomies(
    [...walk.reading, ...walk.aside].map(({ node }) => node),
    {
      ...terming,
      dates,
      compareTitles,
      addressing,
      takeAddress,
      diagnostics,
    },
  );
  const addresses = new Map([...addressed, ...taxonomies.addresses]);
  const { left } = translated;
  const context = { bundleAround, left, tree, folders: addressing.folders, pages: addresses, shared };
  const placed = placeResources(resources.toSorted(comparePaths), context, takeAddress, diagnostics);
  const { redirects, aliases } = config.addresses.redirects
    ? makeRedirects(addresses, addressing, takeAddress, diagnostics)
    : noRedirects;

  const aside = [...walk.aside, ...taxonomies.steps];
  const { terms } = taxonomies;
  const volumes = findVolumes(walk.reading, config.volumes, diagnostics);
  const pages = makePages({ reading: walk.reading, aside }, { addresses, aliases, dates, terms, volumes });
  const book: Book = {
    pages,
    order: walk.reading.map(({ key }) => key),
    others: aside.map(({ key }) => key),
    menus: makeMenus(Object.values(pages), config, diagnostics),
    unpublished: unpublished.map((held) => describeUnpublished(held, config)),
    redirects,
    resources: placed,
    ...findValidSpan([...bundled, ...virtualHeads.values()], config.publish),
  };
  return { value: book, diagnostics: diagnostics.sort(comparePlaces) };
}

const noRedirects: Redirects = { redirects: [], aliases: new Map() };

/** Chapters by logical path, and those that are held back. */
interface Division {
  readonly chapters: Map<string, Chapter>;
  readonly unpublished: UnpublishedChapter[];
}

/** The chapters of the book, and apart from them each `_index.md` that describes a taxonomy or a term. */
function divideChapters(
  identified: ReadonlyMap<string, Chapter>,
  unpublished: readonly UnpublishedChapter[],
  { taxonomies, place }: Config,
): { readonly own: Division; readonly taxonomic: Division } {
  const own: Division = { chapters: new Map(), unpublished: [] };
  const taxonomic: Division = { chapters: new Map(), unpublished: [] };
  const sideOf = ({ bundle }: Chapter, path: string) =>
    bundle === 'branch' && isTaxonomyPath(path, taxonomies) ? taxonomic : own;
  for (const [path, chapter] of identified) sideOf(chapter, path).chapters.set(path, chapter);
  for (const held of unpublished)
    sideOf(held.chapter, logicalPath(held.chapter, place.key)).unpublished.push(held);
  return { own, taxonomic };
}

/** What is said of the taxonomies, in an `_index.md` or by cascade, by their paths. */
function findTaxonomies(
  chapters: ReadonlyMap<string, Chapter>,
  virtualHeads: VirtualHeads,
  { taxonomies }: Config,
): ReadonlyMap<string, PageHead> {
  return new Map(
    taxonomies.flatMap((path) => {
      const head = chapters.get(path) ?? virtualHeads.get(path);
      return head === undefined ? [] : [[path, head] as const];
    }),
  );
}

function describeUnpublished({ chapter, ...reason }: UnpublishedChapter, config: Config): UnpublishedPage {
  return { source: chapter.path, file: chapter.file, label: titleChapter(chapter, config).label, ...reason };
}

function comparePaths(first: { readonly path: string }, second: { readonly path: string }): number {
  return compareText(first.path, second.path);
}

function comparePlaces(first: Diagnostic, second: Diagnostic): number {
  return (
    compareText(first.file ?? '', second.file ?? '') ||
    (first.line ?? 0) - (second.line ?? 0) ||
    (first.column ?? 0) - (second.column ?? 0) ||
    compareText(first.message, second.message)
  );
}
