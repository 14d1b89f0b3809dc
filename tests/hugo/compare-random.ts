import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import fc from 'fast-check';
import { logicalFolder } from '../../src/content/logical-path.js';
import { type Archive, unpackArchive } from './archive.js';
import {
  type Difference,
  findDifferences,
  type Observation,
  type ObservedEntry,
  type ObservedPage,
} from './observation.js';
import { clock, observePublished } from './observe-hugo.js';
import { observeOctavo } from './observe-octavo.js';
import { randomBook } from './random-book.js';

/**
 * Builds books with keys mixed at random in Hugo and in Octavo, and shows each that differs, made as small as it can be:
 *
 *     HUGO=/usr/bin/hugo node build/tests/hugo/compare-random.js [COUNT] [SEED]
 *
 * The exit code is 1 where anything differs.
 */
const hugo = process.env['HUGO'] ?? 'hugo';
const [count = '100', seed = '1'] = process.argv.slice(2);
const shown = 12;

const books = fc.sample(randomBook, { numRuns: Number(count), seed: Number(seed) });
let differing = 0;
let leftOut = 0;
for (const [at, book] of books.entries()) {
  if (at > 0 && at % 50 === 0) process.stderr.write(`${at} of ${books.length} books, ${differing} differ\n`);
  const differences = await compareBook(book);
  if (differences === null) leftOut += 1;
  if (differences === null || differences.length === 0) continue;
  differing += 1;
  const small = await shrinkBook(book);
  const found = (await compareBook(small)) ?? [];
  print(`== book ${at} of seed ${seed}`);
  for (const [path, text] of Object.entries(small)) print(`-- ${path} --\n${text.trim()}`);
  for (const { fact, hugo: theirs, octavo: ours } of found.slice(0, shown))
    print(`   ${fact}: ${JSON.stringify(theirs)} in Hugo, ${JSON.stringify(ours)} in Octavo`);
}
print(`${differing} of ${books.length} books differ; ${leftOut} could not be compared`);
process.exitCode = differing === 0 ? 0 : 1;

/** What differs, apart from what differs on purpose; null where what Hugo makes is by chance, or nothing. */
async function compareBook(book: Archive): Promise<readonly Difference[] | null> {
  const folder = mkdtempSync(join(tmpdir(), 'octavo-random-'));
  try {
    unpackArchive(book, folder);
    const theirs = observePublished(hugo, book);
    if (theirs === null || sharesAddress(theirs)) return null;
    const ours = await observeOctavo(folder, Date.parse(clock));
    if (theirs.fails && ours.fails) return null;
    const both = [theirs, ours];
    const isTranslated = /^languages:/m.test(book['hugo.yaml'] ?? '');
    const purpose = {
      menus: new Set(both.flatMap(listTwins)),
      entries: new Set(both.flatMap(listUnshown)),
      // Hugo offers files to templates that it does not publish.
      hidesFiles: isTranslated || Object.values(book).some((text) => /publishResources\W+false/.test(text)),
      isTranslated,
      // The key ties pages in one direction only in Hugo.
      isTied: Object.values(book).some((text) => text.includes('translationKey')),
    };
    const [one, two] = both.map((site) => withoutPurpose(site, purpose));
    return one === undefined || two === undefined ? [] : findDifferences(one, two);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Two pages with one address, of which one has no file: which of them a link means is by chance. */
function sharesAddress({ pages }: Observation): boolean {
  const urls = Object.values(pages).flatMap(({ url }) => url || []);
  return new Set(urls).size < urls.length;
}

/** Menus in which two entries have one identifier or, without one, one name: Hugo drops one of them. */
function listTwins({ menus }: Observation): readonly string[] {
  const hasTwins = (ids: readonly string[]) => new Set(ids).size < ids.length;
  return Object.entries(menus).flatMap(([menu, entries]) => (hasTwins(listIds(entries)) ? [menu] : []));
}

function listIds(entries: readonly ObservedEntry[]): readonly string[] {
  return entries.flatMap(({ identifier, name, children }) => [identifier || name, ...listIds(children)]);
}

/** Names of the entries for pages that are not there, as far as one of the two knows. */
function listUnshown({ menus, pages }: Observation): readonly string[] {
  const list = (entries: readonly ObservedEntry[]): readonly string[] =>
    entries.flatMap((entry) => [
      ...(entry.page !== '' && (!isUsed(entry.page, pages[entry.page]) || standsIn(entry))
        ? [entry.name]
        : []),
      ...list(entry.children),
    ]);
  return Object.values(menus).flatMap(list);
}

/** False for a page that is not there, and for that of a taxonomy that nothing uses. */
function isUsed(name: string, page: ObservedPage | undefined): boolean {
  if (page?.kind !== 'taxonomy') return page !== undefined;
  return page.children.length > 0 || !bareName(name).startsWith('/');
}

/** What is left out of a comparison. */
interface Purpose {
  readonly menus: ReadonlySet<string>;
  /** Names of entries. */
  readonly entries: ReadonlySet<string>;
  readonly hidesFiles: boolean;
  /** In several languages: whose a file is, and which taxonomies they share, differs on purpose. */
  readonly isTranslated: boolean;
  readonly isTied: boolean;
}

/** Without the pages of taxonomies that nothing uses, and without what follows from pages that stand in for others. */
function withoutPurpose(
  site: Observation,
  { menus, entries: unshown, hidesFiles, isTranslated, isTied }: Purpose,
): Observation {
  const used = Object.entries(site.pages).filter(([name, page]) => isUsed(name, page));
  const names = new Set(used.map(([name]) => name));
  const isShown = (name: string) => names.has(name);
  const pages = used.map(([name, page]) => [
    name,
    {
      ...page,
      url: shortenUrl(page.url),
      children: page.children.filter(isShown),
      resources: hidesFiles ? [] : page.resources,
      // Hugo makes a date of what it reads one from.
      params: { ...page.params, issued: null },
      translations: isTied || page.kind === 'taxonomy' ? [] : (page.translations ?? []),
      // A page without a file has no text to sum up.
      summary: bareName(name).startsWith('/') ? '' : page.summary,
      previous: null,
      next: null,
    },
  ]);
  const kept = Object.entries(site.menus).filter(([menu]) => !menus.has(menu));
  return {
    ...site,
    order: [],
    unpublished: [],
    pages: Object.fromEntries(pages),
    files: isTranslated ? [] : site.files,
    menus: Object.fromEntries(kept.map(([menu, entries]) => [menu, entriesWithoutPurpose(entries, unshown)])),
    redirects: Object.fromEntries(
      Object.entries(site.redirects).map(([file, url]) => [file, shortenUrl(url)]),
    ),
  };
}

function entriesWithoutPurpose(
  entries: readonly ObservedEntry[],
  unshown: ReadonlySet<string>,
): readonly ObservedEntry[] {
  return entries
    .filter(({ name }) => !unshown.has(name))
    .map(({ url, children, ...entry }) => ({
      ...entry,
      url: shortenUrl(url),
      children: entriesWithoutPurpose(children, unshown),
    }));
}

/** In the menu of its sections Hugo shows, for one that no list shows, the first section below it under its name. */
function standsIn({ identifier, page }: ObservedEntry): boolean {
  const folders = logicalFolder(bareName(page)).split('/').slice(0, -1);
  return folders.length > 1 && /\/_index\.(?:fr\.)?md$/.test(page) && folders[0] === identifier;
}

/** A page's name without the key of its language. */
function bareName(name: string): string {
  return name.replace(/^[a-z]{2}:/, '');
}

function shortenUrl(url: string): string {
  return url.replace(/\/index\.html$/, '/');
}

/** Leaves out files and lines as long as anything differs. */
async function shrinkBook(book: Archive): Promise<Archive> {
  let small = book;
  const facts = new Set((await compareBook(book))?.map(({ fact }) => fact));
  for (let again = true; again; ) {
    again = false;
    for (const smaller of listSmaller(small)) {
      if (!(await compareBook(smaller))?.some(({ fact }) => facts.has(fact))) continue;
      small = smaller;
      again = true;
      break;
    }
  }
  return small;
}

function* listSmaller(book: Archive): Iterable<Archive> {
  const contents = Object.keys(book).filter((name) => name.startsWith('content/'));
  // Without content there is nothing to compare.
  for (const path of contents.length > 1 ? contents : [])
    yield Object.fromEntries(Object.entries(book).filter(([name]) => name !== path));
  for (const [path, text] of Object.entries(book)) {
    const lines = text.split('\n');
    for (const [at, line] of lines.entries())
      if (/^"?[a-z]\w*"?(?::| =) (?!https)/i.test(line) && !/^"?(?:title|outputs)/.test(line))
        yield { ...book, [path]: lines.toSpliced(at, 1).join('\n') };
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
