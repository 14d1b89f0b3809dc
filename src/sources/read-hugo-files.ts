import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDataName } from '../content/data-name.js';
import type { HugoFiles, LayerText, SourceFile } from '../model/source.js';
import { isIgnoredInContent, isIgnoredInStatic } from './ignored-names.js';
import { decodeFiles, findFiles, loadFiles, measureFiles } from './read-files.js';
import type { BookReading } from './reading.js';
import type { FoundFile } from './walk.js';

/**
 * Reads what a Hugo site and its themes bring for shortcodes and render hooks; null where there is neither `layouts/` nor a
 * theme. Layouts of pages are not read.
 *
 * @param themes Folders relative to the book's own.
 */
export function readHugoFiles(
  reading: BookReading,
  book: string,
  themes: readonly string[],
): HugoFiles | null {
  const layers = ['', ...themes].filter((folder, at) => at === 0 || existsSync(join(book, folder)));
  if (!layers.some((folder) => existsSync(join(book, folder, 'layouts')))) return null;
  const findIn = (folder: string, part: string, isIgnored = isIgnoredInContent) => {
    const label = folder === '' ? part : `${folder}/${part}`;
    return findFiles(reading, { folder: join(book, folder, part), label, isIgnored, ignore: [] });
  };
  const readTexts = (part: string, isWanted: (path: string) => boolean, from = 0) =>
    layers.slice(from).flatMap((folder, at): readonly LayerText[] => {
      const found = findIn(folder, part).filter(({ path }) => isWanted(path));
      return decodeFiles(reading, loadFiles(reading, found)).map((file) => ({ ...file, layer: at + from }));
    });
  const assets = layers.flatMap((folder) => findIn(folder, 'assets', isIgnoredInStatic));
  return {
    root: book,
    templates: readTexts('layouts', isTemplateName),
    texts: readTexts('i18n', (path) => /^[^/]+\.(?:ya?ml|toml|json)$/.test(path)),
    data: readTexts('data', isDataName, 1),
    assets: measureAssets(reading, assets),
  };
}

/** Shortcodes, hooks and partials by the folders that Hugo looks for them in, of old and now. */
function isTemplateName(path: string): boolean {
  const folder = /(?:^|\/)(?:_?shortcodes|_?partials|_markup)\//.test(path);
  return folder && /\.(?:html|md|xml|svg|txt|json|css|js)$/.test(path);
}

function measureAssets(reading: BookReading, found: readonly FoundFile[]): readonly SourceFile[] {
  const first = new Map<string, FoundFile>();
  for (const file of found) if (!first.has(file.path)) first.set(file.path, file);
  return measureFiles(
    reading,
    [...first.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
  );
}

/** The shortcodes of themes that lie below a book's `themes/` and that it does not use. Names alone are read. */
export function listUnusedTemplates(
  book: string,
  themes: readonly string[],
): readonly (readonly [name: string, file: string])[] {
  const folder = join(book, 'themes');
  if (!existsSync(folder)) return [];
  const others = readdirSync(folder)
    .sort()
    .map((name) => `themes/${name}`)
    .filter((theme) => !themes.includes(theme));
  return others.flatMap((theme) =>
    ['_shortcodes', 'shortcodes'].flatMap((part) => {
      const below = `${theme}/layouts/${part}`;
      if (!existsSync(join(book, below))) return [];
      return readdirSync(join(book, below)).flatMap((name) =>
        name.endsWith('.html') ? [[name.slice(0, -5).toLowerCase(), `${below}/${name}`] as const] : [],
      );
    }),
  );
}
