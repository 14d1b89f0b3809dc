import assert from 'node:assert/strict';
import { test } from 'node:test';
import { colorsNamed, wcagContrast } from 'culori';
import fc from 'fast-check';
import type { Page } from '../../../src/model/book.js';
import { computeAccent, createAccents, PAPERS } from '../../../src/pages/theme/accent.js';
import { draws } from '../../support/draws.js';
import { makeContext } from '../make-site.js';

const papers = ['light', 'sepia', 'dark', 'black'] as const;

function assertReadable(colour: string): void {
  const accent = computeAccent(colour);
  assert.ok(accent, colour);
  for (const paper of papers) {
    assert.match(accent[paper], /^#[0-9a-f]{6}$/);
    const contrast = wcagContrast(accent[paper], PAPERS[paper]);
    assert.ok(contrast >= 4.5, `${colour} on ${paper}: ${accent[paper]} has ${contrast}`);
  }
}

test('every named colour is readable on every paper', () => {
  const names = Object.keys(colorsNamed);
  assert.equal(names.length, 148);
  for (const name of names) assertReadable(name);
});

test('so are a thousand others', () => {
  const channel = fc.integer({ min: 0, max: 255 });
  const rgb = fc.tuple(channel, channel, channel).map((rgb) => `rgb(${rgb.join(' ')})`);
  fc.assert(fc.property(rgb, assertReadable), draws(200));
});

test('a colour that is readable stays, one that is not keeps its hue', () => {
  assert.equal(computeAccent('darkslategray')?.light, '#2f4f4f');
  assert.equal(computeAccent('darkslategray')?.dark, '#688a89');
  assert.equal(computeAccent('yellow')?.light, '#767600');
  assert.equal(computeAccent('navy')?.dark, '#4a7ef5');
});

test('every form of CSS colour is one; transparency does not count', () => {
  for (const colour of [
    '#abc',
    '#a0b0c0',
    'RebeccaPurple',
    'hsl(120 50% 30%)',
    'oklch(60% 0.3 20)',
    'lab(50 20 30)',
  ]) {
    assertReadable(colour);
  }
  assert.deepEqual(computeAccent('#ff000080'), computeAccent('#ff0000'));
});

test('what is no colour has no accent', () => {
  const none = [
    '',
    'bad',
    '2f4f4f',
    'tael',
    'red;}</style><script>',
    'var(--x)',
    'url(x)',
    'currentColor',
    'expression(1)',
  ];
  for (const colour of none) assert.equal(computeAccent(colour), null, colour);
});

test('a word that is no colour is reported at its key, with the nearest', () => {
  const places = { color: { file: 'content/a.md', line: 3, column: 8, length: 4 } };
  const { book } = makeContext({ '/a': { frontMatter: { accent: 'dark slategrey1' }, places } });
  const [diagnostic, ...rest] = createAccents().check(book.pages['/a'] as Page);
  assert.deepEqual(rest, []);
  assert.equal(diagnostic?.code, 'accent/unknown-colour');
  assert.equal(diagnostic.severity, 'warning');
  assert.deepEqual([diagnostic.file, diagnostic.line, diagnostic.column], ['content/a.md', 3, 8]);
  assert.match(diagnostic.hint ?? '', /"darkslategrey"/);
});
