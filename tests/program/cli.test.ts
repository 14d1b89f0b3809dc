import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { test } from 'node:test';
import { generateBook } from '../../bench/generate-book.js';
import { makeBook, makeFolder, program, readTree, spawnOctavo } from './run-octavo.js';

const small = { 'content/one.md': '---\ntitle: One\n---\n\nText.\n' };

test('without a command the help is shown and the usage is wrong', (context) => {
  const run = spawnOctavo(makeFolder(context), []);
  assert.equal(run.code, 2);
  assert.match(run.stdout, /^usage: octavo COMMAND \[FLAGS\]$/m);
  assert.equal(spawnOctavo(makeFolder(context), ['--help']).code, 0);
});

test('a mistyped command or flag names the nearest and exits 2', (context) => {
  const folder = makeFolder(context);
  const command = spawnOctavo(folder, ['biuld']);
  assert.deepEqual([command.code, command.stdout], [2, '']);
  assert.match(command.stderr, /There is no command "biuld"\. Did you mean `octavo build`\?/);
  const flag = spawnOctavo(folder, ['build', '--destnation', 'x']);
  assert.deepEqual([flag.code, flag.stdout], [2, '']);
  assert.match(flag.stderr, /did you mean --destination\?/);
});

test('every command has a help that lists its flags', (context) => {
  for (const command of ['build', 'check', 'list', 'move', 'new', 'renumber', 'tidy', 'why']) {
    const run = spawnOctavo(makeFolder(context), [command, '--help']);
    assert.equal(run.code, 0);
    assert.match(run.stdout, new RegExp(`^usage: octavo ${command} (\\S+ )?\\[FLAGS\\]$`, 'm'));
    assert.match(run.stdout, /^ {2}-s, --source DIR +the folder of the book/m);
  }
});

test('help COMMAND is its help; of a command that is not there the nearest is named', (context) => {
  const folder = makeFolder(context);
  assert.equal(spawnOctavo(folder, ['help', 'tidy']).stdout, spawnOctavo(folder, ['tidy', '--help']).stdout);
  const run = spawnOctavo(folder, ['help', 'tdiy']);
  assert.deepEqual([run.code, run.stdout], [2, '']);
  assert.match(run.stderr, /Did you mean `octavo tidy`\?/);
});

test('--version prints the version', (context) => {
  assert.match(spawnOctavo(makeFolder(context), ['--version']).stdout, /^octavo \d+\.\d+\.\d+\n$/);
});

test('a build ends with pages, files, held-back chapters and findings', (context) => {
  const book = makeBook(context, {
    ...small,
    'content/part/two.md': '---\ntitle: Two\ndraft: true\n---\n',
    'content/part/three.md': '---\ntitle: Three\ndate: 2199-01-01\n---\n',
    'content/part/four.md': '---\ntitle: Four\nexpiryDate: 2001-01-01\n---\n',
  });
  const run = spawnOctavo(book, ['build']);
  assert.equal(run.code, 0, run.stderr);
  assert.match(run.stdout, /1 home, 1 section, 1 chapter → public\//);
  assert.match(run.stdout, /\d+ written, 0 unchanged, 0 removed/);
  assert.match(run.stdout, /3 held back:/);
  assert.match(run.stdout, /content\/part\/two\.md +draft \(publish with -D\) +Two/);
  assert.match(run.stdout, /content\/part\/three\.md +dated 2199-01-01 \(publish with -F\) +Three/);
  assert.match(run.stdout, /content\/part\/four\.md +expired 2001-01-01 \(publish with -E\) +Four/);
  assert.match(spawnOctavo(book, ['build']).stdout, /nothing to do, \d+ files unchanged[\s\S]*3 held back/);
  assert.match(spawnOctavo(book, ['build', '-DFE']).stdout, /4 chapters/);
});

test('a page whose date comes due is published by the next build, though no file changed', (context) => {
  const book = makeBook(context, { ...small, 'content/two.md': '---\ntitle: Two\ndate: 2030-05-01\n---\n' });
  spawnOctavo(book, ['build', '--clock', '2030-04-30']);
  assert.ok(!existsSync(join(book, 'public/two/index.html')));
  spawnOctavo(book, ['build', '--clock', '2030-05-02']);
  assert.ok(existsSync(join(book, 'public/two/index.html')));
  spawnOctavo(book, ['build', '--clock', '2030-04-30']);
  assert.ok(!existsSync(join(book, 'public/two/index.html')), 'and an earlier clock takes it back');
});

test('--quiet says nothing, --json prints the result alone', (context) => {
  const book = makeBook(context, small);
  const quiet = spawnOctavo(book, ['build', '--quiet']);
  assert.deepEqual([quiet.code, quiet.stdout, quiet.stderr], [0, '', '']);
  const result = JSON.parse(spawnOctavo(book, ['build', '--json']).stdout);
  assert.deepEqual(result.published.report.pages, { home: 1, section: 0, page: 1, taxonomy: 0, term: 0 });
  assert.deepEqual(result.diagnostics, []);
});

test('colour only where it is wanted', (context) => {
  const book = makeBook(context, { 'content/one.md': '---\nweight: x\n---\n' });
  const run = spawnOctavo(book, ['build'], { NO_COLOR: '1' });
  assert.ok(!`${run.stdout}${run.stderr}`.includes('\u001b'));
});

test('wrong usage: an operand, a clock that is no date, two forms of list', (context) => {
  const book = makeBook(context, small);
  assert.equal(spawnOctavo(book, ['build', 'content']).code, 2);
  assert.equal(spawnOctavo(book, ['build', '--clock', 'teatime']).code, 2);
  assert.equal(spawnOctavo(book, ['list', '--json', '--csv']).code, 2);
});

test('a folder without content is an error that names it', (context) => {
  const run = spawnOctavo(makeFolder(context), ['build']);
  assert.equal(run.code, 1);
  assert.match(run.stderr, /error source\/missing-content/);
});

test('an interrupted build exits with 130 and leaves nothing behind', async (context) => {
  const book = makeFolder(context);
  generateBook({ chapters: 800, folder: book, mix: 'prose', partSize: 50 });
  const child = spawn(process.execPath, [program, 'build'], { cwd: book });
  const staged = join(book, '.octavo');
  while (!existsSync(staged)) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill('SIGINT');
  const code = await new Promise((resolve) => child.once('exit', resolve));
  assert.equal(code, 130);
  // What is kept between builds may have been begun.
  const left = readdirSync(staged).filter((name) => name !== '.gitignore' && name !== 'memory');
  assert.deepEqual(left, []);
  assert.ok(!existsSync(join(book, 'public')));
});

test('the environment gives settings, and names whose settings count', (context) => {
  const folder = makeBook(context, {
    ...small,
    'config/_default/octavo.yaml': 'title: Default',
    'config/staging/octavo.yaml': 'baseURL: https://staging.example.org/',
  });
  const addresses = (env: Record<string, string>, ...flags: string[]) => {
    spawnOctavo(folder, ['build', '--quiet', ...flags], env);
    return readTree(join(folder, 'public'))['sitemap.xml']?.match(/https?:[^<]*one/)?.[0] ?? '';
  };
  assert.equal(addresses({ OCTAVO_ENVIRONMENT: 'staging' }), 'https://staging.example.org/one');
  assert.equal(addresses({ OCTAVO_ENVIRONMENT: 'staging' }, '-e', 'production'), '');
  assert.equal(addresses({ OCTAVO_BASEURL: 'https://x.org/' }), 'https://x.org/one');
});
