import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { makeBook, program, readTree, runOctavo } from './run-octavo.js';

const chapters = Object.fromEntries(
  Array.from({ length: 400 }, (_, index) => [
    `content/part/c${index}.md`,
    `---\ntitle: C${index}\nweight: ${index + 1}\n---\n\nText.\n`,
  ]),
);

test('renumber killed while it writes: the next command finds the old weights or the new, and says so', async (context) => {
  const book = makeBook(context, chapters);
  const before = readTree(book);
  const child = spawn(process.execPath, [program, 'renumber', '--write'], { cwd: book, stdio: 'ignore' });
  const gone = once(child, 'exit');
  while (!existsSync(join(book, '.octavo-changes')) && child.exitCode === null) await setTimeout(1);
  await setTimeout(40);
  child.kill('SIGKILL');
  await gone;
  const next = runOctavo(book, ['list', '--json']);
  assert.equal(next.code, 0, next.stderr);
  const after = readTree(book);
  const isDone = after['content/part/c0.md']?.includes('weight: 10\n');
  assert.deepEqual(Object.keys(after), Object.keys(before), 'nothing is left beside the chapters');
  if (isDone) assert.match(after['content/part/c399.md'] ?? '', /weight: 4000\n/);
  else assert.deepEqual(after, before);
  assert.equal(runOctavo(book, ['renumber', '--write']).code, 0);
});

test('a change that was taken back is told once', (context) => {
  const book = makeBook(context, {
    'content/a.md': '---\ntitle: A\nweight: 10\n---\n',
    'content/.a.md.octavo-old': '---\ntitle: A\nweight: 1\n---\n',
  });
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  const record = {
    kind: 'file',
    target: 'content/a.md',
    before: hash('---\ntitle: A\nweight: 1\n---\n'),
    after: hash('---\ntitle: A\nweight: 10\n---\n'),
  };
  const journal = { pid: 0, started: 0, records: [record], folders: [] };
  writeFileSync(join(book, '.octavo-changes'), `${JSON.stringify(journal)}\n`);
  const told = JSON.parse(runOctavo(book, ['check', '--json']).stdout).diagnostics;
  assert.deepEqual(
    told.map(({ code }: { code: string }) => code),
    ['edit/taken-back'],
  );
  assert.deepEqual(readTree(book), { 'content/a.md': '---\ntitle: A\nweight: 1\n---\n' });
  assert.equal(runOctavo(book, ['check']).stdout, 'nothing found\n');
});
