import { posix } from 'node:path';
import { findOriginal, findPage } from '../../authoring/manuscript/find-page.js';
import { listSiblings, type Manuscript } from '../../authoring/manuscript/open-manuscript.js';
import type { NewRequest } from '../../authoring/new/plan-new.js';
import { findSectionEnd, type InsertionPoint } from '../../authoring/weights/plan-place.js';
import { findBundleKind } from '../../content/bundle-kind.js';
import { isMounted } from '../../content/content-file.js';
import { languageOf } from '../../content/file-language.js';
import { logicalPath } from '../../content/logical-path.js';
import type { Page } from '../../model/book.js';
import type { FlagValues } from './options.js';
import { readInsertionPoint } from './read-insertion-point.js';
import { flagText } from './request.js';

/** Where a new chapter goes, and the book, in its language, that it goes to. */
export interface NewTarget extends Pick<NewRequest, 'place' | 'path' | 'original' | 'isPart'> {
  readonly manuscript: Manuscript;
}

/**
 * Where the chapter goes: beside the one named by a flag; at the end of the section that the operand names or lies in; at
 * the end of the last section that has chapters. A file in another language than the main one is a translation where there
 * is something of its name. A part (`--part`, or a path that ends in `_index.md`) goes behind the last one. A sentence when
 * there is no such place.
 */
export function readNewTarget(
  operand: string | undefined,
  flags: FlagValues,
  main: Manuscript,
): NewTarget | string {
  if (flags['part'] !== undefined) return readPartTarget(operand, flags, main);
  if (operand === undefined) return placeIn(findFlagged(flags, main), flags, endOfBook);
  const path = operand.replace(/^(?:\.\/)?(?:content\/)?/, '').replace(/\/$/, '');
  if (/(?:^|\/)\.\.?(?:\/|$)|^\/|\\/.test(path)) return `"${operand}" is no path below content/.`;
  const named = /\.\w+$/.test(path) ? null : findSection(main, path);
  if (named !== null) return placeInSection(named.manuscript, named.page.key, flags);
  const file = nameOwnFile(main, /\.(?:md|mdown|markdown)$/i.test(path) ? path : `${path}.md`);
  const { manuscript } = file;
  const isPart = /(?:^|\/)_index\.[^/]*$/.test(file.path);
  const section = sectionOf(manuscript, isPart ? posix.dirname(file.path) : file.path);
  const target = isPart ? placePart(manuscript, section, flags) : placeInSection(manuscript, section, flags);
  if (typeof target === 'string') return target;
  const original = findPlace(flags) === undefined ? findTranslated(main, file) : null;
  const place = original === null ? target.place : placeOf(manuscript, original);
  return { ...target, place, path: file.path, original };
}

/** A part in the section that the operand names, or at the top. */
function readPartTarget(
  operand: string | undefined,
  flags: FlagValues,
  main: Manuscript,
): NewTarget | string {
  if (operand === undefined) return placePart(main, '/', flags);
  const section = findSection(main, operand.replace(/^(?:\.\/)?(?:content\/)?/, '').replace(/\/$/, ''));
  if (section === null) return `There is no section "${operand}" that the part could go into.`;
  return placePart(section.manuscript, section.page.key, flags);
}

/** Behind the last section that can have a weight, whatever chapters come after it; where there is none at the end. */
function placePart(manuscript: Manuscript, section: string, flags: FlagValues): NewTarget | string {
  const others = listSiblings(manuscript, section);
  const last = others.findLastIndex(({ page, chapter }) => page.kind === 'section' && chapter !== null);
  const end = last === -1 ? findSectionEnd(manuscript, section, null) : { section, at: last + 1 };
  const target = placeIn(manuscript, flags, () => end);
  return typeof target === 'string' ? target : { ...target, isPart: true };
}

function placeIn(
  manuscript: Manuscript,
  flags: FlagValues,
  fallback: (own: Manuscript) => InsertionPoint,
): NewTarget | string {
  const named = readInsertionPoint(flags, manuscript, null);
  if (!named.ok) return named.message;
  const place = named.place ?? fallback(manuscript);
  return { manuscript, path: null, original: null, isPart: false, place };
}

/** In the section that the operand names; a sentence when a flag names a neighbour elsewhere. */
function placeInSection(manuscript: Manuscript, section: string, flags: FlagValues): NewTarget | string {
  const target = placeIn(manuscript, flags, (own) => findSectionEnd(own, section, null));
  if (typeof target === 'string' || target.place.section === section) return target;
  return `"${findPlace(flags)}" is in ${folderName(target.place.section)}, not in ${folderName(section)}.`;
}

function folderName(section: string): string {
  return `content${section === '/' ? '' : section}/`;
}

function findPlace(flags: FlagValues): string | undefined {
  return flagText(flags['after']) ?? flagText(flags['before']);
}

/** The book in the language of the chapter that a flag names. */
function findFlagged(flags: FlagValues, main: Manuscript): Manuscript {
  const word = findPlace(flags);
  const found = word === undefined ? null : findOriginal(main, word);
  return found?.ok ? found.manuscript : main;
}

/** A section of any language, by the path of its folder or by its address. */
function findSection(main: Manuscript, path: string) {
  const found = findPage(main, `/${path}/`);
  return found.ok && found.page.kind !== 'page' ? found : null;
}

interface OwnFile {
  readonly manuscript: Manuscript;
  /** Relative to the content folder of the language. */
  readonly path: string;
}

/** The language of a file, by its suffix or by the folder of a language (`fr/14f.md`). */
function nameOwnFile(main: Manuscript, path: string): OwnFile {
  const { folders, place } = main.inputs.config;
  const written = `content/${path}`;
  const mount = folders.content.find((each) => each.language !== undefined && isMounted([each], written));
  const { language } = mount ?? {};
  const own = mount === undefined ? path : written.slice(mount.folder.length + 1);
  const key = languageOf({ path: own, ...(language === undefined ? {} : { language }) }, place);
  const manuscript = main.family.find(({ inputs }) => inputs.config.place.key === key) ?? main;
  return { manuscript, path: own };
}

/** The chapter of the main language with the logical path of a file in another one. */
function findTranslated(main: Manuscript, { manuscript, path }: OwnFile): Page | null {
  if (manuscript === main) return null;
  const { key } = manuscript.inputs.config.place;
  const page = main.opened.book.pages[`/${logicalPath({ path, bundle: findBundleKind(path, key) }, key)}`];
  return page?.source == null ? null : page;
}

/** Where a page of the main language stands in another one: behind what is before it there. */
function placeOf(manuscript: Manuscript, { parent, previous }: Page): InsertionPoint {
  const section = parent ?? '/';
  const at = listSiblings(manuscript, section).findIndex(({ page }) => page.key === previous) + 1;
  return { section, at };
}

/** Behind the last chapter in reading order, whichever section that is in. */
function endOfBook(manuscript: Manuscript): InsertionPoint {
  const { book } = manuscript.opened;
  const last = book.order.findLast(
    (key) => book.pages[key]?.kind === 'page' && book.pages[key]?.source !== null,
  );
  return findSectionEnd(manuscript, book.pages[last ?? '/']?.parent ?? '/', null);
}

/** The nearest section above a file; a top-level folder that is not there yet will be one (content rule 7). */
function sectionOf({ opened }: Manuscript, file: string): string {
  const [top = '', ...folders] = file.toLowerCase().split('/').slice(0, -1);
  const keys = folders.map((_, index) => `/${[top, ...folders.slice(0, index + 1)].join('/')}`);
  return keys.findLast((key) => opened.book.pages[key]?.kind === 'section') ?? `/${top}`;
}
