import type { Book, HeldBack } from '../model/book.js';
import type { Chapter } from '../model/chapter.js';
import type { Config } from '../model/config.js';
import type { Diagnostic, Outcome } from '../model/diagnostic.js';
import type { SourceFile } from '../model/source.js';
import { compareText } from '../text/compare.js';
import { isTaxonomyPath, logicalPath } from '../text/logical-path.js';
import { findLeafBundles, leaveOutSwallowed } from './bundles.js';
import { openRegister } from './claims.js';
import { identifyChapters } from './identity.js';
import { makeMenus } from './menus.js';
import { compareTitlesIn, dateSections, orderChildren } from './order.js';
import { addressPages } from './page-addresses.js';
import { makePages } from './pages.js';
import { findValidSpan, type HeldChapter, selectPublished } from './publish.js';
import { makeRedirects, type Redirects } from './redirects.js';
import { placeResources, type SharedResources } from './resources.js';
import { type BookNode, growTree } from './sections.js';
import { makeTaxonomies } from './taxonomies.js';
import { titleChapter } from './titles.js';
import { prepareAddresses } from './urls.js';
import { walkBook } from './walk.js';

/**
 * Arranges chapters into a book:
 *
 * 1. sets aside the Markdown files that a leaf bundle has swallowed;
 * 2. holds back drafts, future and expired chapters;
 * 3. identifies each chapter by its logical path;
 * 4. grows the tree of sections, making up the pages of folders without an `_index.md`;
 * 5. sorts every section;
 * 6. gives out the addresses: pages first, then resources, then redirects;
 * 7. walks the tree in reading order, which yields the pages;
 * 8. makes the pages of taxonomies and terms, which come after the book, and the menus.
 *
 * `shared` are resources that the main language's book has placed: these stay where they are.
 *
 * The order of the two lists given does not matter. Reports codes of the areas `address` and `content`, by file and
 * line; a chapter whose address is taken or impossible is left out of the book. Without any chapter there is still a home.
 */
export function arrangeBook(
  chapters: readonly Chapter[],
  resources: readonly SourceFile[],
  config: Config,
  shared: SharedResources = new Map(),
): Outcome<Book> {
  const diagnostics: Diagnostic[] = [];
  const sources = chapters.toSorted(comparePaths);
  const bundleAround = findLeafBundles(sources);
  const bundled = leaveOutSwallowed(sources, bundleAround, diagnostics);
  const { published, heldBack } = selectPublished(bundled, config.publish);
  const identified = identifyChapters(published, config.place.key, diagnostics);
  const { chapters: own, descriptions } = divideChapters(identified, config);
  const tree = growTree(own, heldBack.filter(isOfTheBook(config)), config);
  const dates = dateSections(tree);
  const compareTitles = compareTitlesIn(config.place.collation);
  const children = orderChildren(tree, dates, compareTitles);

  const takeAddress = openRegister(diagnostics);
  const addressing = prepareAddresses(tree, dates, config);
  const addresses = addressPages(tree, addressing, config.disabledKinds, takeAddress, diagnostics);
  const context = { bundleAround, tree, folders: addressing.folders, pages: addresses, shared };
  const placed = placeResources(resources.toSorted(comparePaths), context, takeAddress, diagnostics);
  const { redirects, aliases } = config.addresses.redirects
    ? makeRedirects(addresses, addressing, takeAddress, diagnostics)
    : noRedirects;

  const walk = walkBook(tree.home, children, (node) => addresses.has(node) && !isHeadless(node));
  const listed = walk.reading.map(({ node }) => node);
  const taxonomies = makeTaxonomies(listed, {
    config,
    chapters: descriptions,
    dates,
    compareTitles,
    addressing,
    takeAddress,
    diagnostics,
  });
  const aside = [...walk.aside, ...taxonomies.steps];
  const pages = makePages(
    { reading: walk.reading, aside },
    {
      addresses: new Map([...addresses, ...taxonomies.addresses]),
      aliases,
      dates: new Map([...dates, ...taxonomies.dates]),
      terms: taxonomies.terms,
    },
  );
  const byPath = new Map(bundled.map((chapter) => [chapter.path, chapter]));
  const book: Book = {
    pages,
    order: walk.reading.map(({ key }) => key),
    others: aside.map(({ key }) => key),
    menus: makeMenus(Object.values(pages), byPath, config, diagnostics),
    heldBack: heldBack.map((held) => describeHeldBack(held, config)),
    redirects,
    resources: placed,
    ...findValidSpan(bundled, config.publish),
  };
  return { value: book, diagnostics: diagnostics.sort(comparePlaces) };
}

/** A bundle that is there for its files only: its page is nowhere (content rule 8). */
function isHeadless({ head }: BookNode): boolean {
  const { list, render } = head.frontMatter.build ?? {};
  return list === 'never' && render === 'never';
}

const noRedirects: Redirects = { redirects: [], aliases: new Map() };

/** The chapters of the book, and each `_index.md` that describes a taxonomy or a term. */
function divideChapters(identified: ReadonlyMap<string, Chapter>, config: Config) {
  const chapters = new Map<string, Chapter>();
  const descriptions = new Map<string, Chapter>();
  for (const [path, chapter] of identified) {
    (isOfTheBook(config)({ chapter }) ? chapters : descriptions).set(path, chapter);
  }
  return { chapters, descriptions };
}

/** False for an `_index.md` that describes a taxonomy or a term. */
function isOfTheBook({ taxonomies, place }: Config): (held: { readonly chapter: Chapter }) => boolean {
  return ({ chapter }) =>
    chapter.bundle !== 'branch' || !isTaxonomyPath(logicalPath(chapter, place.key), taxonomies);
}

function describeHeldBack({ chapter, ...reason }: HeldChapter, config: Config): HeldBack {
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
