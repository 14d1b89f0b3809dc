import type { Book, HeldBack } from '../model/book.js';
import type { Chapter } from '../model/chapter.js';
import type { Config } from '../model/config.js';
import type { Diagnostic, Outcome } from '../model/diagnostic.js';
import type { SourceFile } from '../model/source.js';
import { compareText } from '../text/compare.js';
import { findLeafBundles, leaveOutSwallowed } from './bundles.js';
import { openRegister } from './claims.js';
import { identifyChapters } from './identity.js';
import { compareTitlesIn, dateSections, orderChildren } from './order.js';
import { addressPages } from './page-addresses.js';
import { makePages } from './pages.js';
import { findValidSpan, type HeldChapter, selectPublished } from './publish.js';
import { makeRedirects, type Redirects } from './redirects.js';
import { placeResources } from './resources.js';
import { type BookNode, growTree } from './sections.js';
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
 * 7. walks the tree in reading order, which yields the pages.
 *
 * The order of the two lists given does not matter. Reports codes of the areas `address` and `content`, by file and
 * line; a chapter whose address is taken or impossible is left out of the book. Without any chapter there is still a home.
 */
export function arrangeBook(
  chapters: readonly Chapter[],
  resources: readonly SourceFile[],
  config: Config,
): Outcome<Book> {
  const diagnostics: Diagnostic[] = [];
  const sources = chapters.toSorted(comparePaths);
  const bundleAround = findLeafBundles(sources);
  const own = leaveOutSwallowed(sources, bundleAround, diagnostics);
  const { published, heldBack } = selectPublished(own, config.publish);
  const tree = growTree(identifyChapters(published, config.language, diagnostics), heldBack, config);
  const dates = dateSections(tree);
  const children = orderChildren(tree, dates, compareTitlesIn(config.language));

  const takeAddress = openRegister(diagnostics);
  const addressing = prepareAddresses(tree, dates, config);
  const addresses = addressPages(tree, addressing, config.disabledKinds, takeAddress, diagnostics);
  const context = { bundleAround, tree, folders: addressing.folders, pages: addresses };
  const placed = placeResources(resources.toSorted(comparePaths), context, takeAddress, diagnostics);
  const { redirects, aliases } = config.addresses.redirects
    ? makeRedirects(addresses, addressing.isUgly, takeAddress, diagnostics)
    : noRedirects;

  const walk = walkBook(tree.home, children, (node) => addresses.has(node) && !isHeadless(node));
  const book: Book = {
    pages: makePages(walk, { addresses, aliases, dates }),
    order: walk.reading.map(({ key }) => key),
    others: walk.aside.map(({ key }) => key),
    heldBack: heldBack.map((held) => describeHeldBack(held, config)),
    redirects,
    resources: placed,
    ...findValidSpan(own, config.publish),
  };
  return { value: book, diagnostics: diagnostics.sort(comparePlaces) };
}

/** A bundle that is there for its files only: its page is nowhere (content rule 8). */
function isHeadless({ chapter }: BookNode): boolean {
  const { list, render } = chapter?.frontMatter.build ?? {};
  return list === 'never' && render === 'never';
}

const noRedirects: Redirects = { redirects: [], aliases: new Map() };

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
