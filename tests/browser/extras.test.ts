import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { openGallery } from './open-book.js';

const book = await openGallery();
const everything = `${book.home}one/everything/`;

/** How much moved on a page without being asked, as the browser counts it. */
const measureShift = (page: Page) =>
  page.evaluate<number>(`new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value; })
      .observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve(sum), 500);
  })`);

test('a footnote opens beside its number, and closing it gives the focus back', async () => {
  const page = await book.newPage();
  await page.goto(everything);
  await page.locator('.footnote-ref').first().click();
  const note = page.locator('.note:popover-open');
  assert.match((await note.textContent()) ?? '', /^\s*The first note has a link in it\.\s*↩/);
  assert.equal(await page.locator('[id="fn:1"]').count(), 1);
  await page.keyboard.press('Escape');
  assert.equal(await note.count(), 0);
  assert.equal(await page.evaluate('document.activeElement.className'), 'footnote-ref');
});

test('without script the number leads to the list, and the list back', async () => {
  const page = await book.newPage({ javaScriptEnabled: false });
  await page.goto(everything);
  await page.locator('.footnote-ref').first().click();
  assert.equal(page.url(), `${everything}#fn:1`);
  await page.locator('.footnote-backref').first().click();
  assert.equal(page.url(), `${everything}#fnref:1`);
});

test('a listing can be copied', async () => {
  const page = await book.newPage({ permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto(everything);
  await page.getByRole('button', { name: 'Copy' }).first().click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  assert.match(await page.evaluate<string>('navigator.clipboard.readText()'), /^\/\/ A comment[\s\S]*\}\s*$/);
});

test('the keyboard reaches tables that scroll, and passes those that fit', async () => {
  const page = await book.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(everything);
  assert.equal(await page.locator('.prose table[tabindex]').count(), 1);
  await page.setViewportSize({ width: 3200, height: 800 });
  await page.evaluate('document.documentElement.dataset.width = "wide"');
  await page.setViewportSize({ width: 300, height: 800 });
  await page.locator('.prose table[tabindex]').nth(1).waitFor();
});

test('script off: read, turn pages, open the contents of the phone', async () => {
  const page = await book.newPage({ javaScriptEnabled: false, viewport: { width: 400, height: 800 } });
  await page.goto(`${book.home}two/letters-a/`);
  assert.match((await page.locator('.prose').textContent()) ?? '', /Paragraph 14/);
  await page.getByRole('button', { name: 'Contents' }).click();
  assert.equal(await page.locator('.contents:popover-open').count(), 1);
  await page.locator('.contents').getByLabel('Chapter 2b').click();
  await page.locator('.turn-next').click();
  assert.equal(page.url(), `${book.home}two/letters-c/`);
});

test('a cold chapter: nothing shifts, four requests at most, 20 KB of styles and script', async () => {
  const page = await book.newPage();
  const sizes = new Map<string, number>();
  page.on('response', async (response) => {
    sizes.set(response.url(), gzipSync(await response.body()).length);
  });
  await page.goto(everything);
  assert.equal(await measureShift(page), 0);
  // The picture is the chapter's own.
  const requests = [...sizes.keys()].filter((url) => !url.endsWith('press.svg'));
  assert.ok(requests.length <= 4, requests.join(' '));
  assert.ok(requests.every((url) => url.startsWith(book.home)));
  const [styles = 0, script = 0] = ['.css', '.js'].map((end) =>
    sizes.get(requests.find((url) => url.endsWith(end)) ?? ''),
  );
  assert.ok(styles > 0 && script > 0 && styles + script <= 20_480, `${styles} + ${script}`);
});

test('no kind of page shifts while it is opened, on the phone either', async () => {
  const paths = ['', 'contents/', 'two/', 'three/long/', 'tags/presses/'];
  const shifts = paths.map(async (path) => {
    const page = await book.newPage({ viewport: { width: 412, height: 823 } });
    await page.goto(book.home + path);
    return [path, await measureShift(page)];
  });
  assert.deepEqual(
    await Promise.all(shifts),
    paths.map((path) => [path, 0]),
  );
});

test("a chapter's page is at most 4 KB larger than its text", () => {
  const html = readFileSync(join(book.folder, 'two/letters-b/index.html'), 'utf8');
  const [, prose = ''] = /<div class="prose">([\s\S]*?)<\/div>/.exec(html) ?? [];
  const text = prose.replace(/<[^>]*>/g, '');
  assert.match(text, /Paragraph 14/);
  assert.ok(gzipSync(html).length - gzipSync(text).length <= 4096);
});

test('what a reader chose shifts nothing either', async () => {
  const page = await book.newPage();
  await page.goto(everything);
  await page.evaluate(
    `localStorage.setItem('octavo:/gallery/:settings', '{"size":"largest","face":"sans","width":"wide","paper":"black"}')`,
  );
  await page.reload();
  assert.equal(await page.locator('html').getAttribute('data-size'), 'largest');
  assert.equal(await measureShift(page), 0);
});

test('on paper: the text of a chapter, black on white whatever the reader chose, without what is pressed', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await book.newPage({ javaScriptEnabled, colorScheme: 'dark' });
    await page.goto(everything);
    await page.emulateMedia({ media: 'print' });
    assert.ok(await page.getByRole('heading', { name: 'Every Element' }).isVisible());
    for (const pressed of ['.top', '.contents', '.turn', '.crumbs']) {
      assert.equal(await page.locator(pressed).isVisible(), false, pressed);
    }
    const pdf = await page.pdf();
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
    if (!javaScriptEnabled) continue;
    await page.evaluate('document.documentElement.dataset.paper = "black"');
    const colours = `(({ color, backgroundColor }) => [color, backgroundColor])(getComputedStyle(document.documentElement))`;
    assert.deepEqual(await page.evaluate(colours), ['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  }
});
