import { emptyHead } from '../content/empty-head.js';
import { logicalFolder, logicalPath, splitPath } from '../content/logical-path.js';
import type { PageKind } from '../model/book.js';
import type { Chapter, PageHead, VirtualHeads } from '../model/chapter.js';
import type { Config } from '../model/config.js';
import { reasonToHold, type UnpublishedChapter } from './publish.js';
import { type Titles, titleChapter, titleFolder, titlePage } from './titles.js';

/** A page to be, or the place of a section whose `_index.md` is held back. */
export interface BookNode {
  /** Logical path without the leading slash; `''` is home. */
  readonly path: string;
  readonly kind: PageKind;
  /** Null for a page made up for the home or a top-level folder. */
  readonly chapter: Chapter | null;
  /** What front matter says of it: the chapter's, or what cascades to a page that is made up. */
  readonly head: PageHead;
  /** False for a held-back `_index.md`: the node keeps order and addresses of its pages, and is no page (content rule 4). */
  readonly published: boolean;
  readonly titles: Titles;
  /** Of a term without a file: its name as the page that names it first writes it. */
  readonly written?: string;
}

/** The sections of a book and what each one holds, not yet in order. */
export interface Tree {
  readonly home: BookNode;
  /** The name of each folder as it is written, by logical path: of one that is written in two ways, the first. */
  readonly folders: ReadonlyMap<string, string>;
  /** The section that a folder's pages belong to, by logical path of the folder. */
  readonly sections: ReadonlyMap<string, BookNode>;
  /** Every node but the home, in order of the source paths, a section before what it holds. */
  readonly nodes: readonly BookNode[];
  /** Pages and sub-sections by path of their section. */
  readonly children: ReadonlyMap<string, readonly BookNode[]>;
}

/** The chapters of a book by logical path, and those that are held back. */
export interface TreeChapters {
  readonly chapters: ReadonlyMap<string, Chapter>;
  readonly unpublished: readonly UnpublishedChapter[];
}

/** What a tree grows with besides. */
export interface TreeContext {
  readonly virtualHeads: VirtualHeads;
  readonly config: Config;
  /** The `_index.md` of the sections that the pages of some folders belong to, by logical path of the folder. */
  readonly standIns?: ReadonlyMap<string, Chapter>;
}

/**
 * Builds the tree of content rules 7 and 21.3: top-level folders are sections, deeper ones only with an `_index.md`;
 * the pages of any other folder belong to the section above. A folder that shares its path with a page is no section,
 * nor is one named as a taxonomy.
 * A top-level folder whose chapters are all held back is a section all the same, as in Hugo.
 */
export function growTree(
  { chapters: pages, unpublished }: TreeChapters,
  { virtualHeads, config, standIns = new Map() }: TreeContext,
): Tree {
  const branches = collectBranches(pages, unpublished, config);
  const home = branches.get('') ?? makeVirtualHome(virtualHeads, config);
  const folders = new Map<string, string>();
  const sections = new Map([['', home]]);
  const children = new Map<string, BookNode[]>();
  const nodes: BookNode[] = [];
  const standing = new Set<string>();

  /** `source` lies in the folder: its path has the folder's name as it is written. */
  function sectionAt(path: string, source: string): BookNode {
    const known = sections.get(path);
    if (known !== undefined) return known;
    const standIn = standIns.get(path)?.path;
    // Two sections may stand in for the folders of each other.
    if (standIn !== undefined && !standing.has(path)) {
      standing.add(path);
      const section = sectionAt(logicalFolder(splitPath(standIn).folder), standIn);
      sections.set(path, section);
      return section;
    }
    const above = sectionAt(splitPath(path).folder, source);
    const name = source.split('/')[path.split('/').length - 1] ?? path;
    folders.set(path, name);
    const isTop = !path.includes('/') && !pages.has(path) && !config.taxonomies.includes(path);
    const own = branches.get(path) ?? (isTop ? makeVirtualSection(path, name, virtualHeads, config) : null);
    if (own !== null) addChild(above, own);
    sections.set(path, own ?? above);
    return own ?? above;
  }
  function addChild(section: BookNode, child: BookNode): void {
    nodes.push(child);
    const siblings = children.get(section.path);
    if (siblings === undefined) children.set(section.path, [child]);
    else siblings.push(child);
  }

  for (const [path, chapter] of pages) {
    if (branches.has(path)) sectionAt(path, chapter.path);
    else addChild(sectionAt(splitPath(path).folder, chapter.path), makeNode(path, 'page', chapter, config));
  }
  for (const { chapter } of unpublished) {
    const path = logicalPath(chapter, config.place.key);
    sectionAt(branches.has(path) ? path : splitPath(path).folder, chapter.path);
  }
  return { home, folders, sections, nodes, children };
}

/** The nodes of every `_index.md`, by path; a held-back one counts unless a page has its path, or it is the home's. */
function collectBranches(
  pages: ReadonlyMap<string, Chapter>,
  unpublished: readonly UnpublishedChapter[],
  config: Config,
): ReadonlyMap<string, BookNode> {
  const branches = new Map<string, BookNode>();
  for (const [path, chapter] of pages) {
    if (path === '') branches.set(path, makeNode(path, 'home', chapter, config));
    else if (chapter.bundle === 'branch') branches.set(path, makeNode(path, 'section', chapter, config));
  }
  for (const { chapter } of unpublished) {
    const path = logicalPath(chapter, config.place.key);
    if (chapter.bundle !== 'branch' || path === '' || pages.has(path)) continue;
    branches.set(path, { ...makeNode(path, 'section', chapter, config), published: false });
  }
  return branches;
}

function makeNode(path: string, kind: PageKind, chapter: Chapter, config: Config): BookNode {
  return { path, kind, chapter, head: chapter, published: true, titles: titleChapter(chapter, config) };
}

function makeVirtualSection(
  path: string,
  name: string,
  virtualHeads: VirtualHeads,
  config: Config,
): BookNode {
  const head = virtualHeads.get(path) ?? emptyHead;
  const published = reasonToHold(head, config.publish) === null;
  const titles = titlePage(head, titleFolder(name, config.titles));
  return { path, kind: 'section', chapter: null, head, published, titles };
}

function makeVirtualHome(virtualHeads: VirtualHeads, { title }: Config): BookNode {
  const head = virtualHeads.get('') ?? emptyHead;
  // There is always a home, whatever cascades to it.
  return { path: '', kind: 'home', chapter: null, head, published: true, titles: titlePage(head, title) };
}
