import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { openBook } from './open-book.js';

/** What has become markup or script somewhere, in pieces that are put together by chance. */
const pieces = [
  ...[
    '<img src=x onerror="hit()">',
    '<svg/onload=hit()>',
    '<script>hit()</script>',
    '</script>',
    '</mark>',
    '<b>',
  ],
  ...[
    '"',
    "'",
    '`',
    '\\',
    '&lt;i&gt;',
    '&#60;',
    '-->',
    '<!--',
    ']]>',
    '{{ hit() }}',
    '%3Cb%3E',
    '\u2028',
    '\t',
  ],
  ...['javascript:hit()', '" onfocus="hit()" x="', 'octavoSearch("n0","")', '[x](javascript:hit())', 'word'],
];
const hostile = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 })
  .map((list) => list.join(' '));
const chapters = fc.sample(fc.tuple(hostile, hostile, hostile, hostile, hostile), { numRuns: 20, seed: 7 });

const root = mkdtempSync(join(tmpdir(), 'octavo-hostile-'));
after(() => rmSync(root, { recursive: true, force: true }));
mkdirSync(join(root, 'content'));
writeFileSync(join(root, 'octavo.yaml'), 'title: Hostile\n');
chapters.forEach(([heading, title, section, text], number) => {
  const head = JSON.stringify({ heading, title: `${title} found${number}`, weight: number + 1 });
  const code = (value: string) =>
    `\`\`\`\`\`\` ${value.replaceAll('`', '').replaceAll('\t', ' ')} \`\`\`\`\`\``;
  const body = `## ${code(section)} below\n\n${code(text)} and here${number}\n`;
  writeFileSync(join(root, `content/${number}.md`), `---\n${head}\n---\n\n${body}`);
});
const book = await openBook(root, '/');

/** The elements that results are made of. */
const ours = ['A', 'B', 'LI', 'MARK', 'SPAN'];

test('whatever stands in a title, a heading, a text or a query, none of it becomes markup', async () => {
  const page = await book.newPage();
  await page.addInitScript('globalThis.hits = 0; globalThis.hit = () => { hits += 1; }');
  await page.goto(`${book.home}0/`);
  await page.keyboard.press('/');
  const field = page.getByRole('searchbox');
  for (const [number, [, , , , query]] of chapters.entries()) {
    // The query itself may find anything or nothing; the name of its chapter is found.
    await field.fill(query);
    await page.waitForURL((url) => (url.searchParams.get('q') ?? '') === query.trim());
    await field.fill(`here${number}`);
    await page
      .locator('.search-results a', { hasText: `here${number}` })
      .first()
      .waitFor();
    const names = await page.evaluate<string[]>(
      "[...new Set([...document.querySelectorAll('.search-results *')].map(({ tagName }) => tagName))]",
    );
    assert.deepEqual(
      names.filter((name) => !ours.includes(name)),
      [],
      query,
    );
  }
  assert.equal(await page.evaluate('hits'), 0);
});

test('nor of a query in an address, nor of what is to be marked', async () => {
  const page = await book.newPage();
  await page.addInitScript('globalThis.hits = 0; globalThis.hit = () => { hits += 1; }');
  for (const [, , , , query] of chapters.slice(0, 8)) {
    const given = encodeURIComponent(query);
    await page.goto(`${book.home}1/?q=${given}&mark=${given}&mark=word#${given}`);
    // Of a query without words nothing is said; the order can be chosen once the index is there.
    await page.locator('.search-tools select').first().waitFor();
    assert.equal(await page.getByRole('searchbox').inputValue(), query);
  }
  // What is not found is named, on the screen and to screen readers.
  await page.getByRole('searchbox').fill('<zzqx>yyqx');
  for (const place of ['.search-status', '.search-live'])
    await page
      .locator(place, { hasText: 'Nothing was found for “<zzqx>yyqx”.' })
      .waitFor({ state: 'attached' });
  assert.equal(await page.locator('.search-status *, .search-live *').count(), 0);
  assert.equal(await page.evaluate('hits'), 0);
});
