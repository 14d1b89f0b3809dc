import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findTemplate } from '../../src/pages/lookup.js';
import { type ChapterSketch, makeContext } from './make-site.js';

function find(names: readonly string[], sketch: ChapterSketch, key = '/part-1/a') {
  const { book } = makeContext({ [key]: sketch });
  const page = book.pages[key];
  assert.ok(page);
  return findTemplate(page, new Set(names));
}

const all = [
  'page.html',
  'section.html',
  'part-1/page.html',
  'essay/page.html',
  'wide.html',
  'essay/wide.html',
];

test('the kind’s template, first in the folder of the section', () => {
  assert.equal(find(all, {}).value, 'part-1/page.html');
  assert.equal(find(['page.html'], {}).value, 'page.html');
  assert.equal(find(all, {}, '/a').value, 'page.html');
  assert.equal(find(all, { page: { kind: 'section' } }).value, 'section.html');
});

test('type stands for the section, layout for the kind', () => {
  assert.equal(find(all, { frontMatter: { type: 'essay' } }).value, 'essay/page.html');
  assert.equal(find(all, { frontMatter: { layout: 'wide' } }).value, 'wide.html');
  assert.equal(find(all, { frontMatter: { layout: 'wide', type: 'essay' } }).value, 'essay/wide.html');
});

test('a layout that does not exist is reported at its key', () => {
  const places = { layout: { file: 'content/part-1/a.md', line: 4, column: 9 } };
  const { value, diagnostics } = find(all, { frontMatter: { layout: 'wyde' }, places });
  assert.equal(value, 'part-1/page.html');
  assert.equal(diagnostics.length, 1);
  assert.equal(diagnostics[0]?.code, 'template/missing-layout');
  assert.deepEqual([diagnostics[0]?.line, diagnostics[0]?.column], [4, 9]);
  assert.match(diagnostics[0]?.message ?? '', /part-1\/wyde\.html or wyde\.html/);
  assert.match(diagnostics[0]?.hint ?? '', /"wide"/);
});

test('a chapter cannot choose a partial or a path', () => {
  for (const layout of ['partials/head', '../page', 'essay/page']) {
    const { diagnostics } = find([...all, 'partials/head.html'], { frontMatter: { layout } });
    assert.equal(diagnostics[0]?.code, 'template/missing-layout', layout);
  }
});
