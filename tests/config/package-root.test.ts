import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findPackageRoot } from '../../src/config/package-root.js';

const repository = fileURLToPath(new URL('../../../', import.meta.url));

test('the package is found from the compiled files', () => {
  assert.equal(join(findPackageRoot(), '/'), repository);
});

test('the package is found from another depth, past other packages', async (context) => {
  const root = mkdtempSync(join(tmpdir(), 'octavo-root-'));
  context.after(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, 'dist/inner'), { recursive: true });
  writeFileSync(join(root, 'package.json'), '{"name": "octavo", "type": "module"}');
  writeFileSync(join(root, 'dist/inner/package.json'), '{"type": "module"}');
  cpSync(join(repository, 'build/src/config/package-root.js'), join(root, 'dist/inner/cli.js'));
  const bundle = await import(pathToFileURL(join(root, 'dist/inner/cli.js')).href);
  assert.equal(bundle.findPackageRoot(), root);
});
