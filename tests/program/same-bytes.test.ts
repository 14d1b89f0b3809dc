import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { generateBook } from '../../bench/generate-book.js';
import { repository } from '../house/source-files.js';
import { makeBook, makeFolder, readTree, spawnOctavo, writeFiles } from './run-octavo.js';

const clock = ['--clock', '2026-06-01'];

const chapters = {
  'content/_index.md':
    '---\ntitle: Bücher\ndate: 2026-01-01\n---\n\nÉtude — “already curly” and "straight".\n',
  'content/z.md': '---\ntitle: Ärger\n---\n\nA [link](part/ö.md#ein-wort).\n',
  'content/a.md': '---\ntitle: ärger\n---\n\n- [x] done\n',
  'content/part/ö.md':
    '---\ntitle: Zebra\ndate: 2026-03-01T23:30:00-08:00\n---\n\n## Ein Wort\n\nText[^1].\n\n[^1]: Note.\n',
  'content/part/i.md': '---\ntitle: I\ndate: 2026-03-01 00:30:00\n---\n\n| a | b |\n| - | - |\n| 1 | 2 |\n',
  'content/part/ı.md': '---\ntitle: ı\n---\n\n> [!NOTE]\n> A note.\n',
};

test('time zone and locale of the machine change no byte, the manifest included', (context) => {
  const book = makeBook(context, chapters);
  const environments = [
    { TZ: 'UTC', LC_ALL: 'C' },
    { TZ: 'America/Los_Angeles', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' },
    { TZ: 'Pacific/Kiritimati', LC_ALL: 'sv_SE.UTF-8', LANGUAGE: 'sv' },
  ];
  const [first, ...others] = environments.map((env, index) => {
    const run = spawnOctavo(book, ['build', '-d', `out${index}`, ...clock], env);
    assert.equal(run.code, 0, run.stderr);
    return readTree(join(book, `out${index}`));
  });
  for (const tree of others) assert.deepEqual(tree, first);
});

test('the order in which files were made changes no byte', (context) => {
  const reversed = Object.fromEntries(Object.entries(chapters).reverse());
  const trees = [chapters, reversed].map((files) => {
    const book = makeBook(context, files);
    spawnOctavo(book, ['build', ...clock]);
    return readTree(join(book, 'public'));
  });
  assert.deepEqual(trees[1], trees[0]);
});

test('a warm build gives what a cold one gives, after any edit', (context) => {
  const book = makeBook(context, chapters);
  spawnOctavo(book, ['build', ...clock]);
  const edited = { ...chapters, 'content/a.md': '---\ntitle: Anders\nweight: 3\n---\n\nEdited.\n' };
  const fresh = makeBook(context, edited);
  spawnOctavo(fresh, ['build', ...clock]);
  writeFiles(book, edited);
  const run = spawnOctavo(book, ['build', ...clock]);
  assert.equal(run.code, 0, run.stderr);
  assert.deepEqual(readTree(join(book, 'public')), readTree(join(fresh, 'public')));
});

test('both parsers give the same pages', (context) => {
  const book = makeFolder(context);
  generateBook({ chapters: 60, folder: book, mix: 'docs', partSize: 20 });
  const pages = (configuration: string, destination: string) => {
    writeFiles(book, { 'octavo.yaml': configuration });
    const run = spawnOctavo(book, ['build', '-d', destination, ...clock]);
    assert.equal(run.code, 0, run.stderr);
    const { '.octavo/manifest.json': _, ...rest } = readTree(join(book, destination));
    return rest;
  };
  const native = pages('markdown: { parser: satteri }\n', 'native');
  assert.ok(Object.keys(native).length > 60);
  assert.deepEqual(pages('markdown: { parser: remark }\n', 'remark'), native);
});

test('the manual is the same in every folder it is built from', (context) => {
  const folder = makeFolder(context);
  for (const destination of ['one', 'two']) {
    const run = spawnOctavo(folder, ['build', '-s', repository, '-d', join(folder, destination), ...clock]);
    assert.equal(run.code, 0, run.stderr);
  }
  assert.deepEqual(readTree(join(folder, 'two')), readTree(join(folder, 'one')));
});
