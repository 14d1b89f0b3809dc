import type { ConfigRequest } from '../../config/load-config.js';
import { isAtHome } from '../../content/origin.js';
import { applySeverities } from '../../diagnostics/apply-severities.js';
import { dropRepeated } from '../../diagnostics/drop-repeated.js';
import { addAll } from '../../lists/add-all.js';
import type { Page } from '../../model/book.js';
import type { Chapter } from '../../model/chapter.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { LoadedFile } from '../../model/source.js';
import type { OpenBook } from '../../pipeline/open-site.js';
import { openSites } from '../../pipeline/open-sites.js';
import { type Inputs, readInputs } from '../../pipeline/read-inputs.js';

/** A book in one of its languages as its author sees it: every chapter, drafts and future ones included, in order. */
export interface Manuscript {
  readonly inputs: Inputs;
  readonly opened: OpenBook;
  /** The chapters of all languages, by `Chapter.file`. */
  readonly files: ReadonlyMap<string, LoadedFile>;
  /** Front matter and settings that cannot be read, as severe as the owner wants it (`listFaults`). */
  readonly faults: readonly Diagnostic[];
  /** The book in each of its languages, this one among them, the main one first. */
  readonly family: readonly Manuscript[];
}

/** A page of a section, and the chapter it was made from; null for one that was made up for a folder. */
export interface Sibling {
  readonly page: Page;
  readonly chapter: Chapter | null;
}

/** Opens the book in `root` for a command that changes it: in its main language, from which the others are reached. */
export function openManuscript(root: string, request: ConfigRequest): Manuscript {
  const inputs = readInputs(root, { ...request, drafts: true, future: true, expired: true });
  const [first, ...others] = openSites(inputs);
  const findings = [first, ...others].flatMap(({ opened }) => opened.diagnostics);
  const told = applySeverities(dropRepeated([...inputs.diagnostics, ...findings]), inputs.config);
  const faults = told.filter(
    ({ code, severity }) => severity === 'error' && /^(?:front-matter|source|config)\//.test(code),
  );
  const files = new Map(inputs.sources.chapters.map((file) => [file.file, file]));
  const family: Manuscript[] = [];
  const main = { ...first, files, faults, family };
  addAll(family, [main, ...others.map((site) => ({ ...site, files, faults, family }))]);
  return main;
}

/** The pages and sub-sections of a section in order, by its key. */
export function listSiblings({ opened }: Manuscript, section: string): readonly Sibling[] {
  const { book, chapters } = opened;
  return (book.pages[section]?.children ?? []).flatMap((key) => {
    const page = book.pages[key];
    return page === undefined ? [] : [{ page, chapter: chapters.get(page.source ?? '') ?? null }];
  });
}

/** The chapters in the language of a manuscript, without those that stand in for a translation. */
export function listOwnChapters({ opened }: Manuscript): readonly Chapter[] {
  return [...opened.chapters.values()].filter(isAtHome);
}
