/** Says of a base name (no path) whether the walk passes over it, folder or file. */
export type NameRule = (name: string) => boolean;

/** Content rule 7: hidden files, lock files (`.#x`, `#x#`) and backups (`x~`) are no part of a book. */
export function isIgnoredInContent(name: string): boolean {
  return name.startsWith('.') || name.startsWith('#') || name.endsWith('~');
}

/**
 * In `static/` hidden names count, as in Hugo: `.well-known/`, `.nojekyll`, `.htaccess` are there to be published.
 * Only what editors, version control and file managers leave behind is passed over.
 */
export function isIgnoredInStatic(name: string): boolean {
  return name.startsWith('.') ? isLeftBehind(name) : isIgnoredInContent(name);
}

function isLeftBehind(name: string): boolean {
  return name === '.git' || name === '.DS_Store' || /^\.#|~$|^\..*\.sw[a-p]$/.test(name);
}
