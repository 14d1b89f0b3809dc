import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { runOctavo } from '../program/run-octavo.js';
import { draws } from '../support/draws.js';
import { unpackArchive } from './archive.js';
import { faultyBook } from './faulty-book.js';

test('a book with faults in a third of its chapters is told them all and published whole or not at all', () => {
  fc.assert(
    fc.property(faultyBook, ({ faulty }) => {
      const folder = mkdtempSync(join(tmpdir(), 'octavo-faulty-'));
      try {
        unpackArchive(faulty, folder);
        const [built, checked] = [['build'], ['check']].map((argv) => runOctavo(folder, argv));
        assert.ok(built !== undefined && checked !== undefined);
        for (const { code, stdout, stderr } of [built, checked]) {
          assert.ok(code === 0 || code === 1, `exit ${code}: ${stderr}`);
          assert.doesNotMatch(stdout + stderr, /^ {4}at /m);
        }
        assert.equal(existsSync(join(folder, 'public')), built.code === 0);
        assert.equal(/^\d+ errors?\b/m.test(built.stderr), built.code === 1, built.stderr);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }),
    draws(12),
  );
});
