import { decodeText } from '../files/decode.js';
import type { LoadedFile, TextFile } from '../model/source.js';
import { isIgnoredInContent } from './ignored-names.js';
import { decodeFiles, findFiles, loadFiles } from './read-files.js';
import type { BookReading } from './reading.js';
import type { FoundFile } from './walk.js';

/** The theme's files as they were read. */
export interface ThemeFiles {
  readonly templates: readonly TextFile[];
  readonly assets: readonly LoadedFile[];
}

/**
 * The default theme's files, each replaced by the book's own of the same path, and the book's further ones,
 * in code-point order of the paths. Of `i18n/` both stay, the book's after the theme's: there single keys are replaced. `file` tells whose one is: `templates/…` or `octavo/templates/…`.
 * A book whose templates are the default theme, such as the manual, has each of them once.
 * Files under `assets/` that are not text are assets; anywhere else that is reported as `source/not-text`.
 */
export function readTheme(
  reading: BookReading,
  defaultFolders: readonly string[],
  ownFolder: string,
): ThemeFiles {
  const rules = { isIgnored: isIgnoredInContent, ignore: [] };
  const own = findFiles(reading, { folder: ownFolder, label: 'templates', ...rules });
  const defaults = defaultFolders.flatMap((folder) =>
    findFiles(reading, { folder, label: 'octavo/templates', ...rules }),
  );
  const files = loadFiles(reading, overlayFiles(defaults, own));
  const isBinary = (file: LoadedFile) => file.path.startsWith('assets/') && !isText(file.bytes);
  const texts = files.filter((file) => !isBinary(file));
  return { templates: decodeFiles(reading, texts), assets: files.filter(isBinary) };
}

function overlayFiles(defaults: readonly FoundFile[], own: readonly FoundFile[]): readonly FoundFile[] {
  const replaced = new Set(own.map(({ path, absolute }) => (path.startsWith('i18n/') ? absolute : path)));
  const left = defaults.filter(({ path, absolute }) => !replaced.has(path) && !replaced.has(absolute));
  return [...left, ...own].sort((a, b) => (a.path === b.path ? 0 : a.path < b.path ? -1 : 1));
}

function isText(bytes: Uint8Array): boolean {
  return !bytes.includes(0) && decodeText(bytes) !== null;
}
