import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { isOutputPath } from '../../src/output/output-path.js';
import { createPathRegister } from '../../src/output/path-register.js';

const UNSAFE = [
  ...['', '/', '/a', 'a/', 'a//b', '.', '..', '../a', 'a/..', 'a/../b', './a', 'a/./b', '/etc/passwd'],
  ...['a\0b', 'a\nb', 'a\x7fb', 'a\x85b', 'a\\b', '..\\a', 'C:/a', 'c:a', 'a\ud800', '\udc00/a'],
  ...['.octavo', '.octavo/manifest.json', '.OCTAVO/x'],
];

for (const path of UNSAFE) {
  test(`${JSON.stringify(path)} is no output path`, () => {
    assert.equal(isOutputPath(path), false);
  });
}

test('names that only look odd are output paths', () => {
  const paths = [
    'a..b',
    '...',
    '..a/b',
    '.well-known/x',
    'é/ß.html',
    'a b/%2e%2e/c',
    'x/C:/y',
    'a/.octavo',
    '📖.html',
  ];
  for (const path of [...paths, '.octavo-notes/x']) assert.equal(isOutputPath(path), true, path);
});

test('whatever is let through stays below the folder', () => {
  const part = fc.oneof(fc.constantFrom('.', '..', '', 'a', '\\', 'c:'), fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(
      fc.array(part).map((parts) => parts.join('/')),
      (path) => {
        if (isOutputPath(path)) assert.equal(join('/site', path), `/site/${path}`);
      },
    ),
  );
});

function register(...paths: readonly string[]): readonly (string | undefined)[] {
  const claim = createPathRegister();
  return paths.map((path) => claim(path, `${path}.md`)?.message);
}

test('two files of one name are named', () => {
  assert.deepEqual(register('a/index.html', 'b/index.html', 'a/index.html'), [
    undefined,
    undefined,
    'Both a/index.html.md and a/index.html.md become "a/index.html".',
  ]);
});

test('names that differ by case or Unicode form only are one name', () => {
  const [, byCase] = register('a/Index.html', 'A/index.html');
  assert.match(byCase ?? '', /"a\/Index.html" of \S+ and "A\/index.html" of \S+ are one file/);
  const [, byForm] = register('caf\u00e9/x', 'cafe\u0301/x');
  assert.match(byForm ?? '', /are one file/);
});

test('a path is a file or a folder, whichever comes first', () => {
  const message = (path: string) =>
    `The site needs "${path}" both as a file, from ${path}.md, and as a folder.`;
  assert.deepEqual(register('a/b', 'a/b/c/d'), [undefined, message('a/b')]);
  assert.deepEqual(register('a/b/c/d', 'a/b'), [undefined, message('a/b')]);
  assert.deepEqual(register('a/b', 'a/bc/d', 'ab'), [undefined, undefined, undefined]);
});
