import type { ConfigRequest } from '../config/load-config.js';
import type { Page } from '../model/book.js';
import type { Chapter } from '../model/chapter.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { LoadedFile } from '../model/source.js';
import { type OpenBook, openBook } from '../press/open-book.js';
import { type Inputs, readInputs } from '../press/read-inputs.js';

/** A book as its author sees it: every chapter, drafts and future ones included, in order. */
export interface Manuscript {
  readonly inputs: Inputs;
  readonly opened: OpenBook;
  /** By `Chapter.path`. */
  readonly files: ReadonlyMap<string, LoadedFile>;
  /** Front matter that cannot be read: what follows from it would be guesses, so nothing is to be changed. */
  readonly faults: readonly Diagnostic[];
}

/** A page of a section, and the chapter it was made from; null for one that was made up for a folder. */
export interface Sibling {
  readonly page: Page;
  readonly chapter: Chapter | null;
}

/** Opens the book in `root` for a command that changes it. */
export function openManuscript(root: string, request: ConfigRequest): Manuscript {
  const inputs = readInputs(root, { ...request, drafts: true, future: true, expired: true });
  const opened = openBook(inputs);
  const faults = [...inputs.diagnostics, ...opened.diagnostics].filter(
    ({ code, severity }) => severity === 'error' && /^(?:front-matter|source|config)\//.test(code),
  );
  const files = new Map(inputs.sources.chapters.map((file) => [file.path, file]));
  return { inputs, opened, files, faults };
}

/** The pages and sub-sections of a section in order, by its key. */
export function listSiblings({ opened }: Manuscript, section: string): readonly Sibling[] {
  const { book, chapters } = opened;
  return (book.pages[section]?.children ?? []).flatMap((key) => {
    const page = book.pages[key];
    return page === undefined ? [] : [{ page, chapter: chapters.get(page.source ?? '') ?? null }];
  });
}
