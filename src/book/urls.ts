import type { AddressSource } from '../diagnostics/codes/address.js';
import type { Chapter } from '../model/chapter.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { splitPath } from '../text/logical-path.js';
import { urlize } from '../text/slug.js';
import { type Address, type AddressFault, faultOf, isPortable, makeAddress, reportFault } from './address.js';
import type { BookNode, Tree } from './sections.js';

/** The address path of a folder, without a slash at its end; null when a name in it leaves nothing to address. */
export type FolderPaths = (folder: string) => string | null;

/** An address and what decided it. */
export interface Located {
  readonly address: Address;
  readonly source: AddressSource;
}

/** Address paths of folders by logical path: each name by the table of rule 6, a section's `slug` in place of its name. */
export function addressFolders(tree: Tree): FolderPaths {
  const known = new Map<string, string | null>([['', '']]);

  function addressFolder(folder: string): string | null {
    const before = known.get(folder);
    if (before !== undefined) return before;
    const above = addressFolder(splitPath(folder).folder);
    const section = tree.sections.get(folder);
    const name =
      (section?.path === folder ? slugOf(section.chapter) : null) ?? urlize(splitPath(folder).name);
    const path = above === null || name === '' ? null : `${above}/${name}`;
    known.set(folder, path);
    return path;
  }
  return addressFolder;
}

/**
 * The address of a node (content rules 6 and 21.5): its `url`, else its `slug` beneath its folder, else its path.
 * The home is always `/`. A faulty `url` or `slug` is reported and the next in line taken; null when nothing is left.
 */
export function locateNode(node: BookNode, folders: FolderPaths, diagnostics: Diagnostic[]): Located | null {
  const { chapter } = node;
  const { url, slug } = (node.kind === 'home' ? null : chapter?.frontMatter) ?? {};

  function accept(source: AddressSource, value: string, made: Address | AddressFault): Located | null {
    const fault = typeof made === 'string' ? made : isPortable(made.outputPath) ? null : 'not-portable';
    if (fault !== null && chapter !== null) diagnostics.push(reportFault(chapter, source, value, fault));
    return typeof made === 'string' ? null : { address: made, source };
  }
  return (
    (url === undefined ? null : accept('url', url, addressUrl(url))) ??
    (slug === undefined ? null : accept('slug', slug, addressSlug(slug, node, folders))) ??
    accept('file name', chapter?.path ?? node.path, addressPath(node, folders))
  );
}

function addressUrl(url: string): Address | AddressFault {
  return faultOf(url) ?? makeAddress(url);
}

function addressSlug(slug: string, node: BookNode, folders: FolderPaths): Address | AddressFault {
  const fault = faultOfSlug(slug);
  if (fault !== null) return fault;
  if (node.kind === 'section') return addressPath(node, folders);
  return addressIn(folders(splitPath(node.path).folder), urlize(slug));
}

function addressPath(node: BookNode, folders: FolderPaths): Address | AddressFault {
  if (node.kind !== 'page') return addressIn(folders(node.path), 'index');
  const { folder, name } = splitPath(node.path);
  return addressIn(folders(folder), urlize(name));
}

/** The page of a name in a folder; the name `index` is the folder itself. */
function addressIn(folder: string | null, name: string): Address | AddressFault {
  if (folder === null || name === '' || name === '.') return 'empty';
  return makeAddress(name === 'index' ? `${folder}/` : `${folder}/${name}/`);
}

/** The slug of a section as its pages' addresses have it, or null. */
function slugOf(chapter: Chapter | null): string | null {
  const slug = chapter?.frontMatter.slug;
  return slug === undefined || faultOfSlug(slug) !== null ? null : urlize(slug);
}

function faultOfSlug(slug: string): AddressFault | null {
  const made = faultOf(slug) ?? makeAddress(`${urlize(slug)}/`);
  if (typeof made === 'string') return made;
  return made.url === '/' ? 'empty' : null;
}
