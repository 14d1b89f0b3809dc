import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { repository } from '../house/source-files.js';
import { openBook } from './open-book.js';

const library = await openBook(join(repository, 'tests/books/library'), '/shelf/');
const tides = `${library.home}books/holt/tides/`;
const nets = `${library.home}books/holt/nets/`;

const keptUnder = (page: Page, key: string) =>
  page.evaluate<string | null>(`localStorage.getItem('octavo:${new URL(key).pathname}:seen')`);
const waitForSeen = async (page: Page, key: string) => {
  for (let tries = 0; (await keptUnder(page, key)) === null; tries++) {
    assert.ok(tries < 100);
    await page.waitForTimeout(50);
  }
};

test('beside a chapter stands its volume, and its end leads to the volume and the next one', async () => {
  const page = await library.newPage();
  await page.goto(`${tides}02b/`);
  const links = await page
    .locator('.contents ol a')
    .evaluateAll((all) => all.map((link) => (link as unknown as { href: string }).href));
  assert.ok(links.length > 2);
  assert.deepEqual(
    links.filter((href) => !href.startsWith(tides)),
    [],
  );
  assert.equal(await page.locator('.contents-shelf').textContent(), 'Maren Holt');
  assert.equal(await page.locator('.turn-next').getAttribute('href'), new URL(tides).pathname);
  assert.equal(await page.locator('.turn-volume').getAttribute('href'), new URL(nets).pathname);
  assert.match((await page.locator('.page-place').textContent()) ?? '', /^4 of 4/);
});

test('what was read is kept for each volume, and the front page names the volumes in hand, the latest first', async () => {
  const page = await library.newPage();
  for (const volume of [tides, nets]) {
    await page.goto(`${volume}01/`);
    await page.keyboard.press('End');
    await page.evaluate('dispatchEvent(new Event("scroll"))');
    await waitForSeen(page, volume);
    await page.waitForTimeout(500);
  }
  await page.goto(tides);
  assert.equal(await page.locator('.chapters a[data-seen]').count(), 1);
  await page.goto(library.home);
  const shelf = await page.locator('.front-shelf li').allTextContents();
  assert.equal(shelf.length, 2);
  assert.match(shelf[0] ?? '', /On Nets · Maren Holt · Chapter 1.*25% read/);
  assert.match(shelf[1] ?? '', /Eleven Years of Tides · Maren Holt · Chapter 1.*25% read/);
});

test('places from before the site had volumes are taken over', async () => {
  const page = await library.newPage();
  await page.goto(library.home);
  const seen = JSON.stringify({ 'books/holt/tides/01/': 8, 'about/': 4 });
  await page.evaluate(`localStorage.setItem('octavo:/shelf/:seen', ${JSON.stringify(seen)})`);
  await page.goto(tides);
  assert.equal(await keptUnder(page, tides), JSON.stringify({ 'books/holt/tides/01/': 8 }));
});

test('the dialog of all chapters shows the volume, and the library’s the works by title and author', async () => {
  const page = await library.newPage();
  await page.goto(`${tides}01/`);
  await page.locator('.contents-all').click();
  await page.locator('dialog.tree a[aria-current]').waitFor();
  assert.equal(await page.locator('dialog.tree details').count(), 1);
  await page.goto(`${library.home}about/`);
  await page.locator('.contents-all').click();
  await page.locator('dialog.tree input').fill('brook ledger');
  assert.deepEqual(await page.locator('dialog.tree details:not([hidden]) > summary').allTextContents(), [
    'The Ledger of Weather and of all that Comes After It · Ada Brook',
  ]);
});

test('inside a volume the search is in that volume first', async () => {
  const page = await library.newPage();
  await page.goto(`${tides}01/`);
  await page.keyboard.press('/');
  await page.locator('dialog select').first().waitFor();
  assert.equal(
    await page.locator('dialog select').first().inputValue(),
    'Eleven Years of Tides · Maren Holt',
  );
  await page.keyboard.type('light');
  await page.locator('.search-results a').first().waitFor();
  const found = await page
    .locator('.search-results a')
    .evaluateAll((all) => all.map((link) => (link as unknown as { href: string }).href));
  assert.deepEqual(
    found.filter((href) => !href.startsWith(tides)),
    [],
  );
});
