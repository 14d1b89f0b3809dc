import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { makeBook, publish, readTree, sorted, writeTree } from './site.js';
import { makeVersion, shorten, shortenAll } from './version.js';

const ROUNDS = 20;
const FOREIGN = { 'part-1/mine.txt': 'mine' };

async function killAfter(book: string, first: number, milliseconds: number): Promise<void> {
  const script = fileURLToPath(new URL('publish-on-and-on.js', import.meta.url));
  const child = spawn(process.execPath, [script, book, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  await once(child.stdout, 'data');
  await setTimeout(milliseconds);
  child.kill('SIGKILL');
  assert.equal((await gone)[1], 'SIGKILL');
}

test('builds killed at odd moments, alone or two at once, leave whole files, and the next one heals', async (t) => {
  const book = makeBook(t);
  const destination = join(book, 'public');
  for (let round = 1; round <= ROUNDS; round += 1) {
    const builds = round % 3 === 0 ? 2 : 1;
    const milliseconds = (round * 37) % 61;
    const killed = Array.from({ length: builds }, (_, index) =>
      killAfter(book, round * 100 + index, milliseconds),
    );
    await Promise.all(killed);
    for (const [path, content] of Object.entries(readTree(destination))) {
      if (path.endsWith('.html') && !path.startsWith('.octavo/'))
        assert.match(shorten(content), /^\d+$/, path);
    }
    if (round % 4 !== 0) continue;
    writeTree(destination, FOREIGN);
    assert.deepEqual(publish(book, makeVersion(round)).diagnostics, []);
    assert.deepEqual(
      shortenAll(readTree(destination)),
      shortenAll(sorted({ ...makeVersion(round), ...FOREIGN })),
    );
    assert.deepEqual(readdirSync(book), ['.octavo', 'content', 'public']);
    assert.deepEqual(readdirSync(join(destination, '.octavo')), ['manifest.json']);
  }
});
