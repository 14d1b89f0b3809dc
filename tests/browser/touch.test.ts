import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { openGallery } from './open-book.js';

const book = await openGallery();
const PRESSED = ':is(a[href], button, select, summary, label, input[type=search])';
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** What can be pressed and is less than 44 px high, or narrower than a finger. Links in a text are lines of it. */
const findSmall = (page: Page, part: string) =>
  page.evaluate<readonly string[]>(`[...document.querySelectorAll("${part} ${PRESSED}")]
    .filter((element) => element.checkVisibility() && element.closest('.prose, .skip') === null)
    .map((element) => [element, element.getBoundingClientRect()])
    .filter(([, box]) => box.width > 0 && (box.height < 44 || box.width < 24))
    .map(([element, box]) => element.outerHTML.slice(0, 80) + ' ' + box.width + ' × ' + box.height)`);

test('on a touch screen whatever is pressed is at least 44 px high', async () => {
  const page = await book.newPage(phone);
  for (const path of ['', 'contents/', '404.html', 'two/', 'two/letters-b/', 'one/everything/', 'tags/']) {
    await page.goto(book.home + path);
    assert.deepEqual(await findSmall(page, 'body'), [], path);
  }
});

test('so is whatever opens over the page', async () => {
  const page = await book.newPage(phone);
  await page.goto(`${book.home}two/letters-b/`);
  const checkOpen = async (part: string) => {
    await page.locator(part).waitFor();
    assert.deepEqual(await findSmall(page, part), [], part);
  };
  await page.keyboard.press('a');
  await checkOpen('.panel:popover-open');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await checkOpen('.help[open]');
  await page.keyboard.press('Escape');
  await page.keyboard.press('c');
  await checkOpen('.contents:popover-open');
  await page.getByRole('link', { name: 'All chapters' }).click();
  await checkOpen('.tree[open]');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.locator('.search select').first().waitFor();
  await checkOpen('.search[open]');
});
