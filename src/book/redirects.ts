import { splitPath } from '../content/logical-path.js';
import { addAll } from '../lists/add-all.js';
import type { Redirect } from '../model/book.js';
import type { Diagnostic } from '../model/diagnostic.js';
import {
  type Address,
  type AddressFault,
  findAddressFault,
  isPortable,
  makeAddress,
  reportFault,
  spanOfAddress,
} from './address.js';
import type { TakeAddress } from './claims.js';
import { nameOwner, type PageAddresses } from './page-addresses.js';
import type { BookNode } from './sections.js';
import type { AddressContext } from './urls.js';
import { keyOf } from './walk.js';

/** The redirect pages of a book, and the addresses that lead to each page by its node. */
export interface Redirects {
  readonly redirects: readonly Redirect[];
  readonly aliases: ReadonlyMap<BookNode, readonly string[]>;
}

/**
 * Makes the redirects of all `aliases` (content rules 6 and 21.8). Reports aliases that leave the book or that another
 * page, file or alias has; repeating one within a chapter is harmless.
 */
export function makeRedirects(
  pages: PageAddresses,
  { isUgly, root }: Pick<AddressContext, 'isUgly' | 'root'>,
  takeAddress: TakeAddress,
  diagnostics: Diagnostic[],
): Redirects {
  const redirects: Redirect[] = [];
  const aliases = new Map<BookNode, readonly string[]>();
  for (const [node, address] of pages) {
    const { aliases: written, build } = node.head.frontMatter;
    // A page that is not written has nothing to lead to.
    if (written.length === 0 || (build?.render ?? 'always') !== 'always') continue;
    const made = addressAliases(
      node,
      { url: address.url, root, isUgly: isUgly(node) },
      takeAddress,
      diagnostics,
    );
    aliases.set(
      node,
      made.map(({ url }) => url),
    );
    addAll(
      redirects,
      made.map(({ outputPath }) => ({ outputPath, target: keyOf(node) })),
    );
  }
  return { redirects, aliases };
}

interface AliasedPage {
  readonly url: string;
  /** The address path of its home, as in `AddressContext`. */
  readonly root: string;
  /** Its own address names a file, so its aliases do. */
  readonly isUgly: boolean;
}

function addressAliases(
  node: BookNode,
  page: AliasedPage,
  takeAddress: TakeAddress,
  diagnostics: Diagnostic[],
): readonly Address[] {
  const made = new Map<string, Address>();
  for (const alias of node.head.frontMatter.aliases) {
    const address = addressAlias(alias, page);
    if (typeof address === 'string') diagnostics.push(reportFault(node, 'alias', alias, address));
    else if (!made.has(address.outputPath)) {
      const owner = `the alias ${JSON.stringify(alias)} of ${nameOwner(node)}`;
      if (!isPortable(address.outputPath))
        diagnostics.push(reportFault(node, 'alias', alias, 'not-portable'));
      if (takeAddress({ address, owner, place: spanOfAddress(node, 'alias') }))
        made.set(address.outputPath, address);
    }
  }
  return [...made.values()];
}

/**
 * The address of an alias: from the root of its language if it starts with a slash, else from the folder above the page's own. `..` may
 * climb as far as the root. Only `.html` and `.htm` name a file.
 */
function addressAlias(alias: string, page: AliasedPage): Address | AddressFault {
  const fault = findAddressFault(alias);
  if (fault !== null) return fault;
  const from = alias.startsWith('/') ? page.root : splitPath(page.url.replace(/\/$/, '')).folder;
  const path = resolveDots(`${from}/${alias}`);
  if (path === null) return 'outside';
  if (/\.html?$/i.test(path)) return makeAddress(path);
  return makeAddress(page.isUgly && path !== '' ? `${path}.html` : `${path}/`);
}

/** The path without its `..` and the names they take back; null when they climb above the root. */
function resolveDots(path: string): string | null {
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '..' && names.pop() === undefined) return null;
    if (name !== '..' && name !== '' && name !== '.') names.push(name);
  }
  return names.join('/');
}
