import { logicalFolder, splitPath } from '../content/logical-path.js';
import { diagnose } from '../diagnostics/catalogue.js';
import type { BundleResource } from '../model/book.js';
import type { Chapter } from '../model/chapter.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { SourceFile } from '../model/source.js';
import { encodeName } from '../url/url.js';
import { type Address, isLegalName, makeAddress } from './address.js';
import type { BundleFinder } from './bundles.js';
import type { TakeAddress } from './claims.js';
import type { PageAddresses } from './page-addresses.js';
import { nameResources, type ResourceNames } from './resource-names.js';
import type { BookNode, Tree } from './sections.js';
import type { FolderPaths } from './urls.js';
import { keyOf } from './walk.js';

/** What a resource's place depends on. */
export interface ResourceContext {
  readonly bundleAround: BundleFinder;
  /** Folders whose files are not this language's, by logical path. */
  readonly left: ReadonlySet<string>;
  readonly tree: Tree;
  readonly folders: FolderPaths;
  readonly pages: PageAddresses;
  readonly shared: SharedResources;
}

/** Resources that are published for another language already, by `SourceFile.file`. */
export type SharedResources = ReadonlyMap<string, Address>;

/** A folder under `content/` that owns the files below it, and the folder of the output they go to. */
interface Owner {
  readonly source: string;
  readonly output: string;
  /** Key of its page; null where that is held back. */
  readonly key: string | null;
  readonly isPublished: boolean;
  readonly nameOf: (path: string) => ResourceNames;
}

/**
 * Places the files that are not chapters (content rule 7): each goes beside the page of the bundle or section around it,
 * its path below that folder as it is written. Those of a leaf bundle that is no page are not published; those of a
 * section whose `_index.md` is held back are, since its pages may show them. Nobody has cleaned pages and drawings with
 * scripts among them: reports `content/live-copies`, once.
 */
export function placeResources(
  files: readonly SourceFile[],
  context: ResourceContext,
  takeAddress: TakeAddress,
  diagnostics: Diagnostic[],
): readonly BundleResource[] {
  const ownerOf = findOwners(context);
  const placed: BundleResource[] = [];
  const live: string[] = [];
  for (const { path, file, isScripted } of files) {
    const owner = ownerOf(splitPath(path).folder);
    if (owner?.isPublished !== true) continue;
    const segments = `${owner.output}/${path.slice(owner.source.length)}`
      .normalize('NFC')
      .split('/')
      .filter(Boolean);
    if (!segments.every(isLegalName)) {
      diagnostics.push(diagnose('address/illegal-character', { source: 'file name', value: path }, { file }));
      continue;
    }
    const known = context.shared.get(file);
    const address = known ?? {
      url: `/${segments.map(encodeName).join('/')}`,
      outputPath: segments.join('/'),
    };
    const names = owner.nameOf(path.slice(owner.source.length).replace(/^\//, ''));
    const isShared = known !== undefined;
    if (isShared || takeAddress({ address, owner: file, place: { file } })) {
      if (!isShared && (isScripted || livePage.test(path))) live.push(file);
      placed.push({
        source: path,
        ...address,
        owner: owner.key,
        ...names,
        ...(isShared ? { isShared } : {}),
      });
    }
  }
  const [file] = live;
  if (file !== undefined) diagnostics.push(diagnose('content/live-copies', { count: live.length }, { file }));
  return placed;
}

/** A browser that opens one runs what stands in it. */
const livePage = /\.(?:x?html?|xht)$/i;

/** Finds the published folder around a folder; null when that is in a leaf bundle which is no page. */
function findOwners({
  bundleAround,
  left,
  tree,
  folders,
  pages,
}: ResourceContext): (folder: string) => Owner | null {
  const bundles = findBundles(pages);
  const branches = findTaxonomies(pages);
  const known = new Map([['', describeOwner('', folders('')?.slice(1) ?? '', tree.home)]]);

  function findOwner(folder: string): Owner | null {
    const bundle = bundleAround(folder);
    if (bundle !== null) {
      const node = bundles.get(bundle);
      return node === undefined ? null : toOwner(splitPath(bundle.path).folder, node, pages.get(node));
    }
    const path = logicalFolder(folder);
    if (left.has(path)) return null;
    const section = branches.get(path) ?? tree.sections.get(path);
    if (section?.path !== path) return ownerOf(splitPath(folder).folder);
    return toOwner(folder, section, pages.get(section) ?? addressOf(folders(path)));
  }
  function ownerOf(folder: string): Owner | null {
    const owner = known.get(folder) ?? findOwner(folder);
    known.set(folder, owner);
    return owner;
  }
  return ownerOf;
}

/** The leaf bundles that are pages. */
function findBundles(pages: PageAddresses): ReadonlyMap<Chapter, BookNode> {
  const bundles = new Map<Chapter, BookNode>();
  for (const node of pages.keys()) if (node.chapter?.bundle === 'leaf') bundles.set(node.chapter, node);
  return bundles;
}

/** The pages of taxonomies and terms that have an `_index.md`, by their path. */
function findTaxonomies(pages: PageAddresses): ReadonlyMap<string, BookNode> {
  const nodes = [...pages.keys()].filter(({ kind }) => kind === 'taxonomy' || kind === 'term');
  return new Map(nodes.flatMap((node) => (node.chapter === null ? [] : [[node.path, node] as const])));
}

/** Files go beside the page's `index.html`, or into a folder named as the page's file without its extension. */
function toOwner(source: string, node: BookNode, page: Address | undefined): Owner | null {
  if (page === undefined) return null;
  return describeOwner(source, page.outputPath.replace(/(?:^|\/)index\.html$|\.[^./]+$/, ''), node);
}

function describeOwner(source: string, output: string, node: BookNode): Owner | null {
  const { build, resources } = node.head.frontMatter;
  return {
    source,
    output,
    key: node.published ? keyOf(node) : null,
    isPublished: build?.publishResources !== false,
    nameOf: nameResources(resources),
  };
}

/** The address that a section which is no page would have. */
function addressOf(path: string | null): Address | undefined {
  const address = path === null ? 'empty' : makeAddress(`${path}/`);
  return typeof address === 'string' ? undefined : address;
}
