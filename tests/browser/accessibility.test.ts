import assert from 'node:assert/strict';
import { test } from 'node:test';
import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { openGallery } from './open-book.js';

const book = await openGallery();

/** A page of each template, and the chapters that are set differently. */
const pages: readonly string[] = [
  '',
  'contents/',
  '404.html',
  'one/',
  'one/everything/',
  'two/letters-b/',
  'three/long/',
  'three/scripts/',
  'tags/',
  'tags/presses/',
];
/** What a paper changes is colours, and nothing else. */
const otherPapers = ['sepia', 'dark', 'black'] as const;
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const screens = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

/** What axe-core finds in a part of the page as it stands: each rule with the elements that break it. */
async function findViolations(page: Page, part: string, runOnly = rules): Promise<readonly string[]> {
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run('${part}', { runOnly: ${JSON.stringify(runOnly)}, resultTypes: ['violations'] })`,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Checks all rules on the light paper, and the colours on the others. */
async function check(page: Page, what: string, part = 'html'): Promise<void> {
  assert.deepEqual(await findViolations(page, part), [], what);
  for (const paper of otherPapers) {
    await page.evaluate(`document.documentElement.dataset.paper = '${paper}'`);
    assert.deepEqual(await findViolations(page, part, ['color-contrast']), [], `${what} on ${paper}`);
  }
  await page.evaluate('delete document.documentElement.dataset.paper');
}

async function openWithAxe(page: Page, path: string): Promise<void> {
  await page.goto(book.home + path);
  // Through the debugger, which the page's policy does not bind.
  await page.evaluate(axe.source);
}

for (const [screen, viewport] of Object.entries(screens)) {
  test(`no page breaks a rule of axe-core on the ${screen}, on any paper`, async () => {
    const page = await book.newPage({ viewport });
    for (const path of pages) {
      await openWithAxe(page, path);
      await check(page, path);
    }
  });
}

test('nor does what opens over a page', async () => {
  const page = await book.newPage({ viewport: screens.phone });
  await openWithAxe(page, 'one/everything/');
  const checkOpen = async (part: string) => {
    await page.locator(part).waitFor();
    await check(page, part, part);
    await page.keyboard.press('Escape');
  };
  await page.keyboard.press('a');
  await checkOpen('.panel:popover-open');
  await page.keyboard.press('?');
  await checkOpen('.help[open]');
  await page.locator('.footnote-ref').first().click();
  await checkOpen('.note:popover-open');
  await page.keyboard.press('c');
  await checkOpen('.contents:popover-open');
  await page.keyboard.press('c');
  await page.getByRole('link', { name: 'All chapters' }).click();
  await checkOpen('.tree[open]');
});
