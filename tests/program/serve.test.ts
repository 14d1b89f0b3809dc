import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import { type TestContext, test } from 'node:test';
import { makeBook, program, runOctavo } from './run-octavo.js';

const files = { 'octavo.yaml': 'title: Book\n', 'content/one.md': '---\ntitle: One\n---\n\nText.\n' };

interface Running {
  readonly child: ChildProcess;
  /** Both streams, as far as they have come. */
  readonly output: () => string;
  readonly says: (pattern: RegExp) => Promise<RegExpExecArray>;
}

/** Starts the program; it is ended with the test at the latest. */
function start(context: TestContext, folder: string, argv: readonly string[]): Running {
  const child = spawn(process.execPath, [program, ...argv], { cwd: folder });
  context.after(() => child.kill('SIGKILL'));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const says = async (pattern: RegExp): Promise<RegExpExecArray> => {
    for (let tries = 0; tries < 400; tries += 1) {
      const match = pattern.exec(output);
      if (match !== null) return match;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`The program did not say ${pattern}, but:\n${output}`);
  };
  return { child, output: () => output, says };
}

const ready = /Preview at (http:\/\/127\.0\.0\.1:(\d+)\/) \(ready in \d+ ms\)/;

/** A port that somebody has. */
async function takePort(context: TestContext): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => void server.close());
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

test('serve shows the book, says what it rebuilt, and ends at once with open pages', async (context) => {
  const book = makeBook(context, files);
  const running = start(context, book, ['serve', '-p', '0']);
  const [, url = ''] = await running.says(ready);
  assert.match(await (await fetch(`${url}one/`)).text(), /Text\./);
  const stream = await fetch(`${url}.octavo/events?page=/one/`);
  writeFileSync(join(book, 'content/one.md'), '---\ntitle: One\nweight: x\n---\n\nMore.\n');
  await running.says(/content\/one\.md, shown after \d+ ms/);
  await running.says(/content\/one\.md:3:9 error front-matter\/[\s\S]*1 error/);
  assert.match(await (await fetch(`${url}one/`)).text(), /Text\./, 'the last good page');
  const ended = once(running.child, 'exit');
  running.child.kill('SIGINT');
  assert.deepEqual(await ended, [130, null]);
  await stream.body?.cancel().catch(() => undefined);
  assert.ok(!existsSync(join(book, 'public')));
});

test('a port that is taken: the next one, which is said, or a plain refusal', async (context) => {
  const book = makeBook(context, files);
  const port = await takePort(context);
  const strict = runOctavo(book, ['serve', '-p', String(port), '--strict-port']);
  assert.deepEqual(
    [strict.code, strict.stderr],
    [2, `octavo: Port ${port} is taken. Name another with --port.\n`],
  );
  const running = start(context, book, ['dev', '-p', String(port)]);
  const [, , other] = await running.says(ready);
  assert.ok(Number(other) > port);
  assert.match(running.output(), new RegExp(`Port ${port} is taken; ${other} is free`));
});

test('serve refuses what it does not understand', (context) => {
  const book = makeBook(context, files);
  for (const argv of [
    ['-p', 'http'],
    ['-p', '99999'],
    ['--editor', 'ed'],
    ['--editor', 'javascript:x'],
    ['content'],
  ]) {
    assert.equal(runOctavo(book, ['serve', ...argv]).code, 2, argv.join(' '));
  }
  assert.equal(runOctavo(book, ['serve', '--host', '203.0.113.1']).code, 2, 'an address of another machine');
});

test('build --watch publishes again on each change, and nothing while there is an error', async (context) => {
  // The index of the search moves with every word: without it a save touches the chapter and what shows it.
  const book = makeBook(context, { ...files, 'octavo.yaml': 'search: false\n' });
  const running = start(context, book, ['build', '--watch']);
  const page = join(book, 'public/one/index.html');
  await running.says(/1 chapter → public\//);
  const cold = readFileSync(page, 'utf8');
  assert.doesNotMatch(cold, /\.octavo/);
  writeFileSync(join(book, 'content/one.md'), '---\ntitle: One\n---\n\nMore text.\n');
  await running.says(/ [1-9] written, \d+ unchanged, 0 removed/);
  assert.match(readFileSync(page, 'utf8'), /More text\./);
  writeFileSync(join(book, 'content/one.md'), '---\ntitle: "One\n---\n');
  await running.says(/error front-matter\/invalid-syntax[\s\S]*Nothing was published/);
  assert.match(readFileSync(page, 'utf8'), /More text\./);
  writeFileSync(join(book, 'content/one.md'), files['content/one.md']);
  await running.says(/Nothing was published[\s\S]* [1-9] written/);
  assert.equal(readFileSync(page, 'utf8'), cold);
  const ended = once(running.child, 'exit');
  running.child.kill('SIGINT');
  assert.deepEqual(await ended, [130, null]);
  assert.match(runOctavo(book, ['build']).stdout, /nothing to do/, 'the next build knows its work');
});

test('build --watch knows the languages of a book: a translation comes, and a language goes', async (context) => {
  const config = (more: string) => `search: false\nlanguages: {en: {}${more}}\n`;
  const book = makeBook(context, { ...files, 'octavo.yaml': config(', fr: {}') });
  const running = start(context, book, ['build', '--watch']);
  const french = join(book, 'public/fr/one/index.html');
  await running.says(/2 chapters → public\//);
  assert.match(readFileSync(french, 'utf8'), /class="untranslated"/);
  writeFileSync(join(book, 'content/one.fr.md'), '---\ntitle: Un\n---\n\nDu texte.\n');
  await running.says(/ written, [1-9]\d* unchanged/);
  assert.match(readFileSync(french, 'utf8'), /Du texte\./);
  assert.match(readFileSync(join(book, 'public/one/index.html'), 'utf8'), /hreflang="fr"/);
  writeFileSync(join(book, 'octavo.yaml'), config(''));
  await running.says(/1 home, 0 sections, \d chapters → public\//);
  assert.equal(existsSync(french), false);
  const ended = once(running.child, 'exit');
  running.child.kill('SIGINT');
  await ended;
  assert.match(runOctavo(book, ['build']).stdout, /nothing to do/, 'as a build makes it');
});
