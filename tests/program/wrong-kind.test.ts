import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { makeBook, readTree, runOctavo } from './run-octavo.js';

const controls = ['\0', '\u0007', '\u001b'];
const chapter = { 'content/one.md': '---\ntitle: One\n---\n\nText.\n' };

/** How a book is spoilt, what is asked of it, the exit code, and what the message names. */
const cases: readonly {
  readonly what: string;
  readonly spoil: (book: string) => void;
  readonly argv: readonly string[];
  readonly code: number;
  readonly names: RegExp;
}[] = [
  {
    what: 'the destination is a file',
    spoil: (book) => writeFileSync(join(book, 'public'), ''),
    argv: ['build'],
    code: 1,
    names: /"public"/,
  },
  {
    what: 'the destination lies below a file',
    spoil: (book) => writeFileSync(join(book, 'file'), ''),
    argv: ['build', '-d', 'file/site'],
    code: 1,
    names: /file/,
  },
  {
    what: 'content is a file',
    spoil: (book) => {
      rmSync(join(book, 'content'), { recursive: true });
      writeFileSync(join(book, 'content'), '');
    },
    argv: ['build'],
    code: 1,
    names: /content/,
  },
  {
    what: 'the templates are a file',
    spoil: (book) => writeFileSync(join(book, 'templates'), ''),
    argv: ['build'],
    code: 1,
    names: /templates/,
  },
  {
    what: 'the static files are a link to nowhere',
    spoil: (book) => symlinkSync('nowhere', join(book, 'static')),
    argv: ['build'],
    code: 1,
    names: /static/,
  },
  {
    what: 'the configuration is a pipe',
    spoil: (book) => void execFileSync('mkfifo', [join(book, 'octavo.yaml')]),
    argv: ['build'],
    code: 1,
    names: /octavo\.yaml/,
  },
  {
    what: 'a book is made of a file',
    spoil: () => undefined,
    argv: ['init', 'book', '--from', 'content/one.md'],
    code: 2,
    names: /content\/one\.md/,
  },
  ...['build', 'serve', 'new', 'clean', 'tidy'].flatMap((words) => [
    {
      what: `the book of \`${words}\` is a file`,
      spoil: () => undefined,
      argv: [...words.split(' '), '-s', 'content/one.md'],
      code: 2,
      names: /"content\/one\.md" is a file/,
    },
    {
      what: `the book of \`${words}\` is nowhere`,
      spoil: () => undefined,
      argv: [...words.split(' '), '-s', 'content/one.md/book'],
      code: 2,
      names: /no folder "content\/one\.md\/book"/,
    },
  ]),
  {
    what: 'a book is begun below a file',
    spoil: () => undefined,
    argv: ['init', 'content/one.md/book'],
    code: 2,
    names: /"content\/one\.md" is a file/,
  },
];

for (const { what, spoil, argv, code, names } of cases) {
  test(`where ${what} that is named, and no fault of the program`, (context) => {
    const book = makeBook(context, chapter);
    spoil(book);
    const run = runOctavo(book, argv);
    assert.equal(run.code, code, run.stderr);
    assert.match(run.stderr, names);
    assert.doesNotMatch(run.stderr, /^ {4}at /m);
  });
}

test('a pipe among the chapters is no chapter', (context) => {
  const book = makeBook(context, chapter);
  execFileSync('mkfifo', [join(book, 'content/pipe.md')]);
  assert.equal(runOctavo(book, ['build']).code, 0);
});

test('a folder that has chapters keeps them, and gets none', (context) => {
  const book = makeBook(context, chapter);
  mkdirSync(join(book, 'content/part'));
  assert.equal(runOctavo(book, ['init', '.']).code, 0);
  assert.deepEqual(Object.keys(readTree(join(book, 'content'))), ['one.md']);
  assert.ok(existsSync(join(book, 'octavo.yaml')));
});

test('control characters of a head reach no file and no terminal', (context) => {
  const head = 'title: "One\\0 \\e]0;x\\a"\ntags: ["a\\0b"]\nc: "\\e[31m"\n';
  const book = makeBook(context, { 'content/one.md': `---\n${head}---\n\nText.\n` });
  const runs = [['build'], ['list'], ['list', '--json'], ['check'], ['why', 'one.md']].map((argv) =>
    runOctavo(book, argv),
  );
  for (const { stdout, stderr } of runs) assert.doesNotMatch(stdout + stderr, /(?![\t\n])\p{Cc}/u);
  const site = Object.entries(readTree(join(book, 'public')));
  const spoilt = site.filter(
    ([path, text]) => /\.(?:html|xml|js)$/.test(path) && controls.some((sign) => text.includes(sign)),
  );
  assert.deepEqual(
    spoilt.map(([path]) => path),
    [],
  );
});
