/** The folder inside a destination that holds its manifest, and the one beside `content/` (`bookFolder`). */
export const OWN_FOLDER = '.octavo';

/** An empty part, `.` or `..`; a backslash, control character or half of a surrogate pair; a drive letter. */
const UNSAFE = /(?:^|\/)\.{0,2}(?:\/|$)|[\\\p{Cc}\p{Surrogate}]|^[a-z]:/iu;

/**
 * Whether a path may be written below a destination: relative, with `/`, not decoded in any way.
 * The one gate in front of every write and every removal; what the disk holds on the way (links) is checked there.
 */
export function isOutputPath(path: string): boolean {
  return !UNSAFE.test(path) && !(path.startsWith('.') && pathKey(`${path}/`).startsWith(`${OWN_FOLDER}/`));
}

/** Where an output path lies. The path is normal already, so that joining is all there is to do (`join` is slow). */
export function placeIn(folder: string, path: string): string {
  return `${folder}/${path}`;
}

/** Equal for two paths that are one file on systems that ignore case or the Unicode form of names. */
export function pathKey(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** The folder part of an output path; `''` for a file at the top. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
