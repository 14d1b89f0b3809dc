import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PageChange } from '../../src/check/page-change.js';
import { applyEdits } from '../../src/editing/text-edit.js';
import { isAnnounced, type Mend, proveMends } from '../../src/mend/prove-mends.js';
import { readPage } from '../../src/mend/read-page.js';

const place = { file: 'content/x.md', line: 1 };

/** Mends each `from` of a text to `to`; the finding is gone where no `from` is left. */
function prove(text: string, from: string, to: string, change: PageChange, render: (text: string) => string) {
  const find = (written: string): readonly Mend[] =>
    [...written.matchAll(new RegExp(from, 'g'))].map(({ index }) => ({
      diagnostic: { code: 'text/x', severity: 'warning', message: from, ...place, column: index + 1 },
      fix: [{ start: index, end: index + from.length, text: to }],
      change,
    }));
  return proveMends(
    text,
    find(text),
    (edits) => applyEdits(text, edits),
    (candidate) => ({
      findings: find(candidate),
      offsetAt: (_, column) => column - 1,
      faults: 0,
      page: readPage(render(candidate)),
    }),
  );
}

test('a mend is made where the page is what was announced', () => {
  const { text, made } = prove('a-b-c', '-', '+', { lost: '-', won: '+' }, (written) => `<p>${written}</p>`);
  assert.equal(text, 'a+b+c');
  assert.equal(made.length, 2);
});

test('of many mends the one that does more than it said is left out, and the others are made', () => {
  const spoil = (written: string) => `<p>${written}</p>${written.includes('c+d') ? '<hr>' : ''}`;
  const { text, made, refused } = prove('a-b-c-d-e', '-', '+', { lost: '-', won: '+' }, spoil);
  assert.equal(text, 'a+b+c-d+e');
  assert.deepEqual([made.length, refused.length], [3, 1]);
});

test('a mend behind which its finding is still there is not made', () => {
  const { text, refused } = prove('a-b', '-', '--', { won: '-' }, (written) => `<p>${written}</p>`);
  assert.equal(text, 'a-b');
  assert.equal(refused.length, 1);
});

test('a page says its letters in order, and counts elements and addresses', () => {
  const said = (before: string, after: string, change: PageChange) =>
    isAnnounced(readPage(before), readPage(after), [change]);
  assert.ok(said('<p>“a” – b…</p>', '<p>"a" -- b...</p>', {}), 'quotes, dashes and dots are as typed');
  assert.ok(!said('<p>a b</p>', '<p>b a</p>', {}), 'the order counts');
  assert.ok(!said('<p>a</p>', '<p>a</p><p></p>', {}));
  assert.ok(!said('<a href="x">a</a>', '<a href="y">a</a>', {}));
  const list: PageChange = { lost: '••', elements: { p: [-1, 0], ul: [0, 1], li: [2, 2] } };
  assert.ok(said('<p>•a\n•b</p>', '<ul><li>a</li><li>b</li></ul>', list));
  assert.ok(!said('<p>•a\n•b</p>', '<ul><li>a b</li></ul>', list), 'two items were announced');
});
