import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { makeBook, readTree, runOctavo } from './run-octavo.js';

const part = (letter: string, weight: number, title = 'The Long Chapter') =>
  `---\nheading: Chapter 14${letter}\n# a part\ntitle: ${title}\nweight: ${weight}\ndate: 2025-10-13\nc: "darkslategray"\n---\n\nText ${letter}.\n`;

function lettered(context: TestContext): string {
  return makeBook(context, {
    'content/book/chapter-14e.md': part('e', 327),
    'content/book/chapter-14f.md': part('f', 328),
    'content/book/_index.md': '---\ntitle: The Book\n---\n',
  });
}

const read = (book: string, file: string) => readFileSync(join(book, 'content', file), 'utf8');

test('new goes on with a lettered chapter: weight, heading, title, colour, name', (context) => {
  const book = lettered(context);
  const run = runOctavo(book, ['new']);
  assert.equal(run.code, 0, run.stderr);
  assert.equal(run.stdout, 'content/book/chapter-14g.md  Chapter 14g · The Long Chapter, weight 329\n');
  const today = new Date().toISOString().slice(0, 10);
  assert.equal(
    read(book, 'book/chapter-14g.md'),
    `---\nheading: Chapter 14g\ntitle: The Long Chapter\nweight: 329\ndate: ${today}\nc: darkslategray\n---\n\n`,
  );
  assert.equal(runOctavo(book, ['check', '--fail-on', 'advice']).code, 0);
});

test('--chapter begins the next one, with its own title', (context) => {
  const book = lettered(context);
  const run = runOctavo(book, ['new', '--chapter', '--title', 'A New Start: "Yes"']);
  assert.equal(run.stdout, 'content/book/chapter-15.md  Chapter 15 · A New Start: "Yes", weight 329\n');
  assert.match(read(book, 'book/chapter-15.md'), /^title: "A New Start: \\"Yes\\""$/m);
  assert.doesNotMatch(read(book, 'book/chapter-15.md'), /^c:/m);
});

test('--after makes room by the least number of neighbours, shown first; only their weights change', (context) => {
  const book = lettered(context);
  const named = runOctavo(book, ['new', '--after', '14e', '--dry-run']).stdout;
  assert.match(named, /^content\/book\/chapter-14f-the-long-chapter\.md /m, 'chapter-14f.md is taken');
  assert.equal(runOctavo(book, ['new', 'book/chapter-14f.md']).code, 1, 'nothing is overwritten');
  const run = runOctavo(book, ['new', 'book/between.md', '--after', 'Chapter 14e', '--title', 'Between']);
  assert.equal(run.code, 0, run.stderr);
  assert.equal(
    run.stdout,
    '  content/book/chapter-14f.md  weight 328 → 329\ncontent/book/between.md  Chapter 14f · Between, weight 328\n',
  );
  assert.match(run.stderr, /content\/book\/chapter-14f\.md is "Chapter 14f" already/);
  assert.equal(read(book, 'book/chapter-14f.md'), part('f', 329));
});

test('roman numerals, bare numbers and names after titles go on as they are', (context) => {
  const book = makeBook(context, {
    'content/one/the-ink.md': '---\nheading: Part IX\ntitle: The Ink\nweight: 10\n---\n',
    'content/two/07-the-press.md': '---\nheading: "7"\ntitle: The Press\nweight: 70\n---\n',
    'content/two/06-the-case.md': '---\nheading: "6"\ntitle: The Case\nweight: 60\n---\n',
    'content/three/a/index.md': '---\ntitle: A\nweight: 1\n---\n',
  });
  const made = (...argv: readonly string[]) => runOctavo(book, ['new', ...argv]).stdout;
  assert.equal(made('one', '--title', 'The Oil'), 'content/one/the-oil.md  Part X · The Oil, weight 20\n');
  assert.equal(made('two/', '--title', 'The Bar'), 'content/two/08-the-bar.md  8 · The Bar, weight 80\n');
  assert.equal(made('content/three', '--title', 'B'), 'content/three/b/index.md  B, weight 2\n');
  assert.equal(made('four/x.md', '--title', 'X').split('  ')[0], 'content/four/x.md');
});

test("the book's own archetype is filled in, its comments and keys kept", (context) => {
  const book = makeBook(context, {
    'content/one.md': '---\ntitle: One\nweight: 10\n---\n',
    'templates/archetypes/scene.md':
      '+++\n# to be written\ntitle = \'\'\nplace = "here"\n+++\n\nIn which …\n',
  });
  const run = runOctavo(book, ['new', '--kind', 'scene', '--title', 'Two']);
  assert.equal(run.code, 0, run.stderr);
  assert.match(
    read(book, 'two.md'),
    /^\+\+\+\n# to be written\ntitle = 'Two'\nplace = "here"\nweight = 20\ndate = \d{4}-\d\d-\d\d\n\+\+\+\n\nIn which …\n$/,
  );
  assert.equal(runOctavo(book, ['new', '--kind', 'none']).code, 2);
  assert.equal(runOctavo(book, ['build']).code, 0, 'archetypes are no templates');
});

test('nothing is overwritten, nothing written outside, and a broken book is left alone', (context) => {
  const book = lettered(context);
  const before = readTree(book);
  assert.equal(runOctavo(book, ['new', 'book/chapter-14e.md']).code, 1);
  assert.equal(runOctavo(book, ['new', '../out.md']).code, 2);
  assert.equal(runOctavo(book, ['new', '--after', 'Chapter 99']).code, 2);
  assert.equal(runOctavo(book, ['new', '--after', '14e', '--before', '14f']).code, 2);
  const elsewhere = runOctavo(book, ['new', 'other/x.md', '--after', '14e']);
  assert.equal(elsewhere.code, 2);
  assert.match(elsewhere.stderr, /"14e" is in content\/book\/, not in content\/other\//);
  assert.deepEqual(readTree(book), before);
  const broken = makeBook(context, { 'content/one.md': '---\nweight: x\n---\n' });
  assert.equal(runOctavo(broken, ['new']).code, 1);
});

test('the first chapter of an empty book, piped: no title is asked for', (context) => {
  const book = makeBook(context, { 'content/.gitkeep': '' });
  const run = runOctavo(book, ['new']);
  assert.equal(run.code, 0, run.stderr);
  assert.equal(run.stdout, 'content/chapter.md  weight 10\n');
  assert.match(run.stderr, /It has no title yet/);
});

test('--edit opens the new file in $EDITOR', (context) => {
  const book = lettered(context);
  const run = runOctavo(book, ['new', '--edit'], { EDITOR: 'echo edited', VISUAL: '' });
  assert.match(run.stdout, /edited .*content\/book\/chapter-14g\.md/);
  const none = runOctavo(book, ['new', '--edit'], { EDITOR: 'no-such-editor', VISUAL: '' });
  assert.match(none.stderr, /octavo: no-such-editor cannot be started: there is no such program\.\n$/);
});

test('a part goes behind the last one, with the next heading and name; by a path, or by its title', (context) => {
  const book = makeBook(context, {
    'content/part-1/_index.md': '---\nheading: Part I\ntitle: First\nweight: 100\n---\n',
    'content/part-1/a.md': '---\ntitle: A\n---\n',
    'content/part-2/_index.md': '---\nheading: Part II\ntitle: Second\nweight: 200\n---\n',
    'content/epilogue.md': '---\ntitle: Epilogue\nweight: 900\n---\n',
  });
  const named = runOctavo(book, ['new', 'part-3/_index.md', '--title', 'Third']);
  assert.equal(named.stdout, 'content/part-3/_index.md  Part III · Third, weight 550\n', named.stderr);
  const titled = runOctavo(book, ['new', '--part', 'Fourth']);
  assert.equal(titled.stdout, 'content/part-4/_index.md  Part IV · Fourth, weight 725\n', titled.stderr);
  const inner = runOctavo(book, ['new', 'part-1', '--part', 'Within', '--dry-run']);
  assert.match(inner.stdout, /^content\/part-1\/within\/_index\.md /m);
  assert.equal(runOctavo(book, ['new', 'nowhere', '--part', 'X']).code, 2);
});

test('new content PATH is new PATH, and the name is the title where none is given', (context) => {
  const book = makeBook(context, { 'content/a.md': '---\ntitle: A\n---\n' });
  assert.equal(runOctavo(book, ['new', 'content', 'posts/the-ink-room.md']).code, 0);
  assert.match(read(book, 'posts/the-ink-room.md'), /^title: The Ink Room$/m);
});

test('a fault elsewhere stops no command; one beside the new chapter does', (context) => {
  const bad = '---\ntitle: Bad\ndate: 2025-99-99\n---\n';
  const book = makeBook(context, {
    'content/w/_index.md': '---\ntitle: W\n---\n',
    'content/w/chapter-01.md': '---\nheading: Chapter 1\ntitle: Ferns\nweight: 2\n---\n',
    'content/v/_index.md': '---\ntitle: V\n---\n',
    'content/v/bad.md': bad,
  });
  for (const words of [
    ['new', 'w', '--title', 'Mosses'],
    ['renumber', 'w'],
    ['why', 'content/w/chapter-01.md'],
    ['tidy'],
    ['move', 'content/w/chapter-01.md', '--after', 'content/w/chapter-02-mosses.md'],
  ]) {
    const run = runOctavo(book, words);
    assert.equal(run.code, 0, `${words.join(' ')}: ${run.stderr}`);
  }
  const beside = runOctavo(book, ['new', 'v']);
  assert.equal(beside.code, 1);
  assert.match(beside.stderr, /content\/v\/bad\.md:3/);
});

test('a name that no build takes is refused before anything is written', (context) => {
  const book = lettered(context);
  const before = readTree(book);
  for (const name of ['con.md', 'book/NUL.fr.md', 'aux/one.md', 'a:b.md', 'why?', 'end./one.md'])
    assert.match(refuse(book, name), /Windows does not allow/, name);
  for (const name of ['.hidden.md', 'book/#lock.md', '.d/one.md', 'old~/one.md'])
    assert.match(refuse(book, name), /no build reads/, name);
  for (const name of ['bell\u0007.md', 'two\nlines.md'])
    assert.match(refuse(book, name), /no name of a file/);
  assert.deepEqual(readTree(book), before);
});

function refuse(book: string, name: string): string {
  const run = runOctavo(book, ['new', name]);
  assert.equal(run.code, 2, name);
  return run.stderr;
}

test('a title that no file may be named after gives the file a number', (context) => {
  const book = makeBook(context, { 'content/_index.md': '---\ntitle: Book\n---\n' });
  assert.match(runOctavo(book, ['new', '--title', 'Con']).stdout, /^content\/con-2\.md /m);
  assert.equal(runOctavo(book, ['build']).code, 0);
});

test('a name of the longest length is written, one that is longer refused, and the book is as before', (context) => {
  const book = lettered(context);
  assert.equal(runOctavo(book, ['new', `${'n'.repeat(252)}.md`]).code, 0);
  const before = readTree(book);
  const run = runOctavo(book, ['new', `${'é'.repeat(130)}.md`]);
  assert.equal(run.code, 1);
  assert.match(run.stderr, /edit\/cannot-write/);
  assert.deepEqual(readTree(book), before);
  assert.equal(runOctavo(book, ['build']).code, 0, 'nothing is left that stands in the way');
});
