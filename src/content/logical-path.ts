import type { Chapter } from '../model/chapter.js';
import { lowerCase } from '../url/slug.js';
import { namedLanguage } from './origin.js';

const alreadyLogical = /^[a-z0-9._/-]*$/;

/** The name of a file or folder and the folder it lies in (`''` for the root). */
export interface PathParts {
  readonly folder: string;
  readonly name: string;
}

/** Divides a path with `/` at its last slash. */
export function splitPath(path: string): PathParts {
  const slash = path.lastIndexOf('/');
  return { folder: slash === -1 ? '' : path.slice(0, slash), name: path.slice(slash + 1) };
}

/** What stands between the last two dots of a file's name, lower-cased: `fr` of `14f.fr.md`; `''` for nothing. */
export function nameSuffix(path: string): string {
  return /[^/]\.([^./]+)\.[^./]+$/.exec(path)?.[1]?.toLowerCase() ?? '';
}

/** A path and, as links to it are written in any language, the same without the suffix of its language. */
export function spellPath(path: string, language: string): readonly string[] {
  return nameSuffix(path) === language ? [path, path.replace(/\.[^./]+(?=\.[^./]+$)/, '')] : [path];
}

/** The name of a chapter file without its extension and without the suffix of the book's language: `14f` of `14f.en.md`. */
export function baseName(path: string, language: string): string {
  const { name } = splitPath(path);
  const dot = name.lastIndexOf('.');
  const stem = dot > 0 ? name.slice(0, dot) : name;
  const suffix = `.${language.toLowerCase()}`;
  return stem.length > suffix.length && stem.toLowerCase().endsWith(suffix)
    ? stem.slice(0, -suffix.length)
    : stem;
}

/**
 * Hugo's logical path of a chapter, its identity (content rule 6), without the leading slash: lower case, spaces as
 * `-`, no extension; `_index.md` and `index.md` stand for their folder. NFC, so that one name is one page on every disk.
 */
export function logicalPath(chapter: Pick<Chapter, 'path' | 'bundle' | 'origin'>, language: string): string {
  const { folder } = splitPath(chapter.path);
  if (chapter.bundle !== 'single') return logicalFolder(folder);
  const name = baseName(chapter.path, namedLanguage(chapter, language));
  return logicalFolder(folder === '' ? name : `${folder}/${name}`);
}

/** The logical path of a folder under `content/`. */
export function logicalFolder(folder: string): string {
  if (alreadyLogical.test(folder)) return folder;
  return lowerCase(folder.normalize('NFC')).replaceAll(' ', '-');
}

/** The paths at which an `_index.md` describes a taxonomy or a term instead of a section. */
export function isTaxonomyPath(path: string, taxonomies: readonly string[]): boolean {
  return taxonomies.some((taxonomy) => path === taxonomy || path.startsWith(`${taxonomy}/`));
}
