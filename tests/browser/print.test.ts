import assert from 'node:assert/strict';
import { test } from 'node:test';
import axe, { type AxeResults } from 'axe-core';
import { openGallery } from './open-book.js';

const book = await openGallery();

test('the whole book in one page: every link inside leads somewhere, and no id comes twice', async () => {
  const page = await book.newPage();
  await page.goto(`${book.home}contents/`);
  await page.getByRole('link', { name: 'The whole book for printing' }).click();
  assert.equal(await page.locator('[role="doc-chapter"]').count(), 9);
  assert.ok(await page.getByText('Paragraph 14 of the piece f').isVisible());
  const lost = `[...document.querySelectorAll('main a[href]')].map((a) => a.getAttribute('href')).filter((href) =>
    href.startsWith('#') ? !document.getElementById(decodeURIComponent(href.slice(1))) : !href.startsWith('http'))`;
  assert.deepEqual(await page.evaluate(lost), []);
  const twice = `[...document.querySelectorAll('[id]')].map(({ id }) => id).filter((id, at, all) => all.indexOf(id) !== at)`;
  assert.deepEqual(await page.evaluate(twice), []);
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  assert.deepEqual(violations, []);
});

test('its PDF has all chapters, each on a page of its own, and links that lead to them', async () => {
  const page = await book.newPage({ javaScriptEnabled: false });
  await page.goto(`${book.home}print/`);
  const pdf = (await page.pdf({ preferCSSPageSize: true, outline: true, tagged: true })).toString('latin1');
  const titles = [...pdf.matchAll(/\/Title \(([^)]*)\)/g)].map(([, title]) => title ?? '');
  for (const start of ['Elements', 'Every Element', 'Chapters in Letters', 'On the Several Ways']) {
    assert.ok(
      titles.some((title) => title.includes(start)),
      start,
    );
  }
  assert.equal(new Set(titles.filter((title) => title.includes('A Chapter That Was Cut'))).size, 6);
  // Title page, contents, foreword, three parts, nine chapters.
  assert.ok((pdf.match(/\/Type \/Page\b/g)?.length ?? 0) >= 1 + 1 + 1 + 3 + 9);
  for (const letter of 'abcdef') assert.ok(pdf.includes(`/Dest /#2Ftwo#2Fletters-${letter}`), letter);
});

test('on a phone the page for printing is no wider than the window', async () => {
  const page = await book.newPage({ viewport: { width: 390, height: 844 } });
  await page.goto(`${book.home}print/`);
  assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 390);
});

test('nothing is wider than a printed page, or the browser would shrink the text of all pages', async () => {
  // What the margins leave of A4.
  const page = await book.newPage({ viewport: { width: 582, height: 900 } });
  for (const path of ['print/', 'one/everything/']) {
    await page.goto(book.home + path);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 582, path);
  }
});

test('what is folded on the screen is printed', async () => {
  const page = await book.newPage();
  await page.goto(`${book.home}one/everything/`);
  const heights = () =>
    page.evaluate<readonly number[]>(
      `[...document.querySelectorAll('.prose details:not([open])')].map((part) => part.getBoundingClientRect().height)`,
    );
  const folded = await heights();
  assert.ok(folded.length >= 2);
  await page.emulateMedia({ media: 'print' });
  const printed = await heights();
  assert.ok(
    printed.every((height, index) => height > (folded[index] ?? 0) + 5),
    `${folded} and ${printed}`,
  );
});
