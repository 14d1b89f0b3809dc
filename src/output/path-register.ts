import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { folderOf, isOutputPath, pathKey } from './output-path.js';

/** Takes note of a path that the site wants, and of the book's file behind it. Returns what is wrong with it, or null. */
export type PathRegister = (path: string, origin?: string) => Diagnostic | null;

interface Claim {
  readonly path: string;
  readonly origin: string;
}

/**
 * Reports `output/unsafe-path`, `output/duplicate-path` (also by case or Unicode form, so that a site built on Linux
 * unpacks anywhere) and `output/file-and-folder`.
 */
export function createPathRegister(): PathRegister {
  /** By key. */
  const files = new Map<string, Claim>();
  /** Keys. */
  const folders = new Set<string>(['']);

  /** The file that stands where a folder must be, if any. */
  const claimFolder = (folder: string): Claim | null => {
    if (folders.has(folder)) return null;
    const taken = claimFolder(folderOf(folder)) ?? files.get(folder) ?? null;
    if (taken === null) folders.add(folder);
    return taken;
  };

  return (path, origin = 'the theme') => {
    if (!isOutputPath(path)) return diagnose('output/unsafe-path', { path });
    const key = pathKey(path);
    const other = files.get(key);
    if (other !== undefined) return diagnose('output/duplicate-path', { path, origin, other });
    const claim = { path, origin };
    const taken = folders.has(key) ? claim : claimFolder(folderOf(key));
    if (taken !== null) return diagnose('output/file-and-folder', taken);
    files.set(key, claim);
    return null;
  };
}
