import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readChapters } from '../../src/chapters/read-chapters.js';
import { makeFile } from './chapter.js';

function read(files: Readonly<Record<string, string>>, fromSite: unknown = null) {
  const loaded = Object.entries(files).map(([path, head]) => makeFile(`---\n${head}\n---\nText.\n`, path));
  const cascade = fromSite === null ? null : { value: fromSite, place: { file: 'octavo.yaml', line: 7 } };
  const { value, diagnostics } = readChapters(loaded, { cascade });
  const found = diagnostics.map(({ code, file, line }) => `${code} ${file}:${line}`);
  return { chapters: Object.fromEntries(value.map((chapter) => [chapter.path, chapter])), found };
}

test('a fault in a value that cascades is reported once, where it is written', () => {
  const { found } = read({
    '_index.md': 'title: Home\ncascade:\n  weight: many',
    'a.md': 'title: A',
    'b.md': 'title: B',
  });
  assert.deepEqual(found, ['front-matter/invalid-weight content/_index.md:3']);
});

test('a fault in the cascade of the configuration is reported there', () => {
  const files = { 'a.md': 'title: A', 'b.md': 'title: B' };
  const faults = { weight: 'many' };
  assert.deepEqual(read(files, faults).found, ['front-matter/invalid-weight octavo.yaml:7']);
  assert.deepEqual(read(files, 3).found, ['front-matter/invalid-type octavo.yaml:7']);
  const nowhere = [{ target: { paths: '/a' }, mood: 'x' }];
  assert.deepEqual(read(files, nowhere).found, ['front-matter/invalid-target octavo.yaml:7']);
});

test('a target that is none reaches nobody', () => {
  for (const target of ['{paths: /a}', '{path: "/a{"}', '{kind: [page]}', 'page']) {
    const { chapters, found } = read({ 'a.md': `title: A\ncascade: {mood: x, target: ${target}}` });
    assert.deepEqual(found, ['front-matter/invalid-target content/a.md:3'], target);
    assert.equal(chapters['a.md']?.params['mood'], undefined);
  }
});

test('a cascade is a group of keys, or a list of them', () => {
  for (const written of ['[1]', 'text', '3']) {
    const { found } = read({ 'a.md': `title: A\ncascade: ${written}` });
    assert.deepEqual(found, ['front-matter/invalid-type content/a.md:3'], written);
  }
});

test('what cascades has the place where it is written, for whatever goes wrong with it later', () => {
  const { chapters } = read({ 'p/_index.md': 'title: P\ncascade:\n  layout: poster', 'p/a.md': 'title: A' });
  assert.equal(chapters['p/a.md']?.places['layout']?.file, 'content/p/_index.md');
});

test('a chapter whose head cannot be read gets nothing', () => {
  const { chapters } = read({ 'a.md': 'title: [' }, { draft: true });
  assert.equal(chapters['a.md']?.frontMatter.draft, false);
});

test('a target may ask for the environment', () => {
  const text = '---\ntitle: A\ncascade: {draft: true, target: {environment: "stag*"}}\n---\n';
  const draftIn = (environment: string) =>
    readChapters([makeFile(text)], { environment }).value[0]?.frontMatter.draft;
  assert.deepEqual([draftIn('staging'), draftIn('production')], [true, false]);
});
