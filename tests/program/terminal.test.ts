import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { makeBook, readTree, runOctavo } from './run-octavo.js';
import { hasTerminal, runOnTerminal } from './run-on-terminal.js';

const skip = hasTerminal ? false : 'there is no `script` to make a terminal with';

const makeChapters = (context: TestContext) =>
  makeBook(context, {
    'content/c1.md': '---\nheading: Chapter 1\ntitle: One\nweight: 1\n---\n',
    'content/c2.md': '---\nheading: Chapter 2\ntitle: Two\nweight: 2\n---\n',
  });

test('on a terminal the title is asked for', { skip }, async (context) => {
  const book = makeChapters(context);
  const run = await runOnTerminal(book, ['new'], ['The Ink\r']);
  assert.equal(run.code, 0);
  assert.match(
    run.stdout,
    /^Title of Chapter 3: The Ink\ncontent\/c3\.md {2}Chapter 3 · The Ink, weight 3\n$/,
  );
});

test('other chapters are changed after a yes, or Enter; a no, and the end of the input, leave all as it is', {
  skip,
}, async (context) => {
  const book = makeChapters(context);
  const before = readTree(book);
  const argv = ['new', '--after', '1', '--title', 'Between'];
  const table = '  content/c2.md  weight 2 → 3\nChange this chapter, too? [Y/n] ';
  for (const keys of ['n\r', 'what?\r', '\u0004']) {
    const run = await runOnTerminal(book, argv, [keys]);
    assert.equal(run.code, 0);
    assert.ok(run.stdout.startsWith(table), run.stdout);
    assert.match(run.stdout, /Nothing was written\.\n$/);
    assert.deepEqual(readTree(book), before);
  }
  const run = await runOnTerminal(book, argv, ['\r']);
  assert.match(run.stdout, /content\/c2-between\.md {2}Chapter 2 · Between, weight 2\n/);
  assert.match(readTree(book)['content/c2.md'] ?? '', /weight: 3\n/);
});

test('an interrupt at a question ends the program, and nothing is written', { skip }, async (context) => {
  const book = makeChapters(context);
  const before = readTree(book);
  const run = await runOnTerminal(book, ['new'], ['\u0003']);
  assert.equal(run.code, 130);
  assert.deepEqual(readTree(book), before);
});

test('piped, nothing is asked: neighbours make room, and are shown', (context) => {
  const run = runOctavo(makeChapters(context), ['new', '--after', '1', '--title', 'X']);
  assert.deepEqual([run.code, run.stdout.split('\n')[0]], [0, '  content/c2.md  weight 2 → 3']);
});

test('a chapter leaves its volume after a yes; Enter leaves it there', { skip }, async (context) => {
  const book = makeBook(context, {
    'octavo.yaml': 'volumes: [tides, nets]\n',
    'content/tides/_index.md': '---\ntitle: Tides\nweight: 1\n---\n',
    'content/tides/one.md': '---\ntitle: The Mark\nweight: 1\n---\nText.\n',
    'content/nets/_index.md': '---\ntitle: Nets\nweight: 2\n---\n',
  });
  const before = readTree(book);
  const argv = ['move', 'tides/one.md', '--into', 'nets', '--write'];
  const kept = await runOnTerminal(book, argv, ['\r']);
  assert.match(
    kept.stdout,
    /leaves the volume "Tides" for "Nets"\. Move it\? \[y\/N\] \nNothing was written\.\n$/,
  );
  assert.deepEqual([kept.code, readTree(book)], [0, before]);
  const moved = await runOnTerminal(book, argv, ['y\r']);
  assert.equal(moved.code, 0);
  assert.ok('content/nets/one.md' in readTree(book), moved.stdout);
});
