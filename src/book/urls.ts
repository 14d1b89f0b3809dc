import { baseName, splitPath } from '../content/logical-path.js';
import { isAtHome, namedLanguage } from '../content/origin.js';
import type { AddressSource } from '../diagnostics/codes/address.js';
import type { PageHead } from '../model/chapter.js';
import type { Config } from '../model/config.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { createUrlizer } from '../url/slug.js';
import {
  type Address,
  type AddressFault,
  findAddressFault,
  isPortable,
  makeAddress,
  reportFault,
  spanOfAddress,
} from './address.js';
import type { PageDates } from './order.js';
import { createPermalinks, type Permalinks } from './permalinks.js';
import type { BookNode, Tree } from './sections.js';

/** The address path of a folder, without a slash at its end; null when a name in it leaves nothing to address. */
export type FolderPaths = (folder: string) => string | null;

/** An address and what decided it. */
export interface Located {
  readonly address: Address;
  readonly source: AddressSource;
}

/** What addresses are made with. */
export interface AddressContext {
  readonly folders: FolderPaths;
  /** The address path of home, without a slash at its end: `/fr`, or `''`. */
  readonly root: string;
  readonly permalinks: Permalinks;
  readonly nameOf: NameOf;
  /** Whether names keep their capitals (`disablePathToLower`). */
  readonly keepCase: boolean;
  readonly urlize: (text: string) => string;
  /** True for a page whose address names a file, `a.html`. */
  readonly isUgly: (node: BookNode) => boolean;
}

/** What addresses have of taxonomies. */
export interface AddressedTaxonomies {
  /** What is said of them, by their names: their folders may have a `slug` like those of sections. */
  readonly heads: ReadonlyMap<string, PageHead>;
  readonly nodeOf: (name: string) => BookNode;
}

/** Prepares the addresses of a book. */
export function prepareAddresses(
  tree: Tree,
  dates: ReadonlyMap<string, PageDates>,
  taxonomies: AddressedTaxonomies,
  { addresses, place }: Pick<Config, 'addresses' | 'place'>,
): AddressContext {
  const { uglyUrls, permalinks } = addresses;
  const urlize = createUrlizer(addresses);
  const nameOf = addresses.keepCase ? collectNames(tree, place.key) : splitName;
  const headOf = (folder: string) => {
    const section = tree.sections.get(folder);
    return section?.path === folder ? section.head : taxonomies.heads.get(folder);
  };
  const root = place.folder === '' ? '' : `/${place.folder.slice(0, -1)}`;
  return {
    folders: addressFolders(headOf, root, urlize, nameOf),
    root,
    permalinks: createPermalinks(permalinks, { tree, dates, urlize, nameOf, taxonomyAt: taxonomies.nodeOf }),
    nameOf,
    keepCase: addresses.keepCase,
    urlize,
    isUgly: ({ kind, path }) =>
      (kind === 'page' || kind === 'term') &&
      (typeof uglyUrls === 'boolean' ? uglyUrls : uglyUrls.includes(path.split('/', 1)[0] ?? '')),
  };
}

/** The name that a file or folder has in addresses, by its logical path. */
type NameOf = (path: string) => string;

function splitName(path: string): string {
  return splitPath(path).name;
}

/** Names as they are written, by logical path. */
function collectNames({ nodes, folders }: Tree, language: string): NameOf {
  const names = new Map(folders);
  for (const { chapter, path } of nodes) {
    if (chapter === null || chapter.bundle === 'branch') continue;
    const { path: source } = chapter;
    names.set(
      path,
      chapter.bundle === 'single'
        ? baseName(source, namedLanguage(chapter, language))
        : splitPath(splitPath(source).folder).name,
    );
  }
  return (path) => names.get(path) ?? splitPath(path).name;
}

/** Address paths of folders by logical path: each name by the table of rule 6, a section's `slug` in place of its name. */
function addressFolders(
  headOf: (folder: string) => PageHead | undefined,
  root: string,
  urlize: (text: string) => string,
  nameOf: NameOf,
): FolderPaths {
  const known = new Map<string, string | null>([['', root]]);

  function addressFolder(folder: string): string | null {
    const before = known.get(folder);
    if (before !== undefined) return before;
    const above = addressFolder(splitPath(folder).folder);
    const head = headOf(folder);
    const name = (head === undefined ? null : slugOf(head, urlize)) ?? urlize(nameOf(folder));
    const path = above === null || name === '' ? null : `${above}/${name}`;
    known.set(folder, path);
    return path;
  }
  return addressFolder;
}

/**
 * The address of a node (content rules 6 and 21.5): its `url`, else what the pattern for it makes, else its `slug`
 * beneath its folder, else its path. The home is always the root of its language. What is faulty is reported and the next in line taken;
 * null when nothing is left.
 */
export function locateNode(
  node: BookNode,
  context: AddressContext,
  diagnostics: Diagnostic[],
): Located | null {
  const { chapter, head, kind } = node;
  const { url, slug }: Partial<PageHead['frontMatter']> = kind === 'home' ? {} : head.frontMatter;

  function accept(source: AddressSource, value: string, made: Address | AddressFault): Located | null {
    const fault = typeof made === 'string' ? made : isPortable(made.outputPath) ? null : 'not-portable';
    if (fault !== null && spanOfAddress(node, source) !== undefined)
      diagnostics.push(reportFault(node, source, value, fault));
    return typeof made === 'string' ? null : { address: made, source };
  }
  const pattern = url === undefined ? context.permalinks.pathOf(node) : null;
  return (
    (url === undefined ? null : accept('url', url, addressUrl(url, node, context))) ??
    (pattern === null ? null : accept('permalink', pattern, addressPattern(pattern, node, context))) ??
    (slug === undefined ? null : accept('slug', slug, addressSlug(slug, node, context))) ??
    accept('file name', chapter?.path ?? node.path, addressPath(node, context))
  );
}

/** With a slash in front it counts from the root of the whole site, unless the chapter is there in several languages. */
function addressUrl(
  url: string,
  node: BookNode,
  { permalinks, root }: AddressContext,
): Address | AddressFault {
  const path = cleanPath(permalinks.fillUrl(url, node));
  const isWhole = path.startsWith('/') && (node.chapter === null || isAtHome(node.chapter));
  return findAddressFault(path) ?? makeAddress(isWhole ? path : below(root, path));
}

/** Without the folders that a `..` behind them takes back; one that leads further up stays, and is refused. */
function cleanPath(path: string): string {
  const kept: string[] = [];
  for (const part of path.split('/')) {
    const isFolder = kept.length > 0 && kept.at(-1) !== '' && kept.at(-1) !== '..';
    if (part === '..' && isFolder) kept.pop();
    else kept.push(part);
  }
  return kept.join('/');
}

function below(root: string, path: string): string {
  return root === '' ? path : `${root}/${path}`;
}

function addressPattern(
  pattern: string,
  node: BookNode,
  { isUgly, root, urlize }: AddressContext,
): Address | AddressFault {
  const parts = pattern.split('/').map((part) => (/^\.+$/.test(part) ? part : urlize(part)));
  const path = parts.join('/').replace(/(?<!\/)\/+$/, '');
  return (
    findAddressFault(pattern) ??
    findAddressFault(path) ??
    makeAddress(below(root, isUgly(node) ? `${path}.html` : `${path}/`))
  );
}

function addressSlug(slug: string, node: BookNode, context: AddressContext): Address | AddressFault {
  const { folders, urlize, isUgly } = context;
  const fault = faultOfSlug(slug, urlize);
  if (fault !== null) return fault;
  if (node.kind === 'section' || node.kind === 'taxonomy') return addressPath(node, context);
  return addressIn(folders(splitPath(node.path).folder), urlize(slug), isUgly(node));
}

function addressPath(
  node: BookNode,
  { folders, urlize, isUgly, nameOf, keepCase }: AddressContext,
): Address | AddressFault {
  if (node.kind !== 'page' && node.kind !== 'term') return addressIn(folders(node.path), 'index', false);
  if (keepCase && node.written !== undefined) {
    // A term may have slashes: all of it stands below its taxonomy, as it is written.
    const [taxonomy = ''] = node.path.split('/', 1);
    return addressIn(folders(taxonomy), urlize(node.written), isUgly(node));
  }
  const { folder } = splitPath(node.path);
  return addressIn(folders(folder), urlize(nameOf(node.path)), isUgly(node));
}

/** The page of a name in a folder; the name `index` is the folder itself. */
function addressIn(folder: string | null, name: string, isUgly: boolean): Address | AddressFault {
  if (folder === null || name === '' || name === '.') return 'empty';
  if (name === 'index') return makeAddress(`${folder}/`);
  return makeAddress(isUgly ? `${folder}/${name}.html` : `${folder}/${name}/`);
}

/** The slug of a section as its pages' addresses have it, or null. */
function slugOf({ frontMatter }: PageHead, urlize: (text: string) => string): string | null {
  const { slug } = frontMatter;
  return slug === undefined || faultOfSlug(slug, urlize) !== null ? null : urlize(slug);
}

function faultOfSlug(slug: string, urlize: (text: string) => string): AddressFault | null {
  const made = findAddressFault(slug) ?? makeAddress(`${urlize(slug)}/`);
  if (typeof made === 'string') return made;
  return made.url === '/' ? 'empty' : null;
}
