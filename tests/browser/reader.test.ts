import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { gallery, openBook, openGallery, publish } from './open-book.js';

const book = await openGallery();
const everything = `${book.home}one/everything/`;
const piece = (letter: string) => `${book.home}two/letters-${letter}/`;

/** Keys pressed one after the other. */
async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Until an expression holds in the page. (Playwright's own way evaluates text in the page, which the policy forbids.) */
async function waitFor(page: Page, expression: string): Promise<void> {
  for (let tries = 0; !(await page.evaluate<boolean>(`Boolean(${expression})`)); tries++) {
    assert.ok(tries < 100, expression);
    await page.waitForTimeout(50);
  }
}

const scrollToParagraph = (page: Page, index: number) =>
  page.evaluate(`document.querySelectorAll('.prose p')[${index}].scrollIntoView()`);

const colourOf = (page: Page) =>
  page.evaluate<string>('getComputedStyle(document.documentElement).backgroundColor');
const focusOf = (page: Page) =>
  page.evaluate<string>('document.activeElement.getAttribute("class") ?? document.activeElement.localName');

test('the panel: a choice holds at once, on every page, and before the first paint', async () => {
  const page = await book.newPage();
  await page.goto(everything);
  await press(page, 'a');
  await page.getByLabel('Sepia').check();
  await page.getByLabel('Largest').check();
  assert.equal(await colourOf(page), 'rgb(244, 236, 216)');
  await page.route('**/reader-*.js', (route) => route.fulfill({ body: '' }));
  await page.goto(piece('a'));
  assert.equal(await colourOf(page), 'rgb(244, 236, 216)', 'without reader.js, by the inline script alone');
  assert.equal(await page.locator('html').getAttribute('data-size'), 'largest');
});

test('the panel: reset takes every choice back', async () => {
  const page = await book.newPage();
  await page.goto(everything);
  await press(page, 'a');
  for (const label of ['Black', 'Mono', 'Loose', 'Wide', 'Justified']) await page.getByLabel(label).check();
  assert.equal(await colourOf(page), 'rgb(0, 0, 0)');
  assert.equal(
    await page.evaluate(`getComputedStyle(document.querySelector('.prose > p')).textAlign`),
    'justify',
  );
  await page.getByRole('button', { name: 'Reset' }).click();
  assert.equal(await colourOf(page), 'rgb(255, 253, 248)');
  assert.equal(await page.locator('html[data-paper], html[data-face], html[data-leading]').count(), 0);
});

test('the panel: what the memory holds and the panel does not know is passed over', async () => {
  const page = await book.newPage();
  await page.goto(everything);
  await page.evaluate(
    `localStorage.setItem('octavo:/gallery/:settings', '{"paper":"pink","size":7,"width":"wide"}')`,
  );
  await page.reload();
  assert.equal(await page.locator('html').getAttribute('data-paper'), null);
  assert.equal(await page.locator('html').getAttribute('data-width'), 'wide');
  await page.evaluate(`localStorage.setItem('octavo:/gallery/:settings', '{{')`);
  await page.reload();
  assert.equal(await page.locator('html').getAttribute('data-width'), null);
});

test('the panel: closing it gives the focus back', async () => {
  const page = await book.newPage();
  await page.goto(everything);
  await page.getByRole('button', { name: 'Reading settings' }).focus();
  await page.keyboard.press('Enter');
  assert.equal(await focusOf(page), 'input');
  await press(page, 'Escape');
  assert.equal(await focusOf(page), 'tool');
});

test('the panel: the line at the top stays when the text grows', async () => {
  const page = await book.newPage();
  await page.goto(piece('b'));
  const fifth = page.locator('.prose p').nth(5);
  await scrollToParagraph(page, 5);
  const before = (await fifth.boundingBox())?.y ?? 0;
  await press(page, 'a');
  await page.getByLabel('Largest').check();
  assert.ok(Math.abs(((await fifth.boundingBox())?.y ?? 999) - before) < 2);
});

test('keys turn pages, and leave those alone that are meant for something else', async () => {
  const page = await book.newPage();
  const turnsBy = async (key: string, target: string) => {
    await Promise.all([page.waitForURL(target), page.keyboard.press(key)]);
  };
  await page.goto(piece('b'));
  await turnsBy('ArrowRight', piece('c'));
  await turnsBy('n', piece('d'));
  await turnsBy('ArrowLeft', piece('c'));
  await turnsBy('p', piece('b'));
  await press(page, 'Control+ArrowRight', 'Shift+N', 'Alt+n');
  await page.evaluate('getSelection().selectAllChildren(document.querySelector(".prose p"))');
  await press(page, 'n', 'ArrowRight');
  await page.evaluate('getSelection().removeAllRanges()');
  await press(page, 'a', 'ArrowRight', 'n', 'p');
  await page.waitForTimeout(100);
  assert.equal(page.url(), piece('b'));
});

test('arrows belong to a wide table while it has the focus', async () => {
  const page = await book.newPage({ viewport: { width: 400, height: 800 } });
  await page.goto(everything);
  await page.locator('.prose pre').first().focus();
  await press(page, 'ArrowRight', 'ArrowLeft');
  await page.waitForTimeout(100);
  assert.equal(page.url(), everything);
});

test('in a book that runs from right to left the arrows are mirrored', async () => {
  const page = await book.newPage();
  await page.goto(piece('b'));
  await page.evaluate('document.documentElement.dir = "rtl"');
  await page.route('**/letters-b/', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace('dir="ltr"', 'dir="rtl"') });
  });
  await page.reload();
  await Promise.all([page.waitForURL(piece('c')), page.keyboard.press('ArrowLeft')]);
});

test('the list of keys, and the switch that turns them off', async () => {
  const page = await book.newPage();
  await page.goto(piece('a'));
  await press(page, '?');
  await page.getByLabel('Single keys are on').uncheck();
  await press(page, 'Escape', 'n', 'a', 'c');
  assert.equal(await page.locator('.panel:popover-open').count(), 0);
  assert.equal(page.url(), piece('a'));
  await press(page, '?');
  await page.getByLabel('Single keys are on').check();
  await press(page, 'Escape');
  await Promise.all([page.waitForURL(piece('b')), page.keyboard.press('n')]);
});

test('c: the focus on the current line of the column, and on the phone the drawer', async () => {
  const page = await book.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(piece('c'));
  await press(page, 'c');
  assert.equal(await page.evaluate('document.activeElement.getAttribute("aria-current")'), 'page');
  await page.setViewportSize({ width: 400, height: 800 });
  await press(page, 'c');
  assert.equal(await page.locator('.contents:popover-open').count(), 1);
  await press(page, 'c');
  assert.equal(await page.locator('.contents:popover-open').count(), 0);
});

test('reading is taken up at the paragraph, after the chapter grew and the text size changed', async (context) => {
  const parent = mkdtempSync(join(tmpdir(), 'octavo-growing-'));
  context.after(() => rmSync(parent, { recursive: true, force: true }));
  cpSync(gallery, join(parent, 'book'), { recursive: true });
  const growing = await openBook(join(parent, 'book'), '/gallery/');
  const page = await growing.newPage();
  await page.goto(`${growing.home}two/letters-c/`);
  await scrollToParagraph(page, 8);
  await waitFor(page, `localStorage.getItem('octavo:/gallery/:place')?.includes('Paragraph 9')`);

  const file = join(parent, 'book/content/two/letters-c.md');
  const grown = readFileSync(file, 'utf8').replace(
    'Paragraph 1 ',
    'New text, one.\n\nNew text, two.\n\nParagraph 1 ',
  );
  writeFileSync(file, grown);
  await publish(join(parent, 'book'), growing.folder, { baseUrl: '/gallery/', now: Date.UTC(2026, 5, 1) });
  await page.evaluate(`localStorage.setItem('octavo:/gallery/:settings', '{"size":"larger"}')`);
  await page.goto(growing.home);
  await Promise.all([
    page.waitForURL(/letters-c/),
    page.getByRole('link', { name: 'Continue: Chapter 2c' }).click(),
  ]);
  const ninth = page.locator('.prose p', { hasText: 'Paragraph 9 ' });
  await waitFor(page, 'scrollY > 0');
  assert.ok(Math.abs((await ninth.boundingBox())?.y ?? 999) < 30, 'the paragraph is at the top');
});

test('a chapter opened from outside offers the way back, one turned to does not', async () => {
  const page = await book.newPage();
  await page.goto(piece('d'));
  await scrollToParagraph(page, 6);
  await waitFor(page, `localStorage.getItem('octavo:/gallery/:place') !== null`);
  await page.goto(everything);
  assert.equal(await page.locator('.resume').textContent(), 'Continue: Chapter 2d');
  await page.goto(piece('d'));
  assert.equal(await page.locator('.resume').textContent(), 'Continue where you stopped');
  await Promise.all([page.waitForURL(piece('e')), page.locator('.turn-next').click()]);
  assert.equal(await page.locator('.resume').count(), 0);
});

test('a chapter whose end was seen is ticked, and counts by its words', async () => {
  const page = await book.newPage();
  await page.goto(piece('a'));
  assert.equal(await page.locator('.contents a[data-seen]').count(), 0);
  await page.locator('.page-foot').scrollIntoViewIfNeeded();
  await waitFor(page, `localStorage.getItem('octavo:/gallery/:seen') !== null`);
  await page.goto(piece('b'));
  assert.equal(await page.locator('.contents a[data-seen]').count(), 1);
  await page.goto(book.home);
  assert.equal(await page.locator('.chapters a[data-seen]').count(), 1);
  assert.match((await page.locator('.front-continue').textContent()) ?? '', / 1[0-9]% read$/);
});

test('where the browser keeps nothing, everything else works', async () => {
  const page = await book.newPage();
  await page.addInitScript(
    `Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } })`,
  );
  await page.goto(piece('a'));
  await press(page, 'a');
  await page.getByLabel('Black').check();
  assert.equal(await colourOf(page), 'rgb(0, 0, 0)');
});
