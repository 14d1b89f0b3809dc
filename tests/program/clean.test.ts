import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { runOctavo } from './run-octavo.js';

const root = mkdtempSync(join(tmpdir(), 'octavo-clean-'));
after(() => rmSync(root, { recursive: true, force: true }));
mkdirSync(join(root, 'content'));
writeFileSync(join(root, 'content/one.md'), '---\ntitle: One\n---\n\nText.\n');

test('clean removes what is kept between builds, and leaves what is published', () => {
  const memory = join(root, '.octavo/memory');
  assert.equal(runOctavo(root, ['build']).code, 0);
  assert.ok(existsSync(memory));
  assert.equal(runOctavo(root, ['clean']).code, 0);
  assert.ok(!existsSync(memory));
  assert.ok(existsSync(join(root, 'public/one/index.html')));
  assert.equal(runOctavo(root, ['clean']).code, 0, 'nothing to remove is fine');
});

test('clean follows no link out of the book', () => {
  const outside = mkdtempSync(join(tmpdir(), 'octavo-clean-outside-'));
  after(() => rmSync(outside, { recursive: true, force: true }));
  mkdirSync(join(outside, 'memory'));
  rmSync(join(root, '.octavo'), { recursive: true });
  symlinkSync(outside, join(root, '.octavo'));
  assert.equal(runOctavo(root, ['clean']).code, 2);
  assert.ok(existsSync(join(outside, 'memory')));
});
