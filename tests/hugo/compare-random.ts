import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import fc from 'fast-check';
import { logicalFolder } from '../../src/text/logical-path.js';
import { type Archive, unpackArchive } from './archive.js';
import { type Difference, findDifferences, type Observation, type ObservedEntry } from './observation.js';
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
for (const [at, book] of books.entries()) {
  if (at > 0 && at % 50 === 0) process.stderr.write(`${at} of ${books.length} books, ${differing} differ\n`);
  if ((await compareBook(book)).length === 0) continue;
  differing += 1;
  const small = await shrinkBook(book);
  const found = await compareBook(small);
  print(`== book ${at} of seed ${seed}`);
  for (const [path, text] of Object.entries(small)) print(`-- ${path} --\n${text.trim()}`);
  for (const { fact, hugo: theirs, octavo: ours } of found.slice(0, shown))
    print(`   ${fact}: ${JSON.stringify(theirs)} in Hugo, ${JSON.stringify(ours)} in Octavo`);
}
print(`${differing} of ${books.length} books differ`);
process.exitCode = differing === 0 ? 0 : 1;

/** What differs, apart from what differs on purpose. */
async function compareBook(book: Archive): Promise<readonly Difference[]> {
  const folder = mkdtempSync(join(tmpdir(), 'octavo-random-'));
  try {
    unpackArchive(book, folder);
    const theirs = observePublished(hugo, book);
    if (theirs === null || sharesAddress(theirs)) return [];
    const ours = await observeOctavo(folder, Date.parse(clock));
    const menus = new Set([...listTwins(ours), ...listTwins(theirs)]);
    // Hugo offers files to templates that it does not publish.
    const hidesFiles = Object.values(book).some((text) => text.includes('publishResources: false'));
    const [one, two] = [theirs, ours].map((site) => withoutPurpose(site, { menus, hidesFiles }));
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

/** Menus in which two entries have one name: Hugo drops one of them. */
function listTwins({ menus }: Observation): readonly string[] {
  return Object.entries(menus).flatMap(([menu, entries]) =>
    new Set(entries.map(({ name }) => name)).size < entries.length ? [menu] : [],
  );
}

/** What is left out of a comparison. */
interface Purpose {
  readonly menus: ReadonlySet<string>;
  readonly hidesFiles: boolean;
}

/** Without the pages of taxonomies that nothing uses, and without what follows from pages that stand in for others. */
function withoutPurpose(site: Observation, { menus, hidesFiles }: Purpose): Observation {
  const used = Object.entries(site.pages).filter(
    ([name, page]) => page.kind !== 'taxonomy' || page.children.length > 0 || !name.startsWith('/'),
  );
  const names = new Set(used.map(([name]) => name));
  const isShown = (name: string) => names.has(name);
  const pages = used.map(([name, page]) => [
    name,
    {
      ...page,
      url: shortenUrl(page.url),
      children: page.children.filter(isShown),
      resources: hidesFiles ? [] : page.resources,
      previous: null,
      next: null,
    },
  ]);
  const kept = Object.entries(site.menus).filter(([menu]) => !menus.has(menu));
  return {
    ...site,
    order: [],
    heldBack: [],
    pages: Object.fromEntries(pages),
    menus: Object.fromEntries(
      kept.map(([menu, entries]) => [
        menu,
        entries
          .filter((entry) => entry.page === '' || (isShown(entry.page) && !standsIn(entry)))
          .map((entry) => ({ ...entry, url: shortenUrl(entry.url) })),
      ]),
    ),
    redirects: Object.fromEntries(
      Object.entries(site.redirects).map(([file, url]) => [file, shortenUrl(url)]),
    ),
  };
}

/** In the menu of its sections Hugo shows, for one that no list shows, the first section below it under its name. */
function standsIn({ identifier, page }: ObservedEntry): boolean {
  const folders = logicalFolder(page).split('/').slice(0, -1);
  return folders.length > 1 && page.endsWith('/_index.md') && folders[0] === identifier;
}

function shortenUrl(url: string): string {
  return url.replace(/\/index\.html$/, '/');
}

/** Leaves out files and lines as long as anything differs. */
async function shrinkBook(book: Archive): Promise<Archive> {
  let small = book;
  const facts = new Set((await compareBook(book)).map(({ fact }) => fact));
  for (let again = true; again; ) {
    again = false;
    for (const smaller of listSmaller(small)) {
      if (!(await compareBook(smaller)).some(({ fact }) => facts.has(fact))) continue;
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
      if (/^[a-z]\w*: (?!https)/i.test(line) && !line.startsWith('title:'))
        yield { ...book, [path]: lines.toSpliced(at, 1).join('\n') };
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
