import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LoadedFile } from '../../../src/model/source.js';
import { createAssets } from '../../../src/pages/theme/assets.js';
import { config, makeTemplates } from '../make-site.js';

const font = new Uint8Array([0, 1, 2]);
const binaries: readonly LoadedFile[] = [
  {
    path: 'assets/fonts/a.woff2',
    file: 'templates/assets/fonts/a.woff2',
    absolute: '',
    size: 3,
    bytes: font,
  },
];

function publish(texts: Readonly<Record<string, string>>) {
  const { value, diagnostics } = createAssets(makeTemplates(texts), binaries, config);
  const contents = Object.fromEntries(value.files.map(({ path, content }) => [path, content]));
  const nameOf = (start: string) => Object.keys(contents).find((path) => path.startsWith(start)) ?? '';
  return { value, diagnostics, contents, nameOf, textOf: (start: string) => contents[nameOf(start)] };
}

test('names hold the hash of the content, addresses the base path', () => {
  const { value, contents } = publish({ 'assets/icon.svg': '<svg/>', 'page.html': 'no asset' });
  assert.deepEqual(Object.keys(contents), ['assets/fonts/a-ae4b3280.woff2', 'assets/icon-d4dc5666.svg']);
  assert.equal(value.addressOf('icon.svg'), '/book/assets/icon-d4dc5666.svg');
  assert.equal(contents['assets/fonts/a-ae4b3280.woff2'], font);
});

test('the same content has the same name, another has another', () => {
  const name = (text: string) => publish({ 'assets/a.js': text }).nameOf('assets/a-');
  assert.equal(name('1'), name('1'));
  assert.notEqual(name('1'), name('2'));
});

test('imports are put in place, in order, from any folder; comments go', () => {
  const { textOf, diagnostics } = publish({
    'assets/style.css':
      '/* all */\n@import "./a.css";\n@import url(sub/b.css);\n@import "https://x.org/c.css";\nd {}\n',
    'assets/a.css': 'a { color: red }\n',
    'assets/sub/b.css': '@import "../a.css";\nb {}\n',
  });
  assert.deepEqual(diagnostics, []);
  assert.equal(
    textOf('assets/style-'),
    'a { color: red }\na { color: red }\nb {}\n@import "https://x.org/c.css";\nd {}\n',
  );
});

test('references to other assets get their hashed names, others stay', () => {
  const { textOf, diagnostics } = publish({
    'assets/style.css':
      '@import "./sub/b.css";\na { src: url(fonts/a.woff2?x#y) url("data:,x") url(#z) url(/s.png) }',
    'assets/sub/b.css': "b { src: url('../fonts/a.woff2') }\n",
  });
  assert.deepEqual(diagnostics, []);
  assert.equal(
    textOf('assets/style-'),
    'b { src: url("fonts/a-ae4b3280.woff2") }\na { src: url("fonts/a-ae4b3280.woff2?x#y") url("data:,x") url(#z) url(/s.png) }',
  );
  assert.equal(textOf('assets/sub/b-'), 'b { src: url("../fonts/a-ae4b3280.woff2") }\n');
});

test('stylesheets that import each other: the circle, at its line, once for each end', () => {
  const { diagnostics } = publish({
    'assets/style.css': '@import "a.css";',
    'assets/a.css': '\n  @import "b.css";',
    'assets/b.css': '/* x\n */ \n@import "a.css";',
  });
  assert.deepEqual(
    diagnostics.map(({ code, file, line, column }) => `${code} ${file}:${line}:${column}`),
    ['template/import-cycle templates/assets/b.css:3:1', 'template/import-cycle templates/assets/a.css:2:3'],
  );
  assert.match(diagnostics[0]?.message ?? '', /a\.css → b\.css → a\.css/);
});

test('an import and a reference to nothing, at their places', () => {
  const { diagnostics } = publish({
    'assets/style.css': '@import "tokns.css";\na { src: url(../x.png) }',
    'assets/tokens.css': '',
  });
  assert.deepEqual(
    diagnostics.map(({ code, line, column }) => `${code} ${line}:${column}`),
    ['template/missing-asset 1:1', 'template/missing-asset 2:10'],
  );
  assert.match(diagnostics[0]?.hint ?? '', /"tokens.css"/);
});
