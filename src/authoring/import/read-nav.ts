import { posix } from 'node:path';
import { isMap } from '../../formats/plain.js';
import { urlize } from '../../url/slug.js';
import { nameOf } from './list-by-name.js';
import type { SummaryFile, SummaryItem } from './read-summary.js';

/**
 * Reads the `nav` of MkDocs: files, files with titles, and titles with lists below them, which become sections. Links to the
 * web have no counterpart.
 */
export function readNav(nav: unknown): SummaryFile {
  const lost: string[] = [];
  return { items: readEntries(nav, '', lost), lost };
}

function readEntries(entries: unknown, folder: string, lost: string[]): readonly SummaryItem[] {
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry: unknown): readonly SummaryItem[] => {
    if (typeof entry === 'string') return readFile(nameOf(posix.basename(entry)).title, entry, lost);
    if (!isMap(entry)) return [];
    return Object.entries(entry).flatMap(([title, value]) => {
      if (typeof value === 'string') return readFile(title, value, lost);
      const inner = posix.join(folder, urlize(title));
      const children = readEntries(value, inner, lost);
      const folders = new Set(children.map(({ path }) => posix.dirname(path)));
      const [own = inner] = folders.size === 1 && !folders.has('.') ? folders : [];
      return children.length === 0 ? [] : [{ title, path: `${own}/_index.md`, children }];
    });
  });
}

function readFile(title: string, path: string, lost: string[]): readonly SummaryItem[] {
  if (!/^[a-z][a-z0-9+.-]*:/i.test(path)) return [{ title, path: path.replace(/^\.\//, ''), children: [] }];
  lost.push(`"${title}" leads to the web and is left out.`);
  return [];
}
