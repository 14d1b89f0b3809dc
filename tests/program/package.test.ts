import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { test } from 'node:test';
import { repository } from '../house/source-files.js';
import { makeBook, makeFolder, readTree } from './run-octavo.js';

test('the package that npm pack makes builds a book in an empty folder elsewhere', (context) => {
  const folder = makeFolder(context);
  const pack = ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder];
  execFileSync('npm', pack, { cwd: repository, shell: process.platform === 'win32' });
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
  execFileSync('tar', ['-xf', tarball], { cwd: folder });
  // Its dependencies are this checkout's: tests use no network.
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(join(repository, 'node_modules'))) {
    if (name.startsWith('.') || name === 'octavo') continue;
    symlinkSync(join(repository, 'node_modules', name), join(folder, 'node_modules', name));
  }
  const book = makeBook(context, { 'content/one.md': '---\ntitle: One\nc: navy\n---\n\nText.\n' });
  const run = spawnSync(process.execPath, [join(folder, 'package/dist/cli.js'), 'build'], {
    cwd: book,
    encoding: 'utf8',
  });
  assert.equal(run.status, 0, run.stderr);
  const site = readTree(join(book, 'public'));
  assert.ok(
    Object.keys(site).some((path) => /^assets\/.*\.css$/.test(path)),
    'the theme is in the package',
  );
  const packed = readTree(join(folder, 'package'));
  const types = JSON.parse(packed['package.json'] ?? '{}').exports['.'].types;
  assert.ok(packed[types.slice(2)] !== undefined, 'the types are in the package');
  const notices = packed['dist/THIRD-PARTY.txt'] ?? '';
  for (const name of Object.keys(JSON.parse(packed['package.json'] ?? '{}').dependencies)) {
    assert.match(
      notices,
      new RegExp(`^${name} [\\d.]+ \\(`, 'm'),
      `the licence of ${name} is in the package`,
    );
  }
  assert.match(notices, /THE SOFTWARE IS PROVIDED "AS IS"/);
  assert.ok(!Object.keys(packed).some((path) => path.startsWith('tests/') || path.startsWith('build/tests')));
});

test('the lock file names no host, and the manifest the promised engine', () => {
  assert.doesNotMatch(readFileSync(join(repository, 'package-lock.json'), 'utf8'), /"resolved": *"https?:/);
  const manifest = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
  assert.equal(manifest.engines.node, '>=20.19');
  assert.equal(manifest.scripts.postinstall, undefined);
});
