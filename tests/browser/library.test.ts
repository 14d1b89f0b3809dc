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
    await Promise.all([page.waitForURL(`${volume}01b/`), page.locator('.turn-next').click()]);
    await waitForSeen(page, volume);
  }
  await page.goto(tides);
  assert.equal(await page.locator('.chapters a[data-seen]').count(), 1);
  await page.goto(library.home);
  const shelf = await page.locator('.front-shelf li').allTextContents();
  assert.equal(shelf.length, 2);
  assert.match(shelf[0] ?? '', /On Nets · Maren Holt · Chapter 1b.*25% read/);
  assert.match(shelf[1] ?? '', /Eleven Years of Tides · Maren Holt · Chapter 1b.*25% read/);
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

const found = (page: Page) =>
  page
    .locator('.search-results a')
    .evaluateAll((all) => all.map((link) => (link as unknown as { href: string }).href));

test('inside a volume the search is in that volume first, and the author or all are one press away', async () => {
  const page = await library.newPage();
  await page.goto(`${tides}01/`);
  await page.keyboard.press('/');
  const here = page.getByRole('button', { name: 'In this book' });
  await here.waitFor();
  assert.equal(await here.getAttribute('aria-pressed'), 'true');
  await page.keyboard.type('light');
  await page.locator('.search-results a').first().waitFor();
  assert.deepEqual(
    (await found(page)).filter((href) => !href.startsWith(tides)),
    [],
  );
  const [inBook] = ((await here.textContent()) ?? '').match(/\d+/) ?? [];
  assert.equal(Number(inBook), (await found(page)).length);
  await page.getByRole('button', { name: 'Everywhere' }).click();
  await page.locator('.search-work').nth(1).waitFor();
  assert.ok((await found(page)).some((href) => !href.startsWith(tides)));
});

test('results are grouped by work, and more of a work is one press away', async () => {
  const page = await library.newPage();
  await page.goto(`${library.home}?q=chapter`);
  const work = page.locator('.search-work', { hasText: 'Maren Holt › Eleven Years of Tides' });
  await work.locator('a').nth(1).waitFor();
  assert.equal(await work.locator('a').count(), 2);
  await work.getByRole('button', { name: /^\d+ more in Eleven Years of Tides$/ }).click();
  await work.locator('a').nth(2).waitFor();
  assert.equal(await work.getByRole('button').count(), 0);
});

test('in: and by: say which work or author is meant', async () => {
  const page = await library.newPage();
  await page.goto(`${library.home}?q=by:brook`);
  await page.locator('.search-results a').first().waitFor();
  assert.deepEqual(
    (await found(page)).filter((href) => !href.includes('/brook/')),
    [],
  );
  await page.getByRole('searchbox').fill('in:tides chapter');
  await page.waitForURL(/in%3Atides/);
  await page.locator('.search-results a[href*="/nets/"]').first().waitFor({ state: 'detached' });
  assert.deepEqual(
    (await found(page)).filter((href) => !href.includes('/tides/')),
    [],
  );
  assert.ok((await found(page)).length > 0);
});
