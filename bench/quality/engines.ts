import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { wholeBook } from '../../src/browser/search/open-index.js';
import { openFiles } from '../../tests/search/open-files.js';
import type { Section } from './read-sections.js';

/** A section that an engine answers with. */
type Answer = Pick<Section, 'path' | 'id'>;

/** Answers a query, best first. */
export type Engine = (query: string) => Promise<readonly Answer[]>;

/** Results that a reader looks at. */
const LOOKED_AT = 5;

/** Octavo's, over the index that the build left in the published folder. */
export function openOctavo(published: string): Engine {
  const index = openFiles((path) => readFileSync(join(published, path)));
  return async (query) => {
    const { sections } = await index.search(query, wholeBook);
    return Promise.all(sections.slice(0, LOOKED_AT).map(index.locate));
  };
}

/** The releases that Octavo is held against. */
const PACKAGES = ['pagefind@1.6.0', 'minisearch@7.2.0'];

/**
 * Installs the other engines into a folder. They are no dependencies of the project: Pagefind's program is 13 MB, which
 * nobody who builds or tests Octavo needs.
 */
export function installEngines(folder: string): void {
  writeFileSync(join(folder, 'package.json'), '{}');
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--silent'];
  execFileSync('npm', ['install', ...flags, ...PACKAGES], { cwd: folder, stdio: 'inherit' });
}

/** MiniSearch with the options that its manual recommends: titles count double, prefixes, one typo in five letters. */
export async function openMiniSearch(installed: string, sections: readonly Section[]): Promise<Engine> {
  const { default: MiniSearch } = await import(join(installed, 'node_modules/minisearch/dist/es/index.js'));
  const index = new MiniSearch({
    fields: ['title', 'heading', 'text'],
    searchOptions: { boost: { title: 2, heading: 2 }, prefix: true, fuzzy: 0.2 },
  });
  index.addAll(sections.map((section, id) => ({ ...section, id })));
  return async (query) => {
    const results: readonly { readonly id: number }[] = index.search(query);
    return results.slice(0, LOOKED_AT).flatMap(({ id }) => sections[id] ?? []);
  };
}

/** Makes Pagefind's index of a published folder: of the pages that have such an element, without what stands around it. */
export function indexWithPagefind(installed: string, published: string, root = 'section.chapter'): void {
  const program = join(installed, 'node_modules/.bin/pagefind');
  execFileSync(program, ['--site', published, '--root-selector', root, '--quiet']);
}

/** Pagefind in a page of the site. It answers with pages; every section that it shows of one of the first five counts. */
export function openPagefind(page: Page, home: string): Engine {
  return async (query) => {
    const urls = await page.evaluate<readonly string[]>(`(async () => {
      const pagefind = await import(${JSON.stringify(`${home}pagefind/pagefind.js`)});
      const { results } = await pagefind.search(${JSON.stringify(query)});
      const found = await Promise.all(results.slice(0, ${LOOKED_AT}).map((result) => result.data()));
      return found.flatMap(({ sub_results }) => sub_results.map(({ url }) => url));
    })()`);
    return urls.map((url) => {
      const { pathname, hash } = new URL(url, home);
      return { path: pathname.slice(new URL(home).pathname.length), id: decodeURIComponent(hash.slice(1)) };
    });
  };
}
