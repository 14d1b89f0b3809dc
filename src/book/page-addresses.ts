import type { PageKind } from '../model/book.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { type Address, spanOfAddress } from './address.js';
import type { Claim, TakeAddress } from './claims.js';
import type { BookNode, Tree } from './sections.js';
import { type AddressContext, type Located, locateNode } from './urls.js';

/** The address of every node that is a page, or would have if it were written; nodes without one are left out of the book. */
export type PageAddresses = ReadonlyMap<BookNode, Address>;

/**
 * Gives each page its address. The home comes first, then chapters by source path, then made-up pages: of two with one
 * address the first keeps it, the other is reported and left out.
 */
export function addressPages(
  tree: Tree,
  context: AddressContext,
  disabledKinds: readonly PageKind[],
  takeAddress: TakeAddress,
  diagnostics: Diagnostic[],
): PageAddresses {
  const addresses = new Map<BookNode, Address>();
  const chapters = tree.nodes.filter(({ chapter, published }) => chapter !== null && published);
  const virtualHeads = tree.nodes.filter(({ chapter, published }) => chapter === null && published);
  for (const node of [tree.home, ...chapters, ...virtualHeads]) {
    if (disabledKinds.includes(node.kind)) continue;
    const address = addressNode(node, context, takeAddress, diagnostics);
    if (address !== null) addresses.set(node, address);
  }
  return addresses;
}

/** The address of one page, taken; null, and reported, when it has none or another page has it. */
export function addressNode(
  node: BookNode,
  context: AddressContext,
  takeAddress: TakeAddress,
  diagnostics: Diagnostic[],
): Address | null {
  const located = locateNode(node, context, diagnostics);
  if (located === null) return null;
  // What is not written takes no place from others; its files still need to know where it would be.
  return !isWritten(node) || takeAddress(claimOf(node, located)) ? located.address : null;
}

/** False for a page whose front matter wants no file for it (content rule 8). */
export function isWritten({ head }: BookNode): boolean {
  return (head.frontMatter.build?.render ?? 'always') === 'always';
}

function claimOf(node: BookNode, { address, source }: Located): Claim {
  return { address, owner: nameOwner(node), place: spanOfAddress(node, source) };
}

/** What messages call the owner of an address. */
export function nameOwner({ chapter, kind, path }: BookNode): string {
  if (chapter !== null) return chapter.file;
  if (kind === 'taxonomy' || kind === 'term') return `the page of ${path}`;
  return path === '' ? 'the home page' : `the page made for the folder content/${path}`;
}
