import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wcagContrast } from 'culori';
import type { Page } from 'playwright-core';
import { openGallery } from './open-book.js';

const book = await openGallery();
const letters = `${book.home}two/letters-b/`;

/** A property of the first element that a selector finds, as the browser computes it. */
const styleOf = (page: Page, selector: string, name: string) =>
  page.evaluate<string>(`getComputedStyle(document.querySelector('${selector}'))['${name}']`);

/** The colour that the browser takes for one of the system's, `CanvasText` for instance. */
const systemColour = (page: Page, name: string) =>
  page.evaluate<string>(`((probe) => {
    probe.style.cssText = 'forced-color-adjust: none; color: ${name}';
    document.body.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  })(document.createElement('i'))`);

test('more contrast: text, lines and accents in at least 7 : 1, on every paper', async () => {
  const page = await book.newPage({ contrast: 'more' });
  // Accents of a light colour, a dark one, and one in between.
  for (const path of ['three/scripts/', 'one/everything/', 'two/letters-b/']) {
    await page.goto(book.home + path);
    for (const paper of ['light', 'sepia', 'dark', 'black']) {
      await page.evaluate(`document.documentElement.dataset.paper = '${paper}'`);
      const background = await styleOf(page, 'html', 'backgroundColor');
      const small = ['.prose .alert-title', '.prose [class*="hljs-"]'];
      const colours = [
        ...(await page.evaluate<readonly string[]>(
          `${JSON.stringify(small)}.flatMap((part) => [...document.querySelectorAll(part)]).map((part) => getComputedStyle(part).color)`,
        )),
        await styleOf(page, '.turn a', 'borderTopColor'),
        ...(await Promise.all(
          ['.prose p', '.page-place', '.turn-way', '.turn-heading'].map((part) =>
            styleOf(page, part, 'color'),
          ),
        )),
      ];
      for (const colour of colours) {
        assert.ok(wcagContrast(colour, background) >= 7, `${path} ${paper}: ${colour} on ${background}`);
      }
    }
  }
});

test("forced colours: the system's alone, and what is chosen or current is still told apart", async () => {
  const page = await book.newPage({ forcedColors: 'active', viewport: { width: 1440, height: 900 } });
  await page.goto(letters);
  await page.evaluate(`document.documentElement.dataset.paper = 'sepia'`);
  const [canvas, text] = [await systemColour(page, 'Canvas'), await systemColour(page, 'CanvasText')];
  assert.equal(await styleOf(page, 'html', 'backgroundColor'), canvas);
  assert.equal(await styleOf(page, '.prose p', 'color'), text);
  const selected = await systemColour(page, 'SelectedItem');
  assert.equal(await styleOf(page, '.page-head .pieces a[aria-current]', 'backgroundColor'), selected);
  assert.notEqual(await styleOf(page, '.page-head .pieces a', 'backgroundColor'), selected);
  await page.keyboard.press('a');
  const outlines = ['.panel :checked + span', '.panel input:not(:checked) + span'].map((part) =>
    styleOf(page, part, 'outlineStyle'),
  );
  assert.deepEqual(await Promise.all(outlines), ['solid', 'none']);
  await page.goto(`${book.home}one/everything/`);
  const borders = ['.contents a[aria-current]', '.contents a:not([aria-current])'].map((part) =>
    styleOf(page, part, 'borderInlineStartColor'),
  );
  assert.notEqual(await borders[0], canvas);
  assert.equal(await borders[1], canvas);
});

test('reduced motion: pages turn at once; else one is faded into the other', async () => {
  for (const reducedMotion of ['reduce', 'no-preference'] as const) {
    const page = await book.newPage({ reducedMotion });
    await page.addInitScript(
      `addEventListener('pagereveal', ({ viewTransition }) => { document.title = viewTransition ? 'fades' : 'at once' })`,
    );
    await page.goto(letters);
    await Promise.all([page.waitForURL(/letters-c/), page.locator('.turn-next').click()]);
    assert.equal(await page.title(), reducedMotion === 'reduce' ? 'at once' : 'fades');
    const moves = `[...document.querySelectorAll('*')].filter((element) => {
      const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
      return animationName !== 'none' || !/^0s(, 0s)*$/.test(transitionDuration) || scrollBehavior !== 'auto';
    }).length`;
    assert.equal(await page.evaluate(moves), 0);
  }
});
