import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import axe, { type AxeResults } from 'axe-core';
import type { Page, Route } from 'playwright-core';
import { repository } from '../house/source-files.js';
import { openBook, publish } from './open-book.js';
import { serveFolder } from './serve-folder.js';

const root = join(repository, 'tests/books/searched-book');
const parent = mkdtempSync(join(tmpdir(), 'octavo-search-'));
after(() => rmSync(parent, { recursive: true, force: true }));
cpSync(root, parent, { recursive: true });
writeFileSync(join(parent, 'octavo.yaml'), 'title: A Book to Search\nrelativeURLs: true\n');
const [book, disk] = [await openBook(root, '/book/'), await openBook(parent, '/')];
const ferry = `${book.home}two/ferry/`;

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search', exact: true });
const results = (page: Page) => page.locator('.search-results a');
const active = (page: Page) => page.evaluate<string>('document.activeElement.outerHTML.slice(0, 60)');

/** Opens the search and types. */
async function search(page: Page, query: string): Promise<void> {
  await page.keyboard.press('/');
  await dialog(page).waitFor();
  await page.keyboard.type(query);
}

test('typing finds passages; the arrows and Enter lead to the place, where the hits are marked', async () => {
  const page = await book.newPage();
  await page.goto(ferry);
  await search(page, 'conversation');
  // Whoever types slowly is answered in between.
  await page.waitForURL(/\?q=conversation$/);
  await results(page).first().locator('mark', { hasText: 'conversations' }).waitFor();
  assert.match(
    (await results(page).first().textContent()) ?? '',
    /^Part One: CrossingsChapter 14f The Ferryman’s LedgerWinter.*conversations/s,
  );
  assert.deepEqual(await results(page).first().locator('mark').allTextContents(), ['conversations']);
  await page.keyboard.press('ArrowDown');
  assert.match(await active(page), /^<a /);
  await page.keyboard.press('ArrowUp');
  assert.match(await active(page), /^<input/);
  await page.keyboard.press('ArrowDown');
  await Promise.all([page.waitForURL(/one\/14f\/\?mark=.*#winter$/), page.keyboard.press('Enter')]);
  await page.waitForFunction("CSS.highlights.has('octavo-search')");
  const marked = "[...CSS.highlights.get('octavo-search')].map(String).join()";
  assert.equal(await page.evaluate(marked), 'conversations');
  assert.match(await active(page), /^<p/);
  await page.keyboard.press('Escape');
  assert.equal(await page.evaluate("CSS.highlights.has('octavo-search')"), false);
  assert.match(page.url(), /one\/14f\/#winter$/);
});

test('Escape closes and gives the focus back, and the address is as it was', async () => {
  const page = await book.newPage();
  await page.goto(ferry);
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await page.keyboard.type('river');
  await results(page).first().waitFor();
  await page.keyboard.press('Escape');
  // The address follows when the dialog has closed.
  await page.waitForURL((url) => url.href === ferry);
  assert.equal(await dialog(page).count(), 0);
  assert.match(await active(page), /search-open/);
  await page.keyboard.press('Control+k');
  await dialog(page).waitFor();
});

test('an address with a query opens the search with it', async () => {
  const page = await book.newPage();
  await page.goto(`${ferry}?q=%22exchange+of+news%22`);
  await results(page).first().waitFor();
  assert.equal(await page.getByRole('searchbox').inputValue(), '"exchange of news"');
  await results(page).first().locator('mark').waitFor();
  assert.equal(await results(page).count(), 1);
});

test('nothing found is said; results are announced when at rest, once', async () => {
  const page = await book.newPage();
  await page.addInitScript(`globalThis.announced = [];
    new MutationObserver((changes) => {
      for (const { target } of changes)
        if (target.role === 'status') announced.push(target.textContent);
    }).observe(document, { subtree: true, childList: true });`);
  await page.goto(ferry);
  await search(page, '');
  await page.getByRole('searchbox').fill('zanzibar');
  await page.getByText('Nothing was found for “zanzibar”.').first().waitFor();
  const announced = page.getByRole('status');
  assert.equal(await announced.textContent(), '');
  await announced.filter({ hasText: 'Nothing was found' }).waitFor();
  assert.deepEqual(await page.evaluate('announced'), ['Nothing was found for “zanzibar”.']);
});

test('apostrophes, quotation marks, Chinese, Arabic; hostile names stay text', async () => {
  const page = await book.newPage();
  await page.goto(ferry);
  await search(page, '');
  const field = page.getByRole('searchbox');
  const cases = [
    ['don’t', /Don’t ask him/],
    ['“nothing is lost”', /“Nothing is lost,”/],
    ['黎明前', /渡船在黎明前离开/],
    ['العبارة', /العبّارة/],
    ['<img src=x onerror=alert(1)>', /<b>9<\/b> <img src=x onerror=alert\(1\)> & "quotes" <\/script>/],
    ['xylophone', /<img src=x onerror=alert\(3\)>/],
  ] as const;
  for (const [query, text] of cases) {
    await field.fill(query);
    await results(page).filter({ hasText: text }).first().waitFor();
  }
  assert.equal(await page.locator('.search img, .search script').count(), 0);
});

test('a part and the order of the book can be chosen', async () => {
  const page = await book.newPage();
  await page.goto(ferry);
  await search(page, 'ferry');
  await results(page).nth(1).waitFor();
  await page.getByLabel('Part').selectOption('Part Two: Letters');
  await page.waitForFunction("document.querySelectorAll('.search-results a').length === 1");
  await page.getByLabel('Part').selectOption('');
  await page.getByLabel('Order').selectOption('book');
  await results(page).nth(1).waitFor();
  assert.match((await results(page).first().textContent()) ?? '', /Ledger/);
});

test('a slow network: the dialog is there at once and says so; a lost one can be tried again', async () => {
  const page = await book.newPage();
  let release: (() => void) | undefined;
  const held = new Promise<void>((go) => {
    release = go;
  });
  await page.route('**/search/index.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(ferry);
  await search(page, 'river');
  assert.equal(await page.locator('.search-status').textContent(), 'Searching …');
  release?.();
  await results(page).first().waitFor();
});

/** What may happen to the files of an index on their way. */
const losses: readonly (readonly [what: string, files: string, lose: (route: Route) => Promise<void>])[] = [
  ['the root is lost', '**/search/index.js*', (route) => route.abort()],
  ['the root is cut off', '**/search/index.js*', cutOff],
  ['what follows is cut off', '**/search/*/*.js', cutOff],
];

async function cutOff(route: Route): Promise<void> {
  const text = await (await route.fetch()).text();
  await route.fulfill({ body: text.slice(0, text.length / 2), contentType: 'text/javascript' });
}

test('an index that could not be loaded is loaded by another try', async () => {
  // Not of the book's own: the browser writes what is lost to the console, as it must.
  const page = await book.browser.newPage();
  for (const [what, files, lose] of losses) {
    await page.route(files, lose);
    // Not typed: each key would try again by itself.
    await page.goto(`${ferry}?q=river`);
    const again = page.getByRole('button', { name: 'Try again' });
    await again.waitFor();
    await page.unrouteAll();
    await again.click();
    await results(page).first().locator('mark').first().waitFor();
    assert.ok(await again.isHidden(), what);
  }
  await page.close();
});

test('ten thousand places, in a browser that stores nothing: six are shown, and ten more', async () => {
  const folder = join(parent, 'many');
  mkdirSync(join(folder, 'content'), { recursive: true });
  writeFileSync(join(folder, 'octavo.yaml'), 'title: Many\n');
  const text = Array.from({ length: 1000 }, (_, stone) => `## Stone ${stone}\n\nBy the river ${stone}.\n`);
  for (let number = 0; number < 10; number += 1) {
    const head = `---\ntitle: Bank ${number}\nweight: ${number + 1}\n---\n\n`;
    writeFileSync(join(folder, `content/${number}.md`), head + text.join('\n'));
  }
  await publish(folder, join(folder, 'public'), { now: Date.UTC(2026, 5, 1) });
  const server = await serveFolder(join(folder, 'public'), '/');
  const page = await book.newPage();
  await page.addInitScript(
    `Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } })`,
  );
  await page.goto(`${server.origin}/?q=river`);
  await page.locator('.search-status', { hasText: '10000' }).waitFor();
  await results(page).nth(5).waitFor();
  await results(page).first().locator('mark').waitFor();
  assert.equal(await results(page).count(), 6);
  await page.getByRole('button', { name: 'More' }).click();
  await results(page).nth(15).waitFor();
  assert.equal(await results(page).count(), 16);
  await results(page).nth(15).scrollIntoViewIfNeeded();
  await results(page).nth(15).locator('mark').waitFor();
  await page.close();
  server.close();
});

test('files that went because the book was published again are loaded from where they are now', async () => {
  const page = await book.browser.newPage();
  let isGone = false;
  // The folder that the root named first is gone; a root that is asked for again names it as it is.
  await page.route('**/search/index.js', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace(/"folder":"\w+"/, '"folder":"gone"');
    await route.fulfill({ body, contentType: 'text/javascript' });
    isGone = true;
  });
  await page.goto(`${ferry}?q=river`);
  await results(page).first().locator('mark').first().waitFor();
  assert.ok(isGone);
  await page.close();
});

test('an index of another version asks for the page to be loaded again', async () => {
  const page = await book.newPage();
  await page.route('**/search/index.js*', async (route) => {
    const body = (await (await route.fetch()).text()).replace(/"version":\d+/, '"version":99');
    await route.fulfill({ body, contentType: 'text/javascript' });
  });
  await page.goto(`${ferry}?q=river`);
  const again = page.getByRole('button', { name: 'Load the page again' });
  await again.waitFor();
  await page.unrouteAll();
  await again.click();
  await results(page).first().locator('mark').first().waitFor();
});

test('a very long query and one that nearly all sections answer', async () => {
  const page = await book.newPage();
  await page.goto(ferry);
  await search(page, '');
  await page.getByRole('searchbox').fill('river '.repeat(2000));
  await results(page).first().waitFor();
  await page.getByRole('searchbox').fill('the');
  await results(page).nth(2).waitFor();
});

test('a heading that was found shows the paragraph below it; one that runs from right to left, its own way', async () => {
  const page = await book.newPage();
  await page.goto(ferry);
  await search(page, 'summer');
  const first = results(page).first();
  await first.filter({ hasText: /Summer.+/ }).waitFor();
  const passage = first.locator('.search-passage');
  await passage.filter({ hasText: /\S/ }).waitFor();
  assert.notEqual(await passage.textContent(), 'Summer');
  await page.getByRole('searchbox').fill('العبارة');
  await first.filter({ hasText: 'العبّارة' }).waitFor();
  const direction = "getComputedStyle(document.querySelector('.search-passage')).direction";
  assert.equal(await page.evaluate(direction), 'rtl');
});

test('the page for what was not found offers the search', async () => {
  const page = await book.newPage();
  await page.goto(`${book.home}404.html`);
  await page.getByRole('button', { name: 'Search the book' }).click();
  await page.keyboard.type('eleven');
  // Whoever types slowly is answered in between, with chapters for "e".
  await results(page).first().filter({ hasText: 'Chapter 14f' }).waitFor();
  await Promise.all([page.waitForURL(/14f/), page.keyboard.press('Enter')]);
});

test('from a disk: results, how their pages begin, and marks', async () => {
  const page = await disk.newPage();
  await page.goto(pathToFileURL(join(disk.folder, 'two/ferry/index.html')).href);
  await search(page, 'ledger');
  await results(page).first().filter({ hasText: 'The first mill was built' }).waitFor();
  await Promise.all([page.waitForURL(/one\/14f\/index\.html\?mark=ledger/), page.keyboard.press('Enter')]);
  await page.waitForFunction("CSS.highlights.has('octavo-search')");
});

for (const [screen, viewport] of Object.entries({
  desktop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
})) {
  test(`no rule of axe-core is broken while the dialog is open on a ${screen}, on any paper`, () =>
    checkRules(viewport));
}

async function checkRules(viewport: { readonly width: number; readonly height: number }): Promise<void> {
  const page = await book.newPage({ viewport });
  await page.goto(ferry);
  await search(page, 'ferry');
  await results(page).first().locator('mark').waitFor();
  await page.evaluate(axe.source);
  for (const paper of ['light', 'sepia', 'dark', 'black']) {
    await page.evaluate(`document.documentElement.dataset.paper = '${paper}'`);
    const { violations } = await page.evaluate<AxeResults>("axe.run('.search')");
    assert.deepEqual(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`),
      [],
      paper,
    );
  }
}

test('a page with the layout `search` opens the search, with the query of its address', async () => {
  const folder = join(parent, 'own-page');
  mkdirSync(join(folder, 'content'), { recursive: true });
  writeFileSync(join(folder, 'octavo.yaml'), 'title: Own Page\n');
  writeFileSync(join(folder, 'content/search.md'), '---\ntitle: Search\nlayout: search\n---\n\nAsk here.\n');
  writeFileSync(join(folder, 'content/one.md'), '---\ntitle: One\n---\n\nA river.\n');
  await publish(folder, join(folder, 'public'), { now: Date.UTC(2026, 5, 1) });
  const server = await serveFolder(join(folder, 'public'), '/');
  const page = await book.newPage();
  await page.goto(`${server.origin}/search/`);
  await dialog(page).waitFor();
  await page.keyboard.type('river');
  await results(page).first().locator('mark', { hasText: 'river' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Search the book' }).waitFor();
  await page.close();
  server.close();
});

test('a script of the search that was lost is loaded by another try', async () => {
  const page = await book.browser.newPage();
  await page.route('**/search*.js', (route) => route.abort());
  await page.goto(ferry);
  await page.keyboard.press('/');
  const again = page.getByRole('button', { name: 'Try again' });
  await again.waitFor();
  await page.unrouteAll();
  await again.click();
  await page.getByRole('searchbox').fill('river');
  await results(page).first().waitFor();
  await page.close();
});
