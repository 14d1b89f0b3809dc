import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gallery, openBook } from './open-book.js';

const book = await openBook(gallery, '/gallery/');
const chapter = `${book.home}two/letters-b/`;

test('the whole contents open in place, at the current chapter, and give the focus back', async () => {
  const page = await book.newPage();
  await page.goto(chapter);
  await page.getByRole('link', { name: 'All chapters' }).click();
  const tree = page.getByRole('dialog', { name: 'Contents' });
  await tree.waitFor();
  assert.equal(await tree.locator('[aria-current="page"]').textContent(), 'b');
  assert.equal(await tree.locator('summary').count(), 3);
  await page.keyboard.press('Escape');
  assert.equal(await page.evaluate('document.activeElement.className'), 'contents-all');
});

test('the filter looks through all parts, whatever accents and capitals', async () => {
  const page = await book.newPage();
  await page.goto(chapter);
  await page.getByRole('link', { name: 'All chapters' }).click();
  await page.getByLabel('Filter the contents').fill('EVÉRY element');
  await page.locator('.tree li:visible').first().waitFor();
  assert.deepEqual(await page.locator('.tree li:visible').allTextContents(), ['Chapter 1 Every Element']);
  await Promise.all([
    page.waitForURL(/everything/),
    page.getByRole('link', { name: 'Chapter 1 Every Element' }).last().click(),
  ]);
});

test('chips in the contents and on the page lead through a lettered chapter', async () => {
  const page = await book.newPage();
  await page.goto(chapter);
  assert.equal(await page.locator('.page-head .pieces a[aria-current]').textContent(), 'b');
  assert.match((await page.locator('.page-head .pieces').textContent()) ?? '', /part 2 of 6/);
  assert.equal(await page.locator('.contents .pieces a[aria-current]').textContent(), 'b');
  await Promise.all([
    page.waitForURL(/letters-f/),
    page.locator('.contents').getByLabel('Chapter 2f').click(),
  ]);
});

test('without script the same link leads to a page that lists everything', async () => {
  const page = await book.newPage({ javaScriptEnabled: false });
  await page.goto(chapter);
  await page.getByRole('link', { name: 'All chapters' }).click();
  assert.equal(page.url(), `${book.home}contents/`);
  const links = await page.locator('main a').evaluateAll((found) => found.length);
  const printLink = 1;
  assert.equal(links, 3 + 1 + 6 + 2 + printLink);
});
