import assert from 'node:assert/strict';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { findLive, findScripts } from './find-live.js';
import { makeBook, makeFolder, readTree, runOctavo } from './run-octavo.js';

const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>\'</title></style>';

test('no field and no text of a chapter puts live script into any file', (context) => {
  const quoted = JSON.stringify(evil);
  const book = makeBook(context, {
    'content/_index.md': `---\ntitle: ${quoted}\ndescription: ${quoted}\n---\n`,
    'content/part/_index.md': `---\ntitle: ${quoted}\nheading: ${quoted}\n---\n`,
    'content/part/one.md': [
      '---',
      `heading: ${quoted}`,
      `title: ${quoted}`,
      `linkTitle: ${quoted}`,
      `description: ${quoted}`,
      `summary: ${quoted}`,
      `keywords: [${quoted}]`,
      `aliases: [${JSON.stringify("/old/'onclick=alert(1) x&lt;/")}]`,
      `c: ${JSON.stringify('red;}</style><script>alert(1)</script>')}`,
      '---',
      '',
      `${evil}`,
      '',
      '[a](javascript:alert(1)) ![b](javascript:alert(1)) <javascript:alert(1)> [c](data:text/html,x "\\" onclick=\\"x")',
      '',
      '## Heading {#x" onclick="alert(1) .y}',
      '',
      '[^"><script>]: note',
      '',
      '```js" onload="x',
      evil,
      '```',
      '',
      `> [!NOTE${evil}]`,
      `> ${evil}`,
    ].join('\n'),
    'content/part/two.md': '---\ntitle: Two\n---\n\n[one](one.md "\\"><script>alert(1)</script>")\n',
  });
  const run = runOctavo(book, ['build']);
  assert.notEqual(run.code, null);
  assert.equal(run.code, 0, run.stderr);
  const site = readTree(join(book, 'public'));
  assert.ok(Object.keys(site).length >= 5);
  const own = ownScripts(context);
  for (const [path, text] of Object.entries(site)) {
    if (path.endsWith('.html'))
      assert.deepEqual(findLive(Buffer.from(text, 'latin1').toString(), own), [], path);
  }
});

/** The scripts of the theme, from a book that has nothing to hide. */
function ownScripts(context: TestContext): readonly string[] {
  const book = makeBook(context, { 'content/one.md': '---\ntitle: One\naliases: [/old/]\n---\n\nText.\n' });
  runOctavo(book, ['build']);
  const pages = Object.entries(readTree(join(book, 'public'))).filter(([path]) => path.endsWith('.html'));
  return pages.flatMap(([, text]) => findScripts(Buffer.from(text, 'latin1').toString()));
}

test('no slug, url or alias leads out of the destination', (context) => {
  const heads = [
    'slug: ../../escape',
    'url: /../../escape/',
    'url: "/a/..%2f..%2fescape/"',
    'aliases: [/../../escape]',
    'aliases: [../../../../escape]',
    'url: "C:\\\\escape\\\\"',
    'slug: "a\\0b"',
    'url: "//evil.example/"',
  ];
  const files = heads.map((head, index) => [`content/c${index}.md`, `---\ntitle: C${index}\n${head}\n---\n`]);
  const parent = makeFolder(context);
  const book = join(parent, 'deep/er/book');
  mkdirSync(join(book, 'content'), { recursive: true });
  for (const [path = '', text = ''] of files) writeFileSync(join(book, path), text);
  const run = runOctavo(book, ['build']);
  assert.ok(run.code === 0 || run.code === 1, run.stderr);
  const written = Object.keys(readTree(parent)).filter((path) => !path.startsWith('deep/er/book/'));
  assert.deepEqual(written, []);
  assert.equal(run.code, 1);
  // A control character ends where front matter is read.
  for (const index of [0, 1, 3, 4])
    assert.match(run.stderr, new RegExp(`content/c${index}\\.md:3:\\d+ error`));
});

test('a link that leaves the book is not followed, and is named', (context) => {
  const secrets = makeBook(context, { 'secret.md': '---\ntitle: S\n---\n\nTop secret.\n' });
  const book = makeBook(context, {
    'content/one.md': '---\ntitle: One\n---\n\nText.\n',
    'static/a.txt': 'a',
  });
  symlinkSync(secrets, join(book, 'content/linked'));
  symlinkSync(join(secrets, 'secret.md'), join(book, 'static/secret.txt'));
  const run = runOctavo(book, ['build']);
  assert.match(
    run.stderr,
    /content\/linked[\s\S]*source\/symlink-outside|source\/symlink-outside[\s\S]*content\/linked/,
  );
  assert.ok(
    !JSON.stringify(existsSync(join(book, 'public')) ? readTree(join(book, 'public')) : {}).includes(
      'Top secret',
    ),
  );
});

test('a destination inside content, or that is the book, is refused before anything is written', (context) => {
  const book = makeBook(context, { 'content/one.md': '---\ntitle: One\n---\n' });
  const before = readTree(book);
  for (const destination of ['content', 'content/public', '.', '..', 'templates', 'content/../content/x']) {
    const run = runOctavo(book, ['build', '-d', destination]);
    assert.equal(run.code, 1, destination);
    assert.match(run.stderr, /error output\/destination-refused/, destination);
  }
  assert.deepEqual(readTree(book), before);
});

test('no chapter runs code: ---js is an error', (context) => {
  for (const language of ['js', 'javascript', 'coffee']) {
    const book = makeBook(context, {
      'content/one.md': `---${language}\nrequire('fs').writeFileSync('ran', ''); module.exports = {}\n---\n\nText.\n`,
    });
    const run = runOctavo(book, ['build']);
    assert.equal(run.code, 1, language);
    assert.match(run.stderr, /content\/one\.md:1:\d+ error front-matter\//);
    assert.ok(!existsSync(join(book, 'ran')));
  }
});
