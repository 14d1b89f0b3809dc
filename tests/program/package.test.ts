import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
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
  assert.ok(packed['dist/schemas/octavo.schema.json'] !== undefined, 'the schemas are in the package');
  assert.ok(!Object.keys(packed).some((path) => path.startsWith('tests/') || path.startsWith('build/tests')));
  runRecipe(join(folder, 'package'), book);
});

/** The steps of the manual's workflow for GitHub Pages; what `npm ci` installs is put there without a network. */
function runRecipe(installed: string, book: string): void {
  const recipe = readFileSync(join(repository, 'content/reference/hosting.md'), 'utf8');
  const steps = [...recipe.matchAll(/^ +- run: (.+)$/gm)].map(([, step = '']) => step);
  assert.equal(steps.shift(), 'npm ci');
  assert.notEqual(steps.length, 0);
  mkdirSync(join(book, 'node_modules/.bin'), { recursive: true });
  symlinkSync(installed, join(book, 'node_modules/octavo'));
  symlinkSync('../octavo/dist/cli.js', join(book, 'node_modules/.bin/octavo'));
  writeFileSync(
    join(book, 'package.json'),
    '{"private":true,"devDependencies":{"octavo":"file:octavo.tgz"}}',
  );
  for (const step of steps) {
    const run = spawnSync('sh', ['-c', step], { cwd: book, encoding: 'utf8' });
    assert.equal(run.status, 0, `${step}\n${run.stderr}`);
  }
  const page = readFileSync(join(book, 'public/one/index.html'), 'utf8');
  assert.match(page, /<link rel="canonical" href="https:\/\/printer\.github\.io\/hand-press\/one\/">/);
}

test('the program is installed from its folder for all books', (context) => {
  const prefix = makeFolder(context);
  const install = ['install', '--global', '--prefix', prefix, '--ignore-scripts', '--offline', repository];
  execFileSync('npm', install, { stdio: 'ignore', shell: process.platform === 'win32' });
  const book = makeBook(context, { 'content/one.md': 'Text.\n' });
  const run = spawnSync(join(prefix, 'bin/octavo'), ['build'], { cwd: book, encoding: 'utf8' });
  assert.equal(run.status, 0, run.stderr);
});

test('the lock file names no host, and the manifest the promised engine', () => {
  assert.doesNotMatch(readFileSync(join(repository, 'package-lock.json'), 'utf8'), /"resolved": *"https?:/);
  const manifest = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
  assert.equal(manifest.engines.node, '>=20.19');
  assert.equal(manifest.scripts.postinstall, undefined);
});
