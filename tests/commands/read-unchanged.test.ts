import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readUnchanged } from '../../src/commands/read-unchanged.js';
import { holdFile, readWhole } from '../../src/sources/held-file.js';

test('a file that was saved meanwhile is read again with the book; one that always is ends as a finding', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'octavo-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const absolute = join(folder, 'a.md');
  let [text, saves] = ['one', 1];
  const read = async () => {
    writeFileSync(absolute, text);
    const held = holdFile(
      { path: 'a.md', file: 'content/a.md', absolute } as Parameters<typeof holdFile>[0],
      readWhole,
    );
    held.release?.();
    if (saves > 0) {
      saves -= 1;
      text += ' more';
      writeFileSync(absolute, text);
    }
    return Buffer.from(held.bytes).toString();
  };
  assert.deepEqual(await readUnchanged(read), { ok: true, value: 'one more' });
  saves = 100;
  const lost = await readUnchanged(read);
  assert.equal(lost.ok ? '' : lost.loss.file, 'content/a.md');
  await assert.rejects(readUnchanged(async () => Promise.reject(new Error('a fault of ours'))));
});
