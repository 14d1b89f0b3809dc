import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { gallery, openBook } from './open-book.js';

const parent = mkdtempSync(join(tmpdir(), 'octavo-disk-'));
after(() => rmSync(parent, { recursive: true, force: true }));
cpSync(gallery, parent, { recursive: true });
writeFileSync(
  join(parent, 'octavo.yaml'),
  'title: The Gallery\nrelativeURLs: true\nmarkdown: {math: true}\n',
);
const book = await openBook(parent, '/gallery/');
const onDisk = (path: string) => pathToFileURL(join(book.folder, path)).href;

test('from a disk: styles, pages, the reading panel, keys, and the whole contents', async () => {
  const page = await book.newPage();
  await page.goto(onDisk('index.html'));
  const first = onDisk('one/everything/index.html');
  await Promise.all([page.waitForURL(first), page.getByRole('link', { name: /^Begin/ }).click()]);
  await page.keyboard.press('a');
  await page.getByLabel('Black').check();
  const paper = 'getComputedStyle(document.documentElement).backgroundColor';
  assert.equal(await page.evaluate(paper), 'rgb(0, 0, 0)');
  await page.keyboard.press('Escape');
  await Promise.all([page.waitForURL(onDisk('two/index.html')), page.keyboard.press('n')]);
  await Promise.all([page.waitForURL(onDisk('two/letters-a/index.html')), page.keyboard.press('n')]);
  assert.equal(await page.evaluate(paper), 'rgb(0, 0, 0)');
  await page.getByRole('link', { name: 'All chapters' }).click();
  await page.getByLabel('Filter the contents').fill('every');
  const link = page.locator('.tree').getByRole('link', { name: 'Chapter 1 Every Element' });
  await Promise.all([page.waitForURL(first), link.click()]);
});

test('the same files from a server, below a base path', async () => {
  const page = await book.newPage();
  await page.goto(`${book.home}one/everything/`);
  const link = page.getByRole('link', { name: 'link inside the book' });
  await Promise.all([page.waitForURL(`${book.home}two/letters-b/index.html`), link.click()]);
  assert.equal(await page.locator('.contents [aria-current="page"]').textContent(), 'b');
});
