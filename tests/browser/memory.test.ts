import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { repository } from '../house/source-files.js';
import { gallery, openBook, openGallery } from './open-book.js';

const book = await openGallery();
const piece = (letter: string) => `${book.home}two/letters-${letter}/`;
const everything = `${book.home}one/everything/`;

/** Until an expression holds in the page. */
async function waitFor(page: Page, expression: string): Promise<void> {
  for (let tries = 0; !(await page.evaluate<boolean>(`Boolean(${expression})`)); tries++) {
    assert.ok(tries < 100, expression);
    await page.waitForTimeout(50);
  }
}

const kept = <Value>(page: Page, name: string) =>
  page.evaluate<Value>(`JSON.parse(localStorage.getItem('octavo:/gallery/:${name}'))`);
const placeOf = async (page: Page) => (await kept<{ path: string } | null>(page, 'place'))?.path ?? null;

/** Reads a chapter up to a paragraph, so that the place is in it. */
async function readTo(page: Page, url: string, paragraph: number): Promise<void> {
  await page.goto(url);
  await page.evaluate(`document.querySelectorAll('.prose p')[${paragraph}].scrollIntoView()`);
  const path = url.slice(book.home.length);
  await waitFor(page, `localStorage.getItem('octavo:/gallery/:place')?.includes('${path}')`);
}

const scrollABit = async (page: Page) => {
  await page.evaluate('scrollTo(0, 300)');
  await page.waitForTimeout(700);
};

test('the focus stays in a footnote: keys neither scroll nor turn the page, Tab goes round, the way back closes it', async () => {
  const page = await book.newPage();
  await page.goto(everything);
  const number = page.locator('.footnote-ref').first();
  await number.click();
  const note = page.locator('.note:popover-open');
  await note.waitFor();
  await page.waitForTimeout(200);
  const isInside = () => page.evaluate<boolean>('document.activeElement.closest(".note") !== null');
  assert.ok(await isInside(), 'right after opening');
  const before = await page.evaluate<number>('scrollY');
  for (const key of ['PageDown', 'ArrowRight', 'n', 'End']) await page.keyboard.press(key);
  assert.deepEqual([page.url(), await page.evaluate('scrollY')], [everything, before]);
  for (let turns = 0; turns < 4; turns++) {
    await page.keyboard.press('Tab');
    assert.ok(await isInside());
  }
  await note.locator('.footnote-backref').click();
  assert.equal(await note.count(), 0);
  assert.equal(await page.evaluate('document.activeElement.className'), 'footnote-ref');
});

test('an open footnote keeps to its number while the page scrolls, and closes when that is gone', async () => {
  const page = await book.newPage();
  await page.goto(everything);
  const number = page.locator('.footnote-ref').first();
  await number.click();
  const note = page.locator('.note:popover-open');
  const distance = async () => ((await note.boundingBox())?.y ?? 0) - ((await number.boundingBox())?.y ?? 0);
  const before = await distance();
  await page.mouse.wheel(0, 60);
  await page.waitForTimeout(300);
  assert.ok(Math.abs((await distance()) - before) < 2, `${await distance()} and ${before}`);
  await page.evaluate('scrollTo(0, document.body.scrollHeight)');
  await waitFor(page, 'document.querySelector(".note:popover-open") === null');
});

test('the number of a footnote can be pressed in 24 pixels', async () => {
  const page = await book.newPage();
  await page.goto(everything);
  const size = await page.evaluate<readonly number[]>(
    `(({ inlineSize, blockSize }) => [inlineSize, blockSize].map(parseFloat))(getComputedStyle(document.querySelector('.footnote-ref'), '::after'))`,
  );
  assert.ok(
    size.every((pixels) => pixels >= 24),
    String(size),
  );
});

test('a page from the back-forward cache, and one in another window, show what was chosen meanwhile', async () => {
  const page = await book.newPage();
  await page.goto(piece('a'));
  const opening = page.waitForEvent('popup');
  await page.evaluate(`void open('${piece('b')}')`);
  const other = await opening;
  await other.waitForLoadState();
  await other.keyboard.press('a');
  await other.getByLabel('Sepia').check();
  await waitFor(page, 'document.documentElement.dataset.paper === "sepia"');
  await page.evaluate(`localStorage.setItem('octavo:/gallery/:settings', '{"paper":"black"}')`);
  await page.evaluate('dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }))');
  assert.equal(await page.locator('html').getAttribute('data-paper'), 'black');
  await page.evaluate(`localStorage.setItem('octavo:/gallery/:settings', '{"paper":"dark"}')`);
  await page.evaluate('document.dispatchEvent(new Event("prerenderingchange"))');
  assert.equal(await page.locator('html').getAttribute('data-paper'), 'dark');
});

test('a choice in a panel that was opened long ago leaves the others as another window made them', async () => {
  const page = await book.newPage();
  await page.goto(piece('a'));
  await page.keyboard.press('a');
  await page.evaluate(`localStorage.setItem('octavo:/gallery/:settings', '{"paper":"black","face":"mono"}')`);
  await page.getByLabel('Largest').check();
  assert.deepEqual(await kept(page, 'settings'), { paper: 'black', face: 'mono', size: 'largest' });
});

test('the languages of a book share one set of settings, and the switch for single keys', async () => {
  const languages = await openBook(join(repository, 'tests/books/languages'), '/ledger/');
  const page = await languages.newPage();
  await page.goto(`${languages.home}fr/`);
  await page.evaluate(`localStorage.setItem('octavo:/ledger/fr/:settings', '{"face":"sans"}')`);
  await page.reload();
  assert.equal(await page.locator('html').getAttribute('data-face'), 'sans', 'what was set before');
  await page.keyboard.press('a');
  await page.locator('[name="paper"][value="sepia"]').check();
  await page.goto(languages.home);
  assert.equal(await page.locator('html').getAttribute('data-paper'), 'sepia');
  await page.evaluate(`localStorage.setItem('octavo:/ledger/:keys', '"off"')`);
  await page.goto(`${languages.home}fr/`);
  await page.keyboard.press('/');
  assert.equal(await page.locator('dialog[open]').count(), 0);
});

test('looking something up does not move the place: a link in the text, a fragment, a page from outside', async () => {
  const page = await book.newPage();
  await readTo(page, piece('d'), 6);
  const stays = async (what: string) => {
    await scrollABit(page);
    assert.equal(await placeOf(page), 'two/letters-d/', what);
    assert.equal(await page.locator('.resume').textContent(), 'Continue: Chapter 2d', what);
  };
  await page.goto(everything);
  await stays('from outside');
  await page.locator('.prose a[href*="letters-b"]').first().click();
  await page.waitForURL(/letters-b/);
  await stays('a link in the text');
  await page.goto(`${piece('c')}#page:text`);
  await stays('a passage');
});

test('reading goes on where a reader turns, chooses from the contents, or reads to the end', async () => {
  const page = await book.newPage();
  await readTo(page, piece('a'), 4);
  await Promise.all([page.waitForURL(piece('b')), page.locator('.turn-next').click()]);
  await scrollABit(page);
  assert.equal(await placeOf(page), 'two/letters-b/');
  await page.locator('.contents .pieces a').nth(4).click();
  await page.waitForURL(piece('e'));
  await scrollABit(page);
  assert.equal(await placeOf(page), 'two/letters-e/');
  await page.goto(everything);
  await page.locator('.page-foot').scrollIntoViewIfNeeded();
  await waitFor(page, `localStorage.getItem('octavo:/gallery/:seen')?.includes('everything')`);
  await page.evaluate('scrollBy(0, -2000)');
  await page.waitForTimeout(700);
  assert.equal(await placeOf(page), 'one/everything/');
});

test('at the end of a chapter the place is the beginning of the next one', async () => {
  const page = await book.newPage();
  await readTo(page, piece('b'), 4);
  await page.evaluate('scrollTo(0, document.body.scrollHeight)');
  await waitFor(page, `localStorage.getItem('octavo:/gallery/:place')?.includes('letters-c')`);
  await page.goto(book.home);
  await Promise.all([
    page.waitForURL(/letters-c/),
    page.getByRole('link', { name: 'Continue: Chapter 2c' }).click(),
  ]);
  assert.equal(await page.evaluate('scrollY'), 0);
});

test('a chapter that fits into the window is read when the reader turns to the next one', async () => {
  const page = await book.newPage({ viewport: { width: 1280, height: 6000 } });
  await page.goto(piece('a'));
  await page.waitForTimeout(300);
  assert.equal(await kept(page, 'seen'), null);
  await Promise.all([page.waitForURL(piece('b')), page.locator('.turn-next').click()]);
  assert.deepEqual(Object.keys(await kept<object>(page, 'seen')), ['two/letters-a/']);
});

test('a stored place that leads out of the book is not believed', async () => {
  for (const path of [
    '//elsewhere.example/',
    '../other/',
    'https://elsewhere.example/x/',
    'javascript:alert(1)',
    '/',
  ]) {
    const page = await book.newPage();
    await page.goto(book.home);
    const place = JSON.stringify({ path, name: 'Chapter 1', index: 3, start: 'x' });
    await page.evaluate(`localStorage.setItem('octavo:/gallery/:place', ${JSON.stringify(place)})`);
    await page.reload();
    assert.equal(await page.locator('.front-continue a').count(), 0, path);
  }
});

test('place and tick go along with a chapter that moved', async (context) => {
  const parent = mkdtempSync(join(tmpdir(), 'octavo-moved-'));
  context.after(() => rmSync(parent, { recursive: true, force: true }));
  cpSync(gallery, join(parent, 'book'), { recursive: true });
  const file = join(parent, 'book/content/two/letters-c.md');
  writeFileSync(file, readFileSync(file, 'utf8').replace('---\n', '---\naliases: [/old/third/]\n'));
  const moved = await openBook(join(parent, 'book'), '/gallery/');
  const page = await moved.newPage();
  await page.goto(moved.home);
  const place = JSON.stringify({ path: 'old/third/', name: 'Chapter 2c', index: 8, start: 'gone' });
  await page.evaluate(`localStorage.setItem('octavo:/gallery/:place', ${JSON.stringify(place)})`);
  await page.evaluate(
    `localStorage.setItem('octavo:/gallery/:seen', '{"old/third/":90,"two/letters-a/":40}')`,
  );
  await page.reload();
  await Promise.all([
    page.waitForURL(/letters-c/),
    page.getByRole('link', { name: 'Continue: Chapter 2c' }).click(),
  ]);
  await waitFor(page, 'scrollY > 0');
  assert.equal(await placeOf(page), 'two/letters-c/');
  assert.deepEqual(await kept(page, 'seen'), { 'two/letters-c/': 90, 'two/letters-a/': 40 });
});

test('a reader can have everything forgotten but the settings', async () => {
  const page = await book.newPage();
  await readTo(page, piece('d'), 6);
  await page.evaluate(`localStorage.setItem('octavo:/gallery/:seen', '{"two/letters-a/":40}')`);
  await page.keyboard.press('a');
  await page.getByLabel('Sepia').check();
  await Promise.all([
    page.waitForEvent('load'),
    page.getByRole('button', { name: 'Forget my reading' }).click(),
  ]);
  assert.deepEqual(
    [await kept(page, 'place'), await kept(page, 'seen'), await kept(page, 'settings')],
    [null, null, { paper: 'sepia' }],
  );
});
