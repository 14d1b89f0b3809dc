import type { Diagnostic } from '../model/diagnostic.js';
import { compareText } from '../text/compare.js';
import { type Address, placeOf } from './address.js';
import type { Claim, TakeAddress } from './claims.js';
import type { BookNode, Tree } from './sections.js';
import { type FolderPaths, type Located, locateNode } from './urls.js';

/** The address of every node that is a page; nodes without one are left out of the book. */
export type PageAddresses = ReadonlyMap<BookNode, Address>;

/**
 * Gives each page its address. The home comes first, then chapters by source path, then made-up pages: of two with one
 * address the first keeps it, the other is reported and left out.
 */
export function addressPages(
  tree: Tree,
  folders: FolderPaths,
  takeAddress: TakeAddress,
  diagnostics: Diagnostic[],
): PageAddresses {
  const addresses = new Map<BookNode, Address>();
  for (const node of nodesToAddress(tree)) {
    const located = locateNode(node, folders, diagnostics);
    if (located !== null && takeAddress(claimOf(node, located))) addresses.set(node, located);
  }
  return addresses;
}

function nodesToAddress(tree: Tree): readonly BookNode[] {
  const nodes = [...tree.children.values()].flat().filter(({ published }) => published);
  const chapters = nodes.filter(({ chapter }) => chapter !== null);
  const madeUp = nodes.filter(({ chapter }) => chapter === null);
  return [tree.home, ...chapters.sort(compareSources), ...madeUp.sort(compareSources)];
}

function claimOf({ chapter, path }: BookNode, { url, outputPath, source }: Located): Claim {
  if (chapter !== null) return { url, outputPath, owner: chapter.file, place: placeOf(chapter, source) };
  return {
    url,
    outputPath,
    owner: path === '' ? 'the home page' : `the page made for the folder content/${path}`,
  };
}

function compareSources(first: BookNode, second: BookNode): number {
  return compareText(first.chapter?.path ?? first.path, second.chapter?.path ?? second.path);
}
