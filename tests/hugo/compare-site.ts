import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import process from 'node:process';
import type { ListEntry } from '../../src/model/list-entry.js';
import { repository } from '../house/source-files.js';
import { type ListedPage, listHugo } from './list-hugo.js';
import { walkReadingOrder } from './reading-order.js';

/**
 * Compares what Hugo and Octavo make of a whole site: which files are pages, their addresses, names and dates, their
 * order and neighbours. Nothing is written into the site.
 *
 *     HUGO=/usr/bin/hugo node build/tests/hugo/compare-site.js SITE [CLOCK]
 *
 * The exit code is 1 where anything differs.
 */
const hugo = process.env['HUGO'] ?? 'hugo';
const [site, clock = '2026-06-01T00:00:00Z'] = process.argv.slice(2);
const shown = 20;

/** A page of one of the two. */
type Facts = Readonly<Record<string, unknown>>;

if (site === undefined) {
  process.stderr.write('Which site? HUGO=… node build/tests/hugo/compare-site.js SITE [CLOCK]\n');
  process.exit(2);
}
compareSite(describeHugo(listHugo(hugo, resolve(site), clock)), describeOctavo(listOctavo(resolve(site))));

function listOctavo(folder: string): readonly ListEntry[] {
  const argv = [join(repository, 'dist/cli.js'), 'list', '--json', '-s', folder, '--clock', clock];
  const run = spawnSync(process.execPath, argv, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, OCTAVO_ENABLEGITINFO: 'false' },
  });
  if (run.stderr !== '') process.stderr.write(run.stderr);
  return JSON.parse(run.stdout);
}

function describeHugo(pages: readonly ListedPage[]): ReadonlyMap<string, Facts> {
  const byName = new Map(pages.map((page) => [page.name, page]));
  const order = walkReadingOrder(byName);
  const place = new Map(order.map((name, index) => [name, index]));
  const base = findBase(pages);
  return new Map(
    pages.map(({ name, children: _, date, ...facts }) => {
      const index = place.get(name) ?? -2;
      const neighbour = (step: number) => {
        const other = order[index + step] ?? '';
        return isOfOneLanguage(name, other) ? withoutBase(byName.get(other)?.url ?? null, base) : null;
      };
      const url = withoutBase(facts.url, base);
      return [name, { ...facts, url, date: date || null, prev: neighbour(-1), next: neighbour(1) }];
    }),
  );
}

/** The path of the site, without a slash at its end: what all addresses of home pages begin with. */
function findBase(pages: readonly ListedPage[]): string {
  const home = pages.find(({ kind }) => kind === 'home');
  const lang = home?.name.includes(':') === true ? home.name.split(':')[0] : '';
  return (home?.url ?? '').replace(/\/$/, '').replace(new RegExp(`/${lang}$`), '');
}

function withoutBase(url: string | null, base: string): string | null {
  return url === null || !url.startsWith(`${base}/`) ? url : url.slice(base.length);
}

function isOfOneLanguage(one: string, two: string): boolean {
  const [first, second] = [one, two].map((name) => (name.includes(':') ? name.split(':')[0] : ''));
  return first === second;
}

function describeOctavo(entries: readonly ListEntry[]): ReadonlyMap<string, Facts> {
  return new Map(
    entries.map(({ source, lang, kind, url, title, linkTitle, weight, date, draft, section, prev, next }) => {
      // Of a page without a file the address is as good a name as the logical path, which has no capitals.
      const path = decodeURI(
        url
          .toLowerCase()
          .replace(new RegExp(`^/${lang}(?=/)`), '')
          .replace(/\/$/, ''),
      );
      const name = (lang === undefined ? '' : `${lang}:`) + (source ?? (path || '/'));
      const seconds = date?.replace(/\.\d+/, '') ?? null;
      return [name, { kind, url, title, linkTitle, weight, date: seconds, draft, section, prev, next }];
    }),
  );
}

function compareSite(expected: ReadonlyMap<string, Facts>, actual: ReadonlyMap<string, Facts>): void {
  const names = [...new Set([...expected.keys(), ...actual.keys()])].sort();
  const both = names.filter((name) => expected.has(name) && actual.has(name));
  print(`pages: ${both.length} the same of ${names.length}`);
  const missing = names.filter((name) => !both.includes(name));
  list(missing.map((name) => `${name}: ${expected.has(name) ? 'only Hugo' : 'only Octavo'}`));
  const facts = Object.keys(actual.get(both[0] ?? '') ?? {});
  for (const fact of facts) {
    const differing = both.filter((name) => expected.get(name)?.[fact] !== actual.get(name)?.[fact]);
    print(`${fact}: ${both.length - differing.length} the same of ${both.length}`);
    list(
      differing.map((name) => {
        const [one, two] = [expected, actual].map((pages) => JSON.stringify(pages.get(name)?.[fact]));
        return `${name}: ${one} in Hugo, ${two} in Octavo`;
      }),
    );
    if (differing.length > 0) process.exitCode = 1;
  }
  if (missing.length > 0) process.exitCode = 1;
}

function list(lines: readonly string[]): void {
  for (const line of lines.slice(0, shown)) print(`  ${line}`);
  if (lines.length > shown) print(`  and ${lines.length - shown} more`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
