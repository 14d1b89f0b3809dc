import { posix } from 'node:path';
import { bundleKindOf, findBundleKind } from '../../content/bundle-kind.js';
import { logicalFolder, splitPath } from '../../content/logical-path.js';
import type { RefTargets } from '../../model/rendered.js';

/** A page that a reference can lead to. */
interface ReferredPage {
  /** Site-relative, without the base path. */
  readonly url: string;
  /** `Chapter.path`, or null for a page without a file. */
  readonly path: string | null;
}

export type Reference =
  | { readonly kind: 'page'; readonly page: ReferredPage }
  | { readonly kind: 'ambiguous'; readonly paths: readonly string[] }
  | { readonly kind: 'held-back'; readonly file: string }
  | { readonly kind: 'missing' };

/** Finds the page that a reference names, from the chapter at `from` (`Chapter.path`). */
export type ResolveRef = (written: string, from: string) => Reference;

/** A page, or the file of a chapter that is held back. */
type Found = ReferredPage | string;

/**
 * Prepares look-ups by Hugo's rules for `ref` and `relref` (content rule 16), by logical path: from the folder of the
 * chapter (of a branch bundle: its own); by the name of a file, from where the chapter lies; from the root; and, for a
 * name without a slash, by base name over the whole book. What starts with `.` is looked up from the chapter only.
 *
 * @param home Where the chapters are from which something is looked up, if that is another language than `index`.
 */
export function createRefResolver(index: RefTargets, home: RefTargets = index): ResolveRef {
  const pages = pagesByKey(index);
  let named: ReadonlyMap<string, readonly ReferredPage[]> | null = null;
  const byName = (name: string) => {
    named ??= groupByName(pages);
    return named.get(name) ?? [];
  };
  return (written, from) => {
    const path = written.replaceAll('\\', '/').replace(/(?<=^\/|[^/])\/+$/, '');
    const beside = () =>
      findPage(posix.join(folderOf(from, home), path), pages) ?? findFile(path, from, index);
    const direct = findDirect(path, beside, pages);
    if (typeof direct === 'string') return { kind: 'held-back', file: direct };
    if (direct !== null) return { kind: 'page', page: direct };
    const names = path.includes('/') ? [] : [path, withoutSuffix(path)];
    const found = names.map((name) => byName(keyOf(name).slice(1))).find((list) => list.length > 0) ?? [];
    const [page, ...others] = found;
    if (page === undefined) return { kind: 'missing' };
    if (others.length === 0) return { kind: 'page', page };
    return { kind: 'ambiguous', paths: found.map((each) => each.path ?? each.url).sort() };
  };
}

function pagesByKey(index: RefTargets): ReadonlyMap<string, Found> {
  const pages = new Map<string, Found>();
  // Those that are held back first: a page that is published under the same name replaces them.
  for (const [path, file] of Object.entries(index.unpublished)) pages.set(keyOf(`/${path}`), file);
  for (const [url, key] of Object.entries(index.pages)) pages.set(key, { url, path: null });
  for (const [path, { key, url, path: own = path }] of Object.entries(index.chapters))
    pages.set(key, { url, path: own });
  return pages;
}

/** Pages by the last part of their logical path, those with a file only. */
function groupByName(pages: ReadonlyMap<string, Found>): ReadonlyMap<string, readonly ReferredPage[]> {
  const groups = new Map<string, ReferredPage[]>();
  for (const [key, page] of pages) {
    if (typeof page === 'string' || page.path === null) continue;
    const name = posix.basename(key);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [page]);
    else group.push(page);
  }
  return groups;
}

function findDirect(
  path: string,
  findBeside: () => Found | null,
  pages: ReadonlyMap<string, Found>,
): Found | null {
  if (!path.startsWith('/')) {
    const beside = findBeside();
    if (beside !== null || path.startsWith('.')) return beside;
  }
  return findPage(posix.join('/', path), pages);
}

/** By its logical path; the name of a file may have the suffix of any language, which says nothing then, as in Hugo. */
function findPage(path: string, pages: ReadonlyMap<string, Found>): Found | null {
  return pages.get(keyOf(path)) ?? pages.get(keyOf(withoutSuffix(path))) ?? null;
}

/** `x.md` for `x.fr.md`; only names of files have suffixes. */
function withoutSuffix(path: string): string {
  return path.replace(/\.[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)?(?=\.(?:md|mdown|markdown|html?)$)/i, '');
}

/** Where relative references start: at a branch bundle's own logical path, else at the one above. */
function folderOf(from: string, index: RefTargets): string {
  const key = index.chapters[from]?.key ?? keyOf(`/${from}`);
  return findBundleKind(from, index.language) === 'branch' ? key : posix.dirname(key);
}

/** A file by its name on the disk, `../x.md` from a leaf bundle for instance. */
function findFile(path: string, from: string, index: RefTargets): Found | null {
  const file = posix.join(posix.dirname(from), path);
  const chapter = Object.hasOwn(index.chapters, file) ? index.chapters[file] : undefined;
  if (chapter !== undefined) return { url: chapter.url, path: chapter.path ?? file };
  return Object.hasOwn(index.unpublished, file) ? (index.unpublished[file] ?? null) : null;
}

/** The logical path of what is written, with its leading slash: no extension, no `index`, `-` for spaces. */
function keyOf(path: string): string {
  const rooted = path.startsWith('/') ? path : `/${path}`;
  const bare = rooted.replace(/\.(?:md|mdown|markdown|html?)$/i, '');
  const { folder, name } = splitPath(bare);
  const page = bundleKindOf(name) === 'single' ? bare : folder;
  return logicalFolder(page === '' ? '/' : page);
}
