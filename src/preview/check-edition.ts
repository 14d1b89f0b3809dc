import { setImmediate } from 'node:timers/promises';
import { checkFragments } from '../check/rules/links.js';
import { hasErrors, settleSeverities } from '../diagnostics/settle.js';
import { sortDiagnostics } from '../diagnostics/sort.js';
import type { Page } from '../model/book.js';
import type { Diagnostic, Outcome } from '../model/diagnostic.js';
import type { OutputFile } from '../model/output.js';
import type { RenderedChapter } from '../model/rendered.js';
import { createPathRegister } from '../output/path-register.js';
import { listFilesInOrder } from '../report-book.js';
import type { Edition } from './open-edition.js';

/** A check: what is to be done with the files that it makes, and what it may build on. */
export interface CheckRequest {
  readonly edition: Edition;
  /** Asked now and then; the check ends when there is a newer edition. */
  readonly isWanted: () => boolean;
  /** Takes every page and every file that is made. Absent: pages that must be as they were are not made again. */
  readonly take?: (file: OutputFile) => boolean;
  /** An earlier edition that differs in the text of chapters only, with its check. */
  readonly before: CheckedEdition | null;
}

/** A checked edition. */
export interface CheckedEdition {
  readonly edition: Edition;
  /** All findings in book order, as those of a build. */
  readonly findings: readonly Diagnostic[];
  /** By key. */
  readonly pages: ReadonlyMap<string, CheckedPage>;
}

/** What a page was made from, and what was found. */
interface CheckedPage {
  readonly shown: readonly RenderedChapter[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Pages between two turns of the event loop, in which requests are answered: some milliseconds. */
const breathEvery = 8;

/**
 * Makes all of an edition that nobody asked for yet, a few pages at a time. Null when it is not wanted any more.
 *
 * 1. Every chapter is rendered and every page made, but for those that follow from the same as before.
 * 2. Redirects, the 404 page, assets.
 * 3. Fragments of links, which need the ids of all chapters; and the paths of all files, once there is no error.
 */
export async function checkEdition(request: CheckRequest): Promise<CheckedEdition | null> {
  const { edition, isWanted, take = () => true } = request;
  const { inputs, opened } = edition;
  const settle = (found: readonly Diagnostic[]) => settleSeverities(found, inputs.config);
  const findings = [...edition.findings];
  const pages = new Map<string, CheckedPage>();
  let made = 0;
  for (const page of listPages(edition)) {
    if (page.source !== null) findings.push(...settle(edition.renderText(page.source).diagnostics));
    const checked = findUnchanged(page, request) ?? (await checkPage(page, edition, take));
    pages.set(page.key, checked);
    findings.push(...checked.diagnostics);
    made += 1;
    if (made % breathEvery === 0) await setImmediate();
    if (!isWanted()) return null;
  }
  const extras = await renderRest(request);
  extras.value.forEach(take);
  // Made for those who want all files; a preview makes the index when a reader first searches.
  if (request.take !== undefined) edition.makeSearch().forEach(take);
  findings.push(...extras.diagnostics, ...settle(checkFragments(listFacts(edition))));
  if (!hasErrors(findings)) findings.push(...settle(checkPaths(edition, extras.value)));
  if (!isWanted()) return null;
  return { edition, findings: sortDiagnostics(findings, listFilesInOrder(opened.book)), pages };
}

/** What is no page of the book. The book in one page waits until it is asked for, unless every file is wanted. */
async function renderRest({ edition, take }: CheckRequest): Promise<Outcome<readonly OutputFile[]>> {
  const extras = await edition.renderExtras();
  const print = take === undefined ? null : await edition.renderPrint();
  if (print === null) return extras;
  return {
    value: [...extras.value, print.value],
    diagnostics: [...extras.diagnostics, ...print.diagnostics],
  };
}

/** In reading order, then those outside it, so that a fault which several pages meet is told of the first. */
function listPages({ opened: { book } }: Edition): readonly Page[] {
  return [...book.order, ...book.others].flatMap((key) => book.pages[key] ?? []);
}

async function checkPage(
  page: Page,
  edition: Edition,
  take: (file: OutputFile) => boolean,
): Promise<CheckedPage> {
  // Its text can be shown by other pages; it is none itself.
  if (page.outputPath === '') return { diagnostics: [], shown: [] };
  const { value, diagnostics, shown } = await edition.renderPage(page);
  take(value);
  return { diagnostics, shown: [...shown].map(edition.renderText) };
}

/** The page as it was checked before, if all that it shows is the same; null when it must be made. */
function findUnchanged({ key }: Page, { edition, take, before }: CheckRequest): CheckedPage | null {
  const checked = take === undefined ? before?.pages.get(key) : undefined;
  return checked?.shown.every((text) => edition.renderText(text.path) === text) ? checked : null;
}

function listFacts(edition: Edition): readonly RenderedChapter[] {
  return listPages(edition).flatMap(({ source }) => (source === null ? [] : [edition.renderText(source)]));
}

function checkPaths(edition: Edition, extras: readonly OutputFile[]): readonly Diagnostic[] {
  const register = createPathRegister();
  const made = listPages(edition).filter(({ outputPath }) => outputPath !== '');
  const pages = made.map(({ outputPath, file }) => {
    return { path: outputPath, ...(file === null ? {} : { origin: file }) };
  });
  const files: readonly { readonly path: string; readonly origin?: string }[] = [
    ...pages,
    ...extras,
    ...edition.copies,
  ];
  return files.flatMap(({ path, origin }) => register(path, origin) ?? []);
}
