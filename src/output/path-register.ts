import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { folderOf, isOutputPath, pathKey } from './output-path.js';

/** Takes note of a path that the site wants. Returns what is wrong with it, or null. */
export type PathRegister = (path: string) => Diagnostic | null;

/**
 * Reports `output/unsafe-path`, `output/duplicate-path` (also by case or Unicode form, so that a site built on Linux
 * unpacks anywhere) and `output/file-and-folder`.
 */
export function createPathRegister(): PathRegister {
  /** Path by key. */
  const files = new Map<string, string>();
  /** Keys. */
  const folders = new Set<string>(['']);

  const claimFolder = (folder: string): string | null => {
    if (folders.has(folder)) return null;
    const taken = claimFolder(folderOf(folder)) ?? files.get(folder) ?? null;
    if (taken === null) folders.add(folder);
    return taken;
  };

  return (path) => {
    if (!isOutputPath(path)) return diagnose('output/unsafe-path', { path });
    const key = pathKey(path);
    const other = files.get(key);
    if (other !== undefined) return diagnose('output/duplicate-path', { path, other });
    const taken = folders.has(key) ? path : claimFolder(folderOf(key));
    if (taken !== null) return diagnose('output/file-and-folder', { path: taken });
    files.set(key, path);
    return null;
  };
}
