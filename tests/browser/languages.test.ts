import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { repository } from '../house/source-files.js';
import { openBook } from './open-book.js';

const book = await openBook(join(repository, 'tests/books/languages'), '/ledger/');
const crossing = (language: string) => `${book.home}${language}river/crossing/`;

/** Types into the search of a page, and waits for the first result. */
async function search(page: Page, query: string): Promise<readonly string[]> {
  await page.keyboard.press('/');
  await page.getByRole('searchbox').fill(query);
  await page.locator('.search-results a').first().waitFor();
  const links = "[...document.querySelectorAll('.search-results a')].map((link) => link.pathname)";
  return page.evaluate<readonly string[]>(links);
}

test('the keyboard leads to the same page in another language', async () => {
  const page = await book.newPage();
  await page.goto(crossing(''));
  await page.locator('.languages-button').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await Promise.all([page.waitForURL(crossing('fr/')), page.keyboard.press('Enter')]);
  assert.equal(await page.locator('h1').textContent(), 'La traversée');
  assert.equal(await page.getByRole('button', { name: 'FR · Langues' }).count(), 1);
});

test('without script the way to another language is there, on a phone too', async () => {
  const page = await book.newPage({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  await page.goto(crossing('fr/'));
  await page.locator('.languages-button').click();
  await Promise.all([page.waitForURL(crossing('ar/')), page.getByRole('link', { name: 'العربية' }).click()]);
  assert.equal(await page.locator('html').getAttribute('dir'), 'rtl');
});

test('a page from right to left is mirrored', async () => {
  const page = await book.newPage({ viewport: { width: 1440, height: 900 } });
  const leftOf = (selector: string) =>
    page.evaluate<number>(`document.querySelector('${selector}').getBoundingClientRect().left`);
  await page.goto(crossing('ar/'));
  assert.ok((await leftOf('.contents')) > (await leftOf('main h1')), 'the contents are on the right');
  assert.ok((await leftOf('.languages-button')) < 300, 'the tools are on the left');
  assert.ok((await leftOf('.turn-previous')) > (await leftOf('.turn-next')), 'back is on the right');
  await page.keyboard.press('ArrowLeft');
  await page.waitForURL(`${book.home}ar/river/landing/`);
});

for (const [screen, viewport] of Object.entries({
  desktop: { width: 1440, height: 900 },
  phone: { width: 320, height: 700 },
})) {
  test(`no language breaks a rule of axe-core, or the width of the ${screen}`, async () => {
    const page = await book.newPage({ viewport });
    for (const path of [
      'ar/river/crossing/',
      'ar/river/landing/',
      'zh/river/crossing/',
      'ja/',
      'fr/404.html',
    ]) {
      await page.goto(book.home + path);
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate<AxeResults>(
        "axe.run('html', { resultTypes: ['violations'] })",
      );
      assert.deepEqual(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
        [],
        path,
      );
      const wide = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      assert.equal(await page.evaluate(wide), 0, path);
    }
  });
}

test('emphasis is not slanted in scripts that have no italics, and a reader’s choice counts in every script', async () => {
  const page = await book.newPage();
  const style = (selector: string, name: string) =>
    page.evaluate<string>(`getComputedStyle(document.querySelector('${selector}')).${name}`);
  await page.goto(crossing('zh/'));
  assert.deepEqual(
    [await style('.prose em', 'fontStyle'), await style('.prose em', 'textEmphasisStyle')],
    ['normal', 'dot'],
  );
  const before = await style('.prose p', 'lineHeight');
  await page.evaluate("document.documentElement.dataset.leading = 'tight'");
  await page.evaluate("document.documentElement.dataset.face = 'sans'");
  assert.ok(Number.parseFloat(await style('.prose p', 'lineHeight')) < Number.parseFloat(before));
  assert.match(await style('.prose', 'fontFamily'), /^system-ui/);
  await page.goto(crossing('fr/'));
  assert.equal(await style('.prose em', 'fontStyle'), 'italic');
});

test('the search of a page finds its own language, by its stems, and no other', async () => {
  const page = await book.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const found = async (language: string, query: string) => {
    await page.goto(crossing(language));
    asked.length = 0;
    const paths = await search(page, query);
    const folder = `/ledger/${language}`;
    const index = asked.filter((path) => path.includes('/search/'));
    assert.notEqual(index.length, 0, 'an index is loaded');
    assert.deepEqual(
      index.filter((path) => !path.startsWith(`${folder}search/`)),
      [],
      `of ${folder} only`,
    );
    return paths.filter((path) => (/^\/ledger\/((?:fr|zh|ja|ar)\/)/.exec(path)?.[1] ?? '') !== language);
  };
  assert.deepEqual(await found('', 'counting'), []);
  assert.deepEqual(await found('fr/', 'traversier'), [], 'a French stem: traversiers');
  assert.deepEqual(await found('zh/', '账簿收进'), [], 'over the end of a line');
  assert.deepEqual(await found('ja/', '帳面'), []);
  assert.deepEqual(await found('ar/', 'أكياس'), [], 'an Arabic stem: الأكياس');
});
