import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { openGallery } from './open-book.js';

const book = await openGallery();
const everything = `${book.home}one/everything/`;
const letters = `${book.home}two/letters-b/`;
const desktop = { viewport: { width: 1440, height: 900 } };
const phone = { viewport: { width: 390, height: 844 } };

/** Properties of the first element that a selector finds, as the browser computes them. */
const stylesOf = (page: Page, selector: string, ...names: readonly string[]) =>
  page.evaluate<readonly string[]>(
    `((style) => ${JSON.stringify(names)}.map((name) => style[name]))(getComputedStyle(document.querySelector('${selector}')))`,
  );

/** What a part of the page says to those who look at it, on one line. */
const textOf = (page: Page, selector: string) =>
  page.evaluate<string>(`document.querySelector('${selector}').innerText.replace(/\\s+/g, ' ')`);

const boxOf = async (page: Page, selector: string) => {
  const box = await page.locator(selector).first().boundingBox();
  assert.ok(box, selector);
  return box;
};

test('desktop: contents at the left, the text in 34 to 38 em, an outline where there are three headings', async () => {
  const page = await book.newPage(desktop);
  await page.goto(everything);
  const [contents, text, outline] = [
    await boxOf(page, '.contents'),
    await boxOf(page, '.prose'),
    await boxOf(page, '.outline'),
  ];
  assert.equal(contents.width, 17 * 16);
  const em = Number.parseFloat((await stylesOf(page, '.prose', 'fontSize'))[0] ?? '');
  assert.ok(text.width >= 34 * em - 1 && text.width <= 38 * em, `${text.width / em} em`);
  assert.ok(contents.x + contents.width < text.x && text.x + text.width < outline.x);
  await page.goto(letters);
  assert.equal(await page.locator('.outline').count(), 0);
  assert.equal((await boxOf(page, '.prose')).x, text.x, 'the text is where it was');
  await page.locator('.contents summary').click();
  assert.equal((await boxOf(page, '.contents')).width, 8.5 * 16);
});

test('phone: the text alone, and nothing that stays over it', async () => {
  const page = await book.newPage(phone);
  for (const path of ['one/everything/', 'two/letters-b/']) {
    await page.goto(book.home + path);
    assert.equal(await page.locator('.contents, .outline').first().isVisible(), false);
    await page.evaluate('scrollTo(0, 600)');
    const covering = `[...document.querySelectorAll('body :not(pre *)')].filter((element) =>
      /fixed|sticky/.test(getComputedStyle(element).position) && element.checkVisibility()).length`;
    assert.equal(await page.evaluate(covering), 0);
  }
});

test('the head of a chapter: way, heading in the accent, balanced title, facts, letters, and an edge above', async () => {
  const page = await book.newPage(desktop);
  await page.goto(letters);
  assert.match(
    await textOf(page, '.page-head'),
    /^The Gallery Part II · Chapters in Letters Chapter 2b A Chapter That Was .* 4 min read October 12, 2025 a b c d e f part 2 of 6$/,
  );
  const accent = 'rgb(102, 51, 153)';
  const [colour, size, spacing] = await stylesOf(page, '.page-heading', 'color', 'fontSize', 'letterSpacing');
  assert.deepEqual([colour, size], [accent, '14px']);
  assert.ok(Number.parseFloat(spacing ?? '') > 0.5);
  assert.deepEqual(await stylesOf(page, 'h1', 'textWrapStyle'), ['balance']);
  assert.deepEqual(await stylesOf(page, 'body', 'borderTopWidth', 'borderTopColor'), ['4px', accent]);
});

test('the foot: cards with headings and titles, the same in the head, and the place in the book', async () => {
  const page = await book.newPage(desktop);
  await page.goto(letters);
  for (const [relation, letter] of [
    ['prev', 'a'],
    ['next', 'c'],
  ]) {
    const card = `.turn a[rel="${relation}"]`;
    assert.match(await textOf(page, card), new RegExp(`Chapter 2${letter} A Chapter That Was Cut`));
    const address = await page.locator(card).getAttribute('href');
    assert.equal(await page.locator(`head link[rel="${relation}"]`).getAttribute('href'), address);
  }
  assert.equal(await textOf(page, '.page-place'), '3 of 9 · Part II');
});

test('the front: title, author, what it is about, "Begin", and the contents with minutes', async () => {
  const page = await book.newPage(desktop);
  await page.goto(book.home);
  assert.match(
    await textOf(page, 'main'),
    /^The Gallery Ida Lindqvist A small book that shows every element once. Begin Chapter 1 A foreword of .* CONTENTS Part I Elements Chapter 1 Every Element 2 min Part II Chapters in Letters Chapter 2 A Chapter .* a b c d e f \d+ min Part III/,
  );
});

test('type: sizes in rem, a scale of 1.2, figures, line heights, and hyphens only in justified text', async () => {
  const page = await book.newPage(desktop);
  await page.goto(everything);
  const size = async (selector: string) =>
    Number.parseFloat((await stylesOf(page, selector, 'fontSize'))[0] ?? '');
  const text = await size('.prose');
  assert.equal(text, 20);
  const scale = [await size('.prose h2'), await size('.prose h3'), await size('.prose h4')];
  assert.deepEqual(
    scale.map((each) => Math.round((each / text) * 100) / 100),
    [1.44, 1.2, 1],
  );
  assert.deepEqual(await stylesOf(page, '.prose p', 'lineHeight', 'textWrapStyle', 'hyphens'), [
    '32px',
    'pretty',
    'manual',
  ]);
  assert.deepEqual(await stylesOf(page, '.prose p', 'fontVariantNumeric'), [
    'oldstyle-nums proportional-nums',
  ]);
  assert.deepEqual(await stylesOf(page, '.prose td', 'fontVariantNumeric'), ['lining-nums tabular-nums']);
  await page.evaluate('document.documentElement.dataset.align = "justified"');
  assert.deepEqual(await stylesOf(page, '.prose p', 'textAlign', 'hyphens'), ['justify', 'auto']);
  await page.evaluate('document.documentElement.style.fontSize = "150%"');
  assert.ok((await size('.prose')) > text * 1.4, 'the text follows the size that the browser is set to');
});

test('faces: East Asian ones first on their pages and in their words, last elsewhere; what is chosen wins', async () => {
  const page = await book.newPage(desktop);
  await page.goto(everything);
  const face = async (selector: string) => (await stylesOf(page, selector, 'fontFamily'))[0] ?? '';
  assert.match(await face('.prose p'), /^Charter, .* serif, .*Noto Serif CJK SC/);
  const faces = [
    ['zh-Hans', /^"Songti SC"/],
    ['zh-Hant', /^"Songti TC"/],
    ['ja', /^"Hiragino Mincho ProN"/],
    ['ko', /^"Nanum Myeongjo"/],
    ['ar', /^"Noto Naskh Arabic"/],
  ] as const;
  for (const [language, first] of faces) {
    await page.evaluate(`document.querySelector('.prose p').lang = '${language}'`);
    assert.match(await face('.prose p'), first, language);
    await page.evaluate(`document.querySelector('.prose p').removeAttribute('lang')`);
    await page.evaluate(`document.documentElement.lang = '${language}'`);
    assert.match(await face('.prose p'), first, language);
    assert.deepEqual(await stylesOf(page, '.prose p', 'lineHeight'), ['36px'], language);
    await page.evaluate(
      `Object.assign(document.documentElement.dataset, { face: 'sans', leading: 'tight' })`,
    );
    assert.match(await face('.prose p'), /^system-ui/, language);
    assert.deepEqual(await stylesOf(page, '.prose p', 'lineHeight'), ['28px'], language);
    await page.evaluate(
      `for (const name of ['face', 'leading']) delete document.documentElement.dataset[name]`,
    );
  }
});

test('nothing is wider than the window: at 320 px, in the largest size, with long words and titles', async () => {
  const page = await book.newPage({ viewport: { width: 320, height: 640 } });
  const paths = ['', 'contents/', '404.html', 'one/', 'one/everything/', 'two/letters-b/', 'three/long/'];
  for (const path of [...paths, 'three/scripts/', 'tags/', 'tags/presses/']) {
    await page.goto(book.home + path);
    await page.evaluate('document.documentElement.dataset.size = "largest"');
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 320, path);
  }
});

test('a paragraph in Arabic inside a book that runs from left to right begins at the right', async () => {
  const page = await book.newPage(desktop);
  await page.goto(`${book.home}three/scripts/`);
  const ends = `[...document.querySelectorAll('.prose p')].map((paragraph) => {
    const text = document.createRange();
    text.selectNodeContents(paragraph);
    const [line, box] = [text.getClientRects()[0], paragraph.getBoundingClientRect()];
    return [line.left - box.left < 1, box.right - line.right < 1];
  })`;
  const [, arabic, greek] = await page.evaluate<readonly (readonly boolean[])[]>(ends);
  assert.deepEqual(arabic, [false, true]);
  assert.deepEqual(greek, [true, false]);
});

test('pictures say how large they are, and none is wider than the text', async () => {
  const page = await book.newPage(phone);
  await page.goto(everything);
  const pictures = `[...document.querySelectorAll('.prose img')].map((picture) =>
    [picture.getAttribute('width') > 0, picture.getAttribute('height') > 0, picture.offsetWidth <= picture.closest('.prose').clientWidth])`;
  assert.deepEqual(await page.evaluate(pictures), Array(2).fill([true, true, true]));
});
