import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { type BuildRequest, build } from '../../src/build.js';

const scratch = mkdtempSync(join(tmpdir(), 'octavo-publication-'));
after(() => rmSync(scratch, { recursive: true, force: true }));
let count = 0;

/** A book of one chapter with these settings. */
function writeBook(settings: string): string {
  count += 1;
  const root = join(scratch, String(count), 'book');
  mkdirSync(join(root, 'content'), { recursive: true });
  writeFileSync(join(root, 'octavo.yaml'), `search: false\n${settings}`);
  writeFileSync(join(root, 'content/a.md'), '---\ntitle: A\n---\n\nText.\n');
  return root;
}

function buildBook(root: string, changes: Partial<BuildRequest> = {}) {
  return build({
    root,
    destination: null,
    config: { now: 0 },
    takeOver: false,
    failOnWarnings: false,
    threads: 0,
    progress: null,
    onInterrupt: () => () => undefined,
    clock: Date.now,
    memory: false,
    ...changes,
  });
}

test('a book is published to publishDir, which may lie beside it', async () => {
  const root = writeBook('publishDir: ../docs');
  const { published } = await buildBook(root);
  assert.equal(published?.destination, join(root, '../docs'));
  assert.ok(existsSync(join(root, '../docs/a/index.html')));
  assert.ok(!existsSync(join(root, 'public')));
});

test('the destination that is asked for counts more than publishDir', async () => {
  const root = writeBook('publishDir: docs');
  const destination = join(root, 'elsewhere');
  assert.equal((await buildBook(root, { destination })).published?.destination, destination);
  assert.ok(!existsSync(join(root, 'docs')));
});

test('publishDir is refused where a destination would be', async () => {
  const { published, diagnostics } = await buildBook(writeBook('publishDir: content/out'));
  assert.equal(published, null);
  assert.deepEqual(
    diagnostics.map(({ code }) => code),
    ['output/destination-refused'],
  );
});

test('cleanDestinationDir takes over what others wrote', async () => {
  const fill = (settings: string) => {
    const root = writeBook(settings);
    mkdirSync(join(root, 'public'));
    writeFileSync(join(root, 'public/index.html'), 'theirs');
    return buildBook(root);
  };
  assert.equal((await fill('')).published, null);
  assert.notEqual((await fill('cleanDestinationDir: true')).published, null);
});

test('panicOnWarning keeps back a book with a warning, also one that nothing changed in', async () => {
  const warned = 'titel: T\n';
  assert.notEqual((await buildBook(writeBook(warned))).published, null);
  const root = writeBook(`${warned}panicOnWarning: true\n`);
  assert.equal((await buildBook(root)).published, null);
  assert.equal((await buildBook(root)).published, null);
});
