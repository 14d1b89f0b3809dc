import type { Book, Page } from '../../model/book.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { openBook } from '../../pipeline/open-book.js';
import type { OpenBook } from '../../pipeline/open-site.js';
import type { Inputs } from '../../pipeline/read-inputs.js';
import { compareText } from '../../text/compare.js';
import { decodeAddress } from '../../url/decode-address.js';
import type { Manuscript } from '../manuscript/open-manuscript.js';
import type { MovedFiles } from './gather-moved.js';

/** An address that a page has no more. */
export interface LostAddress {
  /** `Chapter.file` before the move. */
  readonly file: string;
  readonly old: string;
  /** What `aliases` says of it, which counts from the root of the chapter's language. */
  readonly alias: string;
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

/** Arranges the book anew, in all its languages, with moved files, and compares the addresses. */
export function readdress({ family }: Manuscript, moved: MovedFiles): Readdressing {
  const inputs = family.map((own) => moveInputs(own.inputs, moved));
  const [main] = inputs;
  const opened = main === undefined ? undefined : openBook(main);
  const all = family.map((own, index) => {
    const after = inputs[index];
    if (main === undefined || opened === undefined || after === undefined) return unchanged;
    const book = index === 0 ? opened : openBook(after, { inputs: main, opened });
    return compareBooks(own, book, moved);
  });
  return {
    lost: all.flatMap(({ lost }) => lost),
    gone: all.flatMap(({ gone }) => gone),
    faults: all.flatMap(({ faults }) => faults),
  };
}

/** Of a move within a section. */
export const unchanged: Readdressing = { lost: [], gone: [], faults: [] };

function moveInputs(inputs: Inputs, moved: MovedFiles): Inputs {
  const { sources } = inputs;
  const chapters = moveFiles(sources.chapters, moved);
  const resources = moveFiles(sources.resources, moved);
  return { ...inputs, sources: { ...sources, chapters, resources } };
}

function moveFiles<File extends { readonly path: string; readonly file: string }>(
  files: readonly File[],
  moved: MovedFiles,
): readonly File[] {
  return files
    .map((file) => {
      const move = moved.get(file.file);
      return move === undefined ? file : { ...file, path: move.target, file: move.to };
    })
    .sort((a, b) => compareText(a.path, b.path));
}

function compareBooks({ inputs, opened }: Manuscript, after: OpenBook, moved: MovedFiles): Readdressing {
  const { folder } = inputs.config.place;
  const pages = new Map(listPages(after.book).map((page) => [page.file, page]));
  const lost = listPages(opened.book).flatMap((page) => {
    if (page.file === null) return [];
    const now = pages.get(moved.get(page.file)?.to ?? page.file);
    return now === undefined ? [] : listLost(page, page.file, now, folder);
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

function listPages({ pages }: Book): readonly Page[] {
  return Object.values(pages);
}

function listLost(page: Page, file: string, now: Page, folder: string): readonly LostAddress[] {
  const kept = new Set([now.url, ...now.aliases]);
  return [page.url, ...page.aliases]
    .filter((url) => url !== '' && now.url !== '' && !kept.has(url))
    .map((old) => ({ file, old, alias: aliasOf(old, folder), now: now.url }));
}

function aliasOf(url: string, folder: string): string {
  const address = decodeAddress(url);
  return address.startsWith(`/${folder}`) ? address.slice(folder.length) : address;
}
