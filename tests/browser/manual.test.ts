import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { repository } from '../house/source-files.js';
import { openBook } from './open-book.js';

const book = await openBook(repository, '/octavo/');

test('no page of the manual says anything in the console, or breaks its own policy', async () => {
  const pages = readdirSync(book.folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.html'));
  assert.ok(pages.length > 50, 'the manual has pages');
  const page = await book.newPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(`${page.url()} ${message.text()}`));
  page.on('pageerror', ({ message }) => said.push(`${page.url()} ${message}`));
  for (const path of pages) {
    await page.goto(book.home + path);
    assert.equal(await page.evaluate('document.styleSheets.length > 0'), true, path);
  }
  assert.deepEqual(said, []);
});
