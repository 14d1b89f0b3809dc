import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, type TestContext, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../browser/launch-chromium.js';
import { writeFiles } from '../program/run-octavo.js';
import { type OpenPreview, openPreview, until } from './open-preview.js';

let browser: Browser;
before(async () => {
  browser = await launchChromium();
});

const long = Array.from({ length: 120 }, (_, at) => `Paragraph ${at}.`).join('\n\n');
const chapter = (text: string) => `---\ntitle: One\n---\n\n${text}\n`;
const files = {
  'octavo.yaml': 'title: Book\n',
  'content/one.md': chapter(long),
  'content/two.md': '---\ntitle: Two\n---\n\nText.\n',
};

/** A page of a preview, open in the browser; what goes wrong in its scripts fails the test. */
async function openPage(
  context: TestContext,
  path: string,
  more: Readonly<Record<string, string>> = {},
): Promise<{ readonly preview: OpenPreview; readonly page: Page }> {
  const preview = await openPreview(context, { ...files, ...more });
  const page = await browser.newPage();
  const faults: Error[] = [];
  page.on('pageerror', (error) => faults.push(error));
  context.after(async () => {
    await page.close();
    assert.deepEqual(faults, []);
  });
  await page.goto(preview.url + path);
  return { preview, page };
}

test('a save is on the screen, at the place where the reader was, with the panels as they were', async (context) => {
  const { preview, page } = await openPage(context, 'one/');
  await page.evaluate("document.querySelector('details').open = false; scrollTo(0, 1500)");
  writeFileSync(join(preview.book, 'content/one.md'), chapter(`${long}\n\nThe last word.`));
  await page.getByText('The last word.').waitFor({ state: 'attached' });
  await page.waitForLoadState('load');
  await until(() => page.evaluate<boolean>('Math.abs(scrollY - 1500) < 2'), 'the scroll position');
  assert.equal(await page.evaluate("document.querySelector('details').open"), false);
});

test('changed styles are swapped without a reload', async (context) => {
  const { preview, page } = await openPage(context, 'one/');
  await page.evaluate('globalThis.isTheSamePage = true; 0');
  writeFiles(preview.book, { 'templates/assets/prose.css': '.prose p { color: rgb(1, 2, 3) }\n' });
  const colour = () => page.evaluate("getComputedStyle(document.querySelector('.prose p')).color");
  await until(async () => (await colour()) === 'rgb(1, 2, 3)', 'the new colour');
  assert.equal(await page.evaluate("'isTheSamePage' in globalThis"), true);
  await until(
    async () => (await page.locator('link[rel=stylesheet]').count()) === 1,
    'the old stylesheet is gone',
  );
});

test('errors are laid over the last good page as text, and go away when they are mended', async (context) => {
  const { preview, page } = await openPage(context, 'two/');
  const overlay = page.getByRole('alertdialog');
  assert.equal(await overlay.isVisible(), false);
  const broken = '---\ntitle: "<img src=x onerror=alert(1)>\n---\n\nBroken.\n';
  writeFileSync(join(preview.book, 'content/one.md'), broken);
  await overlay.waitFor();
  assert.match(
    (await overlay.textContent()) ?? '',
    /1 error[\s\S]*content\/one\.md:\d+:\d+[\s\S]*<img src=x[\s\S]*\^/,
  );
  assert.equal(await overlay.locator('img').count(), 0, 'what a chapter holds is text');
  assert.match(
    (await overlay.getByRole('link').first().getAttribute('href')) ?? '',
    /^test:\/\/.*one\.md:\d+:\d+$/,
  );
  assert.ok(await page.getByRole('heading', { name: 'Two' }).isVisible(), 'the page stays underneath');
  writeFileSync(join(preview.book, 'content/one.md'), chapter('Mended.'));
  await overlay.waitFor({ state: 'hidden' });
});

test('the overlay closes with Escape', async (context) => {
  const { preview, page } = await openPage(context, 'two/');
  writeFileSync(join(preview.book, 'content/one.md'), chapter('[nowhere](nowhere.md)'));
  await page.getByRole('alertdialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('alertdialog').waitFor({ state: 'hidden' });
});

test('a page finds its server again after a restart, and what changed meanwhile', async (context) => {
  const { preview, page } = await openPage(context, 'two/');
  await page.waitForTimeout(100);
  await preview.close();
  await page.getByText('The preview has stopped').waitFor();
  const again = await openPreview(
    context,
    { ...files, 'content/two.md': '---\ntitle: Two\n---\n\nWritten while it was away.\n' },
    { port: preview.port, strictPort: true },
  );
  assert.equal(again.port, preview.port);
  await page.getByText('Written while it was away.').waitFor();
});

test('drafts are switched on and off in the status line', async (context) => {
  const { page } = await openPage(context, 'two/', {
    'content/draft.md': '---\ntitle: Unfinished\ndraft: true\n---\n',
  });
  await page.getByText('1 draft hidden').waitFor();
  await page.getByRole('button', { name: 'Show' }).click();
  await page.getByText('1 draft shown').waitFor();
  await page.getByRole('link', { name: 'Unfinished' }).first().waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Hide' }).click();
  await page.getByText('1 draft hidden').waitFor();
});

test('the search finds what was saved while its dialog is open, also of a chapter that is not on the screen', async (context) => {
  const { preview, page } = await openPage(context, 'two/');
  await page.keyboard.press('/');
  const [field, results] = [page.getByRole('searchbox'), page.locator('.search-results a')];
  await field.fill('paragraph');
  await results.first().waitFor();
  await field.fill('zeppelin');
  await page.getByText('Nothing was found for “zeppelin”.').first().waitFor();
  writeFileSync(join(preview.book, 'content/one.md'), chapter('A zeppelin.'));
  await results.filter({ hasText: 'A zeppelin.' }).waitFor();
  assert.equal(await field.inputValue(), 'zeppelin');
});
