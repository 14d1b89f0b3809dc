import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openGallery } from './open-book.js';

const book = await openGallery();
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
  await page.locator('.tree li:visible', { hasText: 'Chapter 1 Every Element' }).waitFor();
  assert.deepEqual(await page.locator('.tree li:visible').allTextContents(), ['Chapter 1 Every Element']);
  await Promise.all([
    page.waitForURL(/everything/),
    page.getByRole('link', { name: 'Chapter 1 Every Element' }).last().click(),
  ]);
});

test('the filter finds a piece by its letter, and a part by its heading, says when nothing fits, and leads back', async () => {
  const page = await book.newPage();
  await page.goto(chapter);
  await page.getByRole('link', { name: 'All chapters' }).click();
  const filter = page.getByLabel('Filter the contents');
  const tree = page.locator('.tree');
  for (const query of ['2f', 'chapter 2f']) {
    await filter.fill(query);
    await tree.locator('.pieces a:visible', { hasText: 'f' }).waitFor();
    assert.equal(await tree.locator('ol > li[data-depth]:visible').count(), 1, query);
  }
  await filter.fill('no such chapter');
  await tree.getByText('Nothing was found for “no such chapter”.').waitFor();
  await filter.fill('');
  await tree.locator('[aria-current]').waitFor();
  assert.equal(await tree.locator('.tree-status').textContent(), '');
  assert.equal(await tree.locator('details[open]').count(), 1, 'the part of this page alone');
});

test('a line of the contents is as high when it is the current one', async () => {
  const page = await book.newPage();
  const heights = async (url: string) => {
    await page.goto(url);
    return page.evaluate<readonly number[]>(
      `[...document.querySelectorAll('.contents ol a')].map((line) => line.getBoundingClientRect().height)`,
    );
  };
  const list = [`${book.home}three/long/`, `${book.home}three/scripts/`];
  assert.deepEqual(await heights(list[0] ?? ''), await heights(list[1] ?? ''));
  const weight = `getComputedStyle(document.querySelector('.contents a[aria-current]')).fontWeight`;
  assert.equal(await page.evaluate(weight), '400');
});

test('the whole contents: a filter, a scroll position and an opened part are there again; parts are loaded once', async () => {
  const page = await book.newPage({ viewport: { width: 1280, height: 400 } });
  const parts: string[] = [];
  page.on('request', (request) => {
    if (/contents\/part-\w{8}\.js$/.test(request.url())) parts.push(request.url());
  });
  await page.goto(chapter);
  const open = page.getByRole('link', { name: 'All chapters' });
  await open.click();
  const tree = page.locator('.tree');
  await tree.waitFor();
  assert.equal(parts.length, 1, 'the file with the part of this page alone');
  await tree.locator('summary').last().click();
  await tree.locator('a', { hasText: '活字と余白' }).waitFor({ state: 'attached' });
  await page.getByLabel('Filter the contents').fill('a');
  await page.evaluate(`document.querySelector('.tree').scrollTop = 60`);
  await page.keyboard.press('Escape');
  await open.click();
  assert.equal(await page.getByLabel('Filter the contents').inputValue(), 'a');
  assert.equal(await page.evaluate(`document.querySelector('.tree').scrollTop`), 60);
  assert.equal(parts.length, 1, 'the other parts stand in it too');
  assert.equal(
    await page.evaluate(`getComputedStyle(document.querySelector('.tree li')).contentVisibility`),
    'auto',
  );
});

test('the column of contents stays where it was scrolled to, from page to page', async () => {
  const page = await book.newPage({ viewport: { width: 1280, height: 180 } });
  await page.goto(chapter);
  await page.evaluate(`document.querySelector('.contents').scrollTop = 37`);
  await Promise.all([page.waitForURL(/letters-c/), page.keyboard.press('n')]);
  assert.equal(await page.evaluate(`document.querySelector('.contents').scrollTop`), 37);
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
