import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { Sources } from '../../src/model/source.js';
import { readSources, type SourceRoots } from '../../src/sources/read-sources.js';
import { defaultConfig } from '../support/default-config.js';
import { withoutPrivileges } from '../support/unprivileged.js';

type Files = Readonly<Record<string, string | Uint8Array>>;

const MINIMAL: Files = { 'theme/page.html': 'default page', 'book/content/a.md': 'A' };

/** Makes a book and a default theme; paths start with `book/` or `theme/`. */
function makeRoots(t: TestContext, files: Files): SourceRoots & { readonly home: string } {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'octavo-sources-')));
  t.after(() => rmSync(home, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), content);
  }
  return { home, book: join(home, 'book'), theme: join(home, 'theme'), folders: defaultConfig.folders };
}

function pathsOf(files: readonly { readonly path: string }[]): readonly string[] {
  return files.map(({ path }) => path);
}

/** What was found, without bytes. */
function summarise(value: Sources): Readonly<Record<string, readonly string[]>> {
  const { chapters, resources, staticFiles, templates, assets } = value;
  const lists = { chapters, resources, staticFiles, templates, assets };
  return Object.fromEntries(
    Object.entries(lists).map(([name, files]) => [name, files.map(({ file }) => file)]),
  );
}

test('every kind of file comes to its list, in code-point order of the paths', (t) => {
  const roots = makeRoots(t, {
    ...MINIMAL,
    'book/content/b/index.md': '',
    'book/content/b/photo.JPG': 'jpg',
    'book/content/b-c.MARKDOWN': '',
    'book/content/B.mdown': '',
    'book/content/é.Md': '',
    'book/content/notes.txt': 'txt',
    'book/static/z.css': '',
    'book/static/a/b.png': 'png',
    'theme/assets/fonts/f.woff2': new Uint8Array([0x77, 0x4f, 0x46, 0x32, 0]),
    'theme/assets/style.css': 'body {}',
  });
  const { value, diagnostics } = readSources(roots);
  assert.deepEqual(diagnostics, []);
  assert.deepEqual(summarise(value), {
    chapters: ['B.mdown', 'a.md', 'b-c.MARKDOWN', 'b/index.md', 'é.Md'].map((path) => `content/${path}`),
    resources: ['content/b/photo.JPG', 'content/notes.txt'],
    staticFiles: ['static/a/b.png', 'static/z.css'],
    templates: ['octavo/templates/assets/style.css', 'octavo/templates/page.html'],
    assets: ['octavo/templates/assets/fonts/f.woff2'],
  });
});

test('chapters come as bytes, the rest with where it lies and how large it is', (t) => {
  const roots = makeRoots(t, { ...MINIMAL, 'book/content/x/p.bin': 'x'.repeat(2_500_000) });
  const { value } = readSources(roots);
  const [chapter] = value.chapters;
  assert.equal(Buffer.from(chapter?.bytes ?? []).toString(), 'A');
  assert.deepEqual(value.resources, [
    {
      path: 'x/p.bin',
      file: 'content/x/p.bin',
      absolute: join(roots.book, 'content/x/p.bin'),
      size: 2_500_000,
      hash: hash('sha256', 'x'.repeat(2_500_000)),
    },
  ]);
});

test('templates are overlaid file by file, and say whose they are', (t) => {
  const roots = makeRoots(t, {
    ...MINIMAL,
    'theme/partials/head.html': '\ufeffdefault head\r\n',
    'book/templates/page.html': 'my page',
    'book/templates/poem.html': 'my poem',
  });
  assert.deepEqual(readSources(roots).value.templates, [
    { path: 'page.html', file: 'templates/page.html', text: 'my page' },
    { path: 'partials/head.html', file: 'octavo/templates/partials/head.html', text: 'default head\n' },
    { path: 'poem.html', file: 'templates/poem.html', text: 'my poem' },
  ]);
});

test('a book whose templates are the default theme has each of them once', (t) => {
  const roots = makeRoots(t, { 'book/templates/page.html': 'page', 'book/content/a.md': 'A' });
  symlinkSync(join(roots.book, 'templates'), roots.theme);
  assert.deepEqual(readSources(roots).value.templates, [
    { path: 'page.html', file: 'templates/page.html', text: 'page' },
  ]);
});

test('a template that is not UTF-8 is named', (t) => {
  const roots = makeRoots(t, { ...MINIMAL, 'book/templates/page.html': new Uint8Array([0xe9, 0x74]) });
  const { value, diagnostics } = readSources(roots);
  assert.deepEqual(value.templates, []);
  assert.deepEqual(
    diagnostics.map(({ code, file }) => [code, file]),
    [['source/not-text', 'templates/page.html']],
  );
});

test('backups, lock files and hidden files are no part of a book', (t) => {
  const ignored = ['.a.md', '#a.md#', '.#a.md', 'a.md~', '.git/a.md', '#x/a.md', 'x~/a.md'];
  const files = Object.fromEntries(ignored.map((path) => [`book/content/${path}`, 'x']));
  const { value, diagnostics } = readSources(makeRoots(t, { ...MINIMAL, ...files }));
  assert.deepEqual([pathsOf(value.chapters), value.resources, diagnostics], [['a.md'], [], []]);
});

test('hidden files in static/ are published, except what tools leave behind', (t) => {
  const kept = ['.htaccess', '.nojekyll', '.well-known/security.txt'];
  const left = ['.DS_Store', '.git/config', '.style.css.swp', '.#style.css', 'style.css~', '#style.css#'];
  const files = Object.fromEntries([...kept, ...left].map((path) => [`book/static/${path}`, 'x']));
  assert.deepEqual(pathsOf(readSources(makeRoots(t, { ...MINIMAL, ...files })).value.staticFiles), kept);
});

test('files that match `ignore` are passed over, by absolute path', (t) => {
  const roots = makeRoots(t, { ...MINIMAL, 'book/content/b.md': '', 'book/content/drafts/c.md': '' });
  const { value } = readSources({ ...roots, ignore: [/\/content\/drafts$/, /b\.md$/] });
  assert.deepEqual(pathsOf(value.chapters), ['a.md']);
});

test('a book without content/ is named, and the rest is read', (t) => {
  const roots = makeRoots(t, { 'theme/page.html': 'x', 'book/static/a.css': 'a' });
  const { value, diagnostics } = readSources(roots);
  assert.deepEqual(
    diagnostics.map(({ code, message }) => [code, message]),
    [['source/missing-content', `There is no folder "${join(roots.book, 'content')}".`]],
  );
  assert.deepEqual(pathsOf(value.staticFiles), ['a.css']);
  writeFileSync(join(roots.book, 'content'), 'no folder');
  assert.deepEqual(
    readSources(roots).diagnostics.map(({ code }) => code),
    ['source/missing-content', 'source/unreadable'],
  );
});

test('the fingerprint follows every byte and name, and nothing else', (t) => {
  const large = 'x'.repeat(2_000_000);
  const files: Files = {
    ...MINIMAL,
    'book/content/b/p.bin': large,
    'book/static/s.bin': large,
    'book/templates/assets/f.bin': new Uint8Array([0, 1]),
  };
  const sum = (changes: Files = {}) => readSources(makeRoots(t, { ...files, ...changes })).value.fingerprint;
  assert.match(sum(), /^[0-9a-f]{64}$/);
  assert.equal(sum(), sum({ 'book/README.md': 'not read' }));
  const changes: readonly Files[] = [
    { 'book/content/a.md': 'B' },
    { 'book/content/b/p.bin': `${large.slice(0, -1)}y` },
    { 'book/static/s.bin': `${large}x` },
    { 'book/templates/assets/f.bin': new Uint8Array([0, 2]) },
    { 'theme/page.html': 'other page' },
    { 'book/templates/page.html': 'default page' },
    { 'book/content/empty.md': '' },
    { 'book/static/empty.txt': '' },
  ];
  assert.equal(new Set([sum(), ...changes.map(sum)]).size, changes.length + 1);
});

test('what may not be read is named, and all else is read', (t) => {
  const roots = makeRoots(t, {
    ...MINIMAL,
    'book/content/secret.md': '',
    'book/content/x/y.md': '',
    'book/static/s': '',
  });
  chmodSync(roots.home, 0o755);
  for (const path of ['content/secret.md', 'content/x', 'static/s']) chmodSync(join(roots.book, path), 0);
  const { value, diagnostics } = withoutPrivileges(() => readSources(roots));
  chmodSync(join(roots.book, 'content/x'), 0o755);
  assert.deepEqual(
    diagnostics.map(({ message, file }) => [file, message]),
    ['content/x', 'content/secret.md', 'static/s'].map((file) => [
      file,
      'This cannot be read: permission denied (EACCES).',
    ]),
  );
  assert.deepEqual([pathsOf(value.chapters), pathsOf(value.templates)], [['a.md'], ['page.html']]);
});

test('a link that has taken the place of a file since it was found is not followed, one that was there is', (t) => {
  const roots = makeRoots(t, {
    ...MINIMAL,
    'book/content/b.md': 'B',
    'book/content/p.txt': 'P',
    'secret.md': 'secret',
  });
  symlinkSync('a.md', join(roots.book, 'content/own.md'));
  const swap = (name: string) => {
    rmSync(join(roots.book, 'content', name));
    symlinkSync(join(roots.home, 'secret.md'), join(roots.book, 'content', name));
  };
  const { value, diagnostics } = readSources({ ...roots, hearCount: () => ['b.md', 'p.txt'].forEach(swap) });
  assert.deepEqual(pathsOf(value.chapters), ['a.md', 'own.md']);
  assert.deepEqual(value.resources, []);
  assert.deepEqual(
    diagnostics.map(({ code, file }) => `${code} ${file}`),
    ['source/unreadable content/b.md', 'source/unreadable content/p.txt'],
  );
});
