import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { changeFiles } from '../../src/output/change-files.js';
import { hashBytes } from '../../src/output/change-journal.js';
import type { FileChange, FileMove } from '../../src/output/file-change.js';
import { recoverChanges } from '../../src/output/recover-changes.js';
import { failAt, KILLED } from './failing-disk.js';

const bytes = (text: string) => Buffer.from(text);

function makeFolder(context: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'octavo-change-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'one.md'), 'one');
  writeFileSync(join(folder, 'two.md'), 'two');
  mkdirSync(join(folder, 'here/deep'), { recursive: true });
  writeFileSync(join(folder, 'here/deep/pot.png'), 'pot');
  return folder;
}

const changes: readonly (FileChange | FileMove)[] = [
  { file: 'one.md', before: bytes('one'), after: bytes('ONE') },
  { file: 'new/deep/three.md', before: null, after: bytes('three') },
  { file: 'two.md', before: bytes('two'), after: null },
  { file: 'there/pot.png', from: 'here/deep/pot.png' },
];

function contentOf(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    files.sort().map((file) => [file.slice(folder.length + 1), readFileSync(file, 'utf8')]),
  );
}

test('a set of changes is made: new, changed and removed files, nothing else', (context) => {
  const folder = makeFolder(context);
  chmodSync(join(folder, 'one.md'), 0o600);
  assert.deepEqual(changeFiles(folder, changes), []);
  assert.deepEqual(contentOf(folder), {
    'one.md': 'ONE',
    'new/deep/three.md': 'three',
    'there/pot.png': 'pot',
  });
  assert.ok(!existsSync(join(folder, 'here/deep')) && existsSync(join(folder, 'here')), 'top folders stay');
  assert.equal(statSync(join(folder, 'one.md')).mode & 0o777, 0o600);
});

test('wherever the disk fails, all files are as before and nothing is left behind', (context) => {
  let n = 0;
  for (let failed = true; failed; ) {
    n += 1;
    const folder = makeFolder(context);
    const disk = failAt(n, 'once');
    const diagnostics = changeFilesOrThrow(folder, disk);
    failed = disk.failed() !== null;
    const done = diagnostics.length === 0;
    for (const { code } of diagnostics)
      assert.ok(['edit/cannot-write', 'edit/outside', undefined].includes(code), code);
    const expected = done
      ? { 'one.md': 'ONE', 'new/deep/three.md': 'three', 'there/pot.png': 'pot' }
      : { 'here/deep/pot.png': 'pot', 'one.md': 'one', 'two.md': 'two' };
    // What could not be taken away then goes with the next run.
    recoverChanges(folder, undefined, () => false);
    assert.deepEqual(contentOf(folder), expected, `call ${n}, ${disk.failed()}`);
    if (!done) assert.ok(readdirSync(folder).length === 3, `call ${n}: ${readdirSync(folder)}`);
  }
  assert.ok(n > 15, 'the disk failed at every call in turn');
});

test('wherever the process dies, the next run finds all of it done, or takes all of it back', (context) => {
  const states = new Set<string>();
  for (let n = 1, died = true; died; n += 1) {
    const folder = makeFolder(context);
    chmodSync(join(folder, 'one.md'), 0o600);
    died = dies(() => changeFiles(folder, changes, failAt(n, 'killed')));
    const told = recoverChanges(folder, undefined, () => false);
    const isDone = readdirSync(folder).includes('new');
    assert.deepEqual(contentOf(folder), isDone ? changed : before, `call ${n}`);
    assert.deepEqual(readdirSync(folder).length, isDone ? 4 : 3, `call ${n}: ${readdirSync(folder)}`);
    assert.equal(statSync(join(folder, 'one.md')).mode & 0o777, 0o600);
    states.add(isDone ? 'done' : told.length > 0 ? 'taken back' : 'not begun');
  }
  assert.deepEqual(states, new Set(['not begun', 'taken back', 'done']));
});

const before = { 'here/deep/pot.png': 'pot', 'one.md': 'one', 'two.md': 'two' };
const changed = { 'new/deep/three.md': 'three', 'one.md': 'ONE', 'there/pot.png': 'pot' };

function dies(act: () => void): boolean {
  try {
    act();
    return false;
  } catch (error) {
    assert.equal(error, KILLED);
    return true;
  }
}

/** A folder in which one of the files was changed before the process died. */
function dieHalfWay(context: TestContext): string {
  for (let n = 1; ; n += 1) {
    const folder = makeFolder(context);
    const isDead = dies(() => changeFiles(folder, changes, failAt(n, 'killed')));
    assert.ok(isDead, 'no call lies between two changes');
    if (contentOf(folder)['one.md'] === 'ONE') return folder;
  }
}

test('while the other run lives, nothing is taken back and nothing changed; what was edited since stays', (context) => {
  const folder = dieHalfWay(context);
  assert.deepEqual(
    recoverChanges(folder, undefined, () => true),
    [],
  );
  assert.equal(readFileSync(join(folder, 'one.md'), 'utf8'), 'ONE');
  writeFileSync(join(folder, 'one.md'), 'mine');
  recoverChanges(folder, undefined, () => false);
  assert.equal(readFileSync(join(folder, 'one.md'), 'utf8'), 'mine');
});

test('a journal of somebody else touches nothing outside of the book, nor does one that is none', (context) => {
  const folder = makeFolder(context);
  const other = makeFolder(context);
  symlinkSync(other, join(folder, 'away'));
  const record = (target: string) => ({ kind: 'file', target, before: null, after: hashBytes(bytes('one')) });
  for (const journal of [
    { records: [record('away/one.md')], folders: [] },
    { records: [record(join('..', basename(other), 'one.md'))], folders: [] },
    { records: [{ kind: 'move', target: 'one.md', source: '../one.md' }], folders: [] },
    { records: [record('one.md')], folders: ['../x'] },
    { records: 7 },
  ]) {
    writeFileSync(join(folder, '.octavo-changes'), `${JSON.stringify({ pid: 0, started: 0, ...journal })}\n`);
    assert.deepEqual(recoverChanges(folder), []);
  }
  writeFileSync(join(folder, '.octavo-changes'), 'not JSON\n');
  assert.deepEqual(recoverChanges(folder), []);
  assert.deepEqual(Object.keys(contentOf(folder)), ['here/deep/pot.png', 'one.md', 'two.md']);
  assert.deepEqual(Object.keys(contentOf(other)), ['here/deep/pot.png', 'one.md', 'two.md']);
});

/** A fault while looking at the files is no fault of writing: it is thrown before anything was done. */
function changeFilesOrThrow(
  folder: string,
  disk: ReturnType<typeof failAt>,
): readonly { readonly code?: string }[] {
  try {
    return changeFiles(folder, changes, disk);
  } catch {
    assert.ok(['look', 'resolve'].includes(disk.failed() ?? ''), `${disk.failed()}`);
    return [{}];
  }
}

test('a file that changed meanwhile keeps the whole set from being written', (context) => {
  const folder = makeFolder(context);
  writeFileSync(join(folder, 'two.md'), 'not two');
  const [finding] = changeFiles(folder, changes);
  assert.deepEqual([finding?.code, finding?.file], ['edit/changed-meanwhile', 'two.md']);
  assert.deepEqual(contentOf(folder), { 'here/deep/pot.png': 'pot', 'one.md': 'one', 'two.md': 'not two' });
});

test('a new file overwrites nothing', (context) => {
  const folder = makeFolder(context);
  const [finding] = changeFiles(folder, [{ file: 'one.md', before: null, after: bytes('x') }]);
  assert.equal(finding?.code, 'edit/changed-meanwhile');
  assert.match(finding?.message ?? '', /is there already/);
});

test('nothing is written outside of the book, not even through a link', (context) => {
  const folder = makeFolder(context);
  const other = makeFolder(context);
  symlinkSync(other, join(folder, 'away'));
  for (const file of ['../out.md', 'away/out.md']) {
    const [finding] = changeFiles(folder, [{ file, before: null, after: bytes('x') }]);
    assert.equal(finding?.code, 'edit/outside', file);
  }
  assert.deepEqual(Object.keys(contentOf(other)), ['here/deep/pot.png', 'one.md', 'two.md']);
});

test('a file that moves overwrites nothing, and must be there', (context) => {
  const folder = makeFolder(context);
  for (const [file, from, code] of [
    ['one.md', 'two.md', 'edit/changed-meanwhile'],
    ['four.md', 'three.md', 'edit/changed-meanwhile'],
    ['../four.md', 'two.md', 'edit/outside'],
  ] as const) {
    assert.equal(changeFiles(folder, [{ file, from }])[0]?.code, code, file);
  }
  assert.equal(contentOf(folder)['one.md'], 'one');
});
