import { posix } from 'node:path';
import { decodeUrl, type KnownAddress, type TargetIndex } from './index-targets.js';

/** Where an address written in a chapter leads. `href` is ready for the page, base path, query and fragment included. */
export type ResolvedLink =
  | { readonly kind: 'outside'; readonly scheme: string | null }
  | {
      readonly kind: 'chapter';
      readonly path: string;
      /** Key of its language, where that is another one. */
      readonly language?: string;
      readonly href: string;
      readonly fragment: string;
    }
  | { readonly kind: 'file'; readonly href: string }
  | { readonly kind: 'held-back'; readonly path: string }
  | { readonly kind: 'missing'; readonly absolute: boolean };

/** What is found for a path: a target, the path of a chapter that is held back, or nothing. */
type Found = KnownAddress | string | null;

const scheme = /^([^/?#]*):/;
const parts = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s;

/**
 * Finds what an address leads to (design, section 8). A relative one is looked up from the folder of the chapter's
 * file, with `.md` or without, a folder standing for its `_index.md` or `index.md`; then from the chapter's own
 * address, as Hugo sites write `../other/`. One that starts with `/` is an address of the site, with the base path or
 * without, or a path under `content/`.
 *
 * @param from `Chapter.path` of the chapter that holds the link.
 */
export function resolveLink(written: string, from: string, index: TargetIndex): ResolvedLink {
  const outside = scheme.exec(written);
  if (outside !== null || written.startsWith('//')) {
    return { kind: 'outside', scheme: outside?.[1]?.toLowerCase() ?? null };
  }
  const [, path = '', query = '', hash] = parts.exec(written) ?? [];
  const fragment = decodeUrl(hash ?? '');
  if (path === '') return { kind: 'chapter', path: from, href: written, fragment };
  const decoded = decodeUrl(path).normalize('NFC');
  const absolute = decoded.startsWith('/');
  const found = absolute ? findAbsolute(decoded, index) : findRelative(decoded, from, index);
  if (found === null) return { kind: 'missing', absolute };
  if (typeof found === 'string') return { kind: 'held-back', path: found };
  const href = `${index.basePath}${found.url.slice(1)}${query}${hash === undefined ? '' : `#${hash}`}`;
  // A chapter of another language is found like a file; whether the fragment is there is for its ids to say.
  const target = found.path === null && fragment !== '' ? findAddress(decodeUrl(found.url), index) : found;
  if (target === null || target.path === null) return { kind: 'file', href };
  const language = target.language === undefined ? {} : { language: target.language };
  return { kind: 'chapter', path: target.path, ...language, href, fragment };
}

function findRelative(path: string, from: string, index: TargetIndex): Found {
  const joined = posix.join(posix.dirname(from), path);
  const source = joined.startsWith('../') ? null : findSource(joined, index);
  if (source !== null) return source;
  const own = index.chapters[from]?.url;
  return own === undefined ? null : findAddress(posix.join(decodeUrl(own), path), index);
}

function findAbsolute(path: string, index: TargetIndex): Found {
  const direct = findAddress(path, index) ?? findSource(posix.normalize(path).slice(1), index);
  if (direct !== null || index.basePath === '/' || !path.startsWith(index.basePath)) return direct;
  return findAddress(path.slice(index.basePath.length - 1), index);
}

/** By path under `content/`. */
function findSource(joined: string, index: TargetIndex): Found {
  const path = joined.replace(/\/$/, '');
  const folder = path === '.' || path === '' ? '' : `${path}/`;
  const candidates = [path, `${path}.md`, `${folder}_index.md`, `${folder}index.md`];
  for (const candidate of candidates) {
    const chapter = Object.hasOwn(index.chapters, candidate) ? index.chapters[candidate] : undefined;
    if (chapter !== undefined) return { url: chapter.url, path: chapter.path ?? candidate };
    if (Object.hasOwn(index.unpublished, candidate)) return candidate;
  }
  const url = Object.hasOwn(index.resources, path) ? index.resources[path] : undefined;
  return url === undefined ? null : { url, path: null };
}

function findAddress(path: string, { addresses }: TargetIndex): KnownAddress | null {
  const bare = path.endsWith('/index.html') ? path.slice(0, -'index.html'.length) : path;
  return addresses.get(path) ?? addresses.get(bare) ?? addresses.get(`${path}/`) ?? null;
}
