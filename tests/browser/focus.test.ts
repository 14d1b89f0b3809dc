import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { openGallery } from './open-book.js';

const book = await openGallery();
const everything = `${book.home}one/everything/`;
const phone = { viewport: { width: 390, height: 844 } };

/** Whether the first element that a selector finds has the focus. */
const isFocused = (page: Page, selector: string) =>
  page.evaluate<boolean>(`document.activeElement === document.querySelector('${selector}')`);

/** The part of the page that has the focus. */
const focusedPart = (page: Page) =>
  page.evaluate<string>(
    `document.activeElement.closest('.skip, .top, main, .outline, .contents')?.className || 'main'`,
  );

/** Tabs through the page from its start, and tells the parts as they are entered. */
async function tabThrough(page: Page): Promise<readonly string[]> {
  const parts: string[] = [];
  for (let stops = 0; stops < 200; stops++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate('document.activeElement === document.body')) return parts;
    const part = await focusedPart(page);
    if (parts.at(-1) !== part) parts.push(part);
  }
  return parts;
}

test('the keyboard comes to the skip link first, then top line, text, outline and contents, and nowhere twice', async () => {
  const page = await book.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(everything);
  assert.deepEqual(await tabThrough(page), ['skip', 'top', 'main', 'outline', 'contents']);
});

test('the skip link is seen when it has the focus, and leads past the top line', async () => {
  const page = await book.newPage();
  await page.goto(everything);
  const skip = page.locator('.skip');
  assert.ok(((await skip.boundingBox())?.y ?? 0) < 0);
  await page.keyboard.press('Tab');
  assert.ok(((await skip.boundingBox())?.y ?? -1) >= 0);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.equal(await focusedPart(page), 'main');
});

test('closed things take no focus: neither the drawer of the phone nor the panel', async () => {
  const page = await book.newPage(phone);
  await page.goto(everything);
  const parts = await tabThrough(page);
  assert.deepEqual(parts, ['skip', 'top', 'main']);
});

test('the drawer gives the focus back to its button', async () => {
  const page = await book.newPage(phone);
  await page.goto(everything);
  const button = page.getByRole('button', { name: 'Contents' });
  for (const close of ['Escape', 'Close']) {
    await button.focus();
    await page.keyboard.press('Enter');
    await page.locator('.contents:popover-open').waitFor();
    await page.keyboard.press('Tab');
    assert.equal(await focusedPart(page), 'contents');
    if (close === 'Escape') await page.keyboard.press('Escape');
    else await page.locator('.contents').getByRole('button', { name: close }).click();
    assert.ok(await isFocused(page, '.top .drawer-button'), close);
  }
});

test('a drawer that the focus leaves does not stay over what has it', async () => {
  const page = await book.newPage({ viewport: { width: 800, height: 700 } });
  await page.goto(everything);
  await page.getByRole('button', { name: 'Contents' }).click();
  await page.locator('.contents:popover-open').waitFor();
  await page.evaluate(`document.querySelector('.prose a').focus()`);
  assert.equal(await page.locator('.contents:popover-open').count(), 0);
  assert.ok(await isFocused(page, '.prose a'));
});

test('the list of keys gives the focus back', async () => {
  const page = await book.newPage();
  await page.goto(everything);
  await page.locator('.prose a').first().focus();
  await page.keyboard.press('?');
  assert.equal(await page.locator('.help[open]').count(), 1);
  await page.keyboard.press('Escape');
  assert.ok(await isFocused(page, '.prose a'));
});

test('landmarks have names, and the page its one main part', async () => {
  const page = await book.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${book.home}two/letters-b/`);
  assert.equal(await page.getByRole('main').count(), 1);
  for (const name of ['Contents', 'Breadcrumb', 'Parts of this chapter', 'Previous and next']) {
    assert.equal(await page.getByRole('navigation', { name, exact: true }).count(), 1, name);
  }
  assert.equal(await page.locator('section[role="doc-chapter"]').count(), 1);
  await page.goto(everything);
  assert.equal(await page.getByRole('navigation', { name: 'On this page' }).count(), 1);
  for (const role of ['doc-noteref', 'doc-endnotes', 'doc-backlink']) {
    assert.ok((await page.locator(`[role="${role}"]`).count()) > 0, role);
  }
});
