import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSameText } from '../../src/mend/prove-rewrite.js';
import { readPage } from '../../src/mend/read-page.js';

const text = (source: string, html: string | null, faults = 0) => ({
  source,
  proofed: { findings: [], offsetAt: () => 0, faults, page: html === null ? null : readPage(html) },
});

test('a text may lose on its page what is gone from its source, and nothing else', () => {
  const before = text('[[ink|that ink]]', '<p>[[ink|that ink]]</p>');
  assert.ok(isSameText(before, text('[that ink](ink.md)', '<p><a href="/ink/">that ink</a></p>')));
  assert.ok(!isSameText(before, text('[that ink](ink.md)', '<p><a href="/ink/">that</a></p>')));
  const note = text('!!! note\n    b', '<p>!!! note</p><pre>b</pre>');
  assert.ok(isSameText(note, text('> [!NOTE]\n> b', '<aside><p>Note</p><p>b</p></aside>')));
  assert.ok(!isSameText(note, text('> [!NOTE]\n> b', '<aside><p>Note</p></aside>')));
  const kept = text('[[a]] [b](c.md)', '<p>[[a]] <a href="/c/">b</a> c</p>');
  assert.ok(!isSameText(kept, text('[a](a.md) [b](c.md)', '<p><a href="/a/">a</a> <a href="/c/">b</a></p>')));
});

test('a page with new faults, or none at all, is not what it was', () => {
  const before = text('[[a]]', '<p>[[a]]</p>');
  assert.ok(!isSameText(before, text('[a](a.md)', '<p>a</p>', 1)));
  assert.ok(!isSameText(before, text('[a](a.md)', null)));
});
