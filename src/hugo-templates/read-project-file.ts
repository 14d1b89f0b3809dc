import { lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { decodeText } from '../files/decode.js';
import { isInside } from '../files/inside.js';

/** The largest file that a template reads, in bytes. */
const SIZE_LIMIT = 1_000_000;

/** Folders of a project that hold no files of its owner's. */
const hidden = /(?:^|\/)(?:\.[^/]*|node_modules|public)(?:\/|$)/;

/**
 * The text of a file below the project, which a template may name as it likes: through no link, nothing hidden, no larger
 * than a megabyte. Null for anything else.
 */
export function readProjectFile(root: string, path: string): string | null {
  const absolute = findInside(root, path);
  return absolute === null ? null : readFoundFile(absolute);
}

/** The text of a file that was found in its place; null for one that is none, or too large. */
export function readFoundFile(absolute: string): string | null {
  const stats = lstatSync(absolute, { throwIfNoEntry: false });
  if (stats?.isFile() !== true || stats.size > SIZE_LIMIT) return null;
  return decodeText(readFileSync(absolute));
}

/** Whether there is a file or a folder of this name below the project. */
export function hasProjectFile(root: string, path: string): boolean {
  return findInside(root, path) !== null;
}

/** Names in a folder below the project, in order, with whether each is a folder; null where there is none. */
export function listProjectFolder(
  root: string,
  path: string,
): readonly (readonly [name: string, isFolder: boolean])[] | null {
  const absolute = findInside(root, path);
  if (absolute === null || lstatSync(absolute).isDirectory() === false) return null;
  return readdirSync(absolute, { withFileTypes: true })
    .filter((entry) => !entry.isSymbolicLink() && !entry.name.startsWith('.'))
    .map((entry) => [entry.name, entry.isDirectory()] as const)
    .sort(([left], [right]) => (left < right ? -1 : 1));
}

/** The real path, where no link leads to it. */
function findInside(root: string, path: string): string | null {
  const absolute = resolve(root, path.replace(/^\/+/, ''));
  const below = absolute.slice(root.length + 1);
  if (!isInside(root, absolute) || hidden.test(below.split(sep).join('/'))) return null;
  try {
    return realpathSync(absolute) === resolve(realpathSync(root), below) ? absolute : null;
  } catch {
    // Whatever is wrong with it, a template cannot read it.
    return null;
  }
}
