import type { Book, Page } from '../model/book.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { openBook } from '../press/open-book.js';
import { compareText } from '../text/compare.js';
import type { MovedFiles } from './gather-moved.js';
import type { Manuscript } from './open-manuscript.js';

/** An address that a page has no more. */
export interface LostAddress {
  /** `Chapter.path` before the move. */
  readonly path: string;
  readonly old: string;
  /** The page's new address. */
  readonly now: string;
}

/** What moving files does to the addresses of a book. */
export interface Readdressing {
  /** Addresses, and aliases relative to them, that lead nowhere after the move unless they become aliases. */
  readonly lost: readonly LostAddress[];
  /** Addresses of folders without a file that could hold an alias. */
  readonly gone: readonly string[];
  /** Errors about addresses that the book did not have before. */
  readonly faults: readonly Diagnostic[];
}

/** Arranges the book anew with moved files, and compares the addresses. */
export function readdress(manuscript: Manuscript, moved: MovedFiles): Readdressing {
  const { inputs, opened } = manuscript;
  const { sources } = inputs;
  const chapters = moveFiles(sources.chapters, moved);
  const resources = moveFiles(sources.resources, moved);
  const after = openBook({ ...inputs, sources: { ...sources, chapters, resources } });
  const pages = new Map(listPages(after.book).map((page) => [page.source, page]));
  const lost = listPages(opened.book).flatMap((page) => {
    if (page.source === null) return [];
    const now = pages.get(moved.get(page.source)?.target ?? page.source);
    return now === undefined ? [] : listLost(page, page.source, now);
  });
  const left = new Set(listPages(after.book).map(({ url }) => url));
  const gone = listPages(opened.book).flatMap(({ source, kind, url }) =>
    source === null && kind === 'section' && url !== '' && !left.has(url) ? [url] : [],
  );
  const known = new Set(opened.diagnostics.map(({ message }) => message));
  const faults = after.diagnostics.filter(
    ({ code, severity, message }) =>
      severity === 'error' && code.startsWith('address/') && !known.has(message),
  );
  return { lost, gone, faults };
}

function moveFiles<File extends { readonly path: string; readonly file: string }>(
  files: readonly File[],
  moved: MovedFiles,
): readonly File[] {
  return files
    .map((file) => {
      const move = moved.get(file.path);
      return move === undefined ? file : { ...file, path: move.target, file: move.to };
    })
    .sort((a, b) => compareText(a.path, b.path));
}

function listPages({ pages }: Book): readonly Page[] {
  return Object.values(pages);
}

function listLost(page: Page, path: string, now: Page): readonly LostAddress[] {
  const kept = new Set([now.url, ...now.aliases]);
  return [page.url, ...page.aliases]
    .filter((url) => url !== '' && now.url !== '' && !kept.has(url))
    .map((old) => ({ path, old, now: now.url }));
}
