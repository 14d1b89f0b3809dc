import { isAbsolute, relative, resolve, sep } from 'node:path';
import { listChangedFiles } from '../../sources/list-changed-files.js';

/** The chapters that a command is asked for. */
export interface Scope {
  /** By `Chapter.file`; null for all of them. */
  readonly isAsked: ((file: string) => boolean) | null;
  /** The words that have named no chapter so far. */
  readonly listUnmet: () => readonly string[];
}

/**
 * Reads which chapters are asked for: files and folders, from the working folder, the book's or its content folder, and those
 * that differ from a revision of git or that git does not know yet. A sentence where git has no answer.
 *
 * @param root The book's folder.
 * @param folder The working folder.
 */
export function readScope(
  words: readonly string[],
  since: string | undefined,
  root: string,
  folder: string,
): Scope | string {
  const changed = since === undefined ? null : listChangedFiles(since, root);
  if (typeof changed === 'string') return changed;
  if (words.length === 0 && changed === null) return { isAsked: null, listUnmet: () => [] };
  const unmet = new Set(words);
  const paths = words.map((word) => ({ word, ways: spellWays(word, root, folder) }));
  const isNamed = (file: string) => {
    const found = paths.filter(({ ways }) => ways.some((way) => liesIn(file, way)));
    for (const { word } of found) unmet.delete(word);
    return words.length === 0 || found.length > 0;
  };
  return {
    isAsked: (file) => isNamed(file) && (changed === null || changed.has(file)),
    listUnmet: () => [...unmet],
  };
}

/** What a word may mean, relative to the book's folder. */
function spellWays(word: string, root: string, folder: string): readonly string[] {
  const own = relative(root, resolve(folder, word)).split(sep).join('/');
  const bare = word.replace(/^\.\//, '').replace(/(?<!\/)\/+$/, '');
  return [own, ...(isAbsolute(word) ? [] : [bare])].filter((way) => !way.startsWith('..'));
}

/** A file by itself, with or without its extension, or in a folder; the content folder, and a language's in it, may go unsaid. */
function liesIn(file: string, way: string): boolean {
  const segments = file.split('/');
  return [0, 1, 2].some((skipped) => {
    const path = segments.slice(skipped).join('/');
    return path === way || path.replace(/\.\w+$/, '') === way || path.startsWith(`${way}/`) || way === '';
  });
}
