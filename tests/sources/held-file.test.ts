import assert from 'node:assert/strict';
import { appendFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { LoadedFile } from '../../src/model/source.js';
import { findLoss, holdFile } from '../../src/sources/held-file.js';
import { createReading } from '../../src/sources/reading.js';
import { createSharedReader } from '../../src/sources/shared-reader.js';

const folder = mkdtempSync(join(tmpdir(), 'octavo-held-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function lossOf(file: LoadedFile) {
  try {
    return void file.bytes;
  } catch (error) {
    return findLoss(error);
  }
}

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test('files of every size are read whole, and one does not run into another', () => {
  const read = createSharedReader();
  const texts = [
    '',
    'a',
    'b'.repeat(8192),
    'c'.repeat(4 * 1024 * 1024),
    'd'.repeat(5 * 1024 * 1024),
    'e',
    '',
  ];
  const files = texts.map((text, at) => read({ absolute: write(`${at}.md`, text) }));
  assert.deepEqual(
    files.map((bytes) => bytes.toString()),
    texts,
  );
});

const status = '/proc/self/status';

test('a file that does not know its size is read whole', { skip: !existsSync(status) }, () => {
  const text = createSharedReader()({ absolute: status }).toString();
  assert.match(text, /^Name:/);
  assert.match(text, /ctxt_switches:\s+\d+\n$/);
});

test('bytes that were let go of are read again, unless the file is another by then', () => {
  const absolute = write('chapter.md', 'Text.');
  const file = holdFile({ path: 'chapter.md', file: 'content/chapter.md', absolute }, createSharedReader());
  writeFileSync(absolute, 'Other');
  assert.equal(Buffer.from(file.bytes).toString(), 'Text.', 'held');
  file.release?.();
  assert.match(
    lossOf(file)?.message ?? '',
    /it was changed while the book was read/,
    'of the same size, too',
  );
  writeFileSync(absolute, 'Text.');
  assert.equal(Buffer.from(file.bytes).toString(), 'Text.', 'read again');
  appendFileSync(absolute, ' and longer');
  assert.match(lossOf(file)?.message ?? '', /it was changed while the book was read/);
  rmSync(absolute);
  assert.match(lossOf(file)?.message ?? '', /ENOENT/);
  assert.equal(lossOf(file)?.file, 'content/chapter.md');
});

test('a book with more text than there is room for is read a second time', () => {
  const found = ['one', 'two', 'three'].map((name) => {
    const absolute = write(`${name}.md`, name);
    return { path: `${name}.md`, file: `content/${name}.md`, absolute };
  });
  const { load } = createReading(undefined, 'one'.length + 'two'.length);
  const files = found.map(load);
  for (const { absolute } of found) writeFileSync(absolute, 'x'.repeat(5));
  const [one, two, three] = files;
  assert.equal(Buffer.from(one?.bytes ?? []).toString(), 'one');
  assert.equal(Buffer.from(two?.bytes ?? []).toString(), 'two');
  assert.match((three && lossOf(three))?.message ?? '', /it was changed while the book was read/);
});
