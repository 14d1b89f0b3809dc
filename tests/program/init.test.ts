import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { makeBook, makeFolder, readTree, runOctavo } from './run-octavo.js';

interface Listed {
  readonly source: string | null;
  readonly title: string;
}

function order(book: string): readonly string[] {
  const entries: readonly Listed[] = JSON.parse(runOctavo(book, ['list', '--json']).stdout);
  return entries.map(({ source, title }) => `${source}: ${title}`);
}

test('a new book builds and passes check at once', (context) => {
  const folder = makeFolder(context);
  const run = runOctavo(folder, ['init', 'my-first-book']);
  assert.equal(run.code, 0, run.stderr);
  assert.equal(run.stdout, 'My First Book: 3 files in my-first-book\n\n  cd my-first-book\n  octavo build\n');
  const book = join(folder, 'my-first-book');
  assert.equal(runOctavo(book, ['build', '--fail-on-warnings']).code, 0);
  const check = runOctavo(book, ['check', '--fail-on', 'advice']);
  assert.deepEqual([check.code, check.stdout], [0, 'nothing found\n']);
  assert.equal(runOctavo(book, ['new', '--title', 'Next']).code, 0);
});

test('nothing is overwritten', (context) => {
  const folder = makeBook(context, { 'octavo.yaml': 'title: Mine\n' });
  const before = readTree(folder);
  assert.equal(runOctavo(folder, ['init', '.']).code, 1);
  assert.deepEqual(readTree(folder), before);
});

test('an mdBook comes with its order, sections, links and old addresses', (context) => {
  const folder = makeBook(context, {
    'old/book.toml': '[book]\ntitle = "The Hand Press"\nsrc = "text"\n',
    'old/text/SUMMARY.md': [
      '# Summary',
      '',
      '[Welcome](README.md)',
      '',
      '# The Workshop',
      '',
      '- [Type](type.md)',
      '  - [The `Case`](case.md)',
      '  - [Draft]()',
      '- [Ink](ink/README.md)',
      '  - [Oil](ink/oil.md)',
      '',
      '---',
      '',
      '[Thanks](thanks.md)',
    ].join('\n'),
    'old/text/README.md': '# Welcome\n\nSee [the case](case.html#boxes).\n',
    'old/text/type.md':
      '# On Type\r\n\r\n{{#include x.rs}} ![a type](img/t.png)\r\n\r\n{{#include ../code/y.rs}}\r\n\r\n{{#include ../../secret.txt}}\r\n',
    'old/code/y.rs': 'fn y() {\n}\n',
    'secret.txt': 'Not in the folder of the book.\n',
    'old/text/case.md':
      '## The Case\n\n<!-- Old. -->\n\n<a id="old boxes"></a>\n<a name=older></a>\n\n## Boxes\n\n[Oil](ink/oil.md), [type](./type.md), ![a box](img/t.png)\n',
    'old/text/ink/README.md': 'Ink.\n',
    'old/text/ink/oil.md': '---\ntitle: Linseed\n---\n[up](../type.md)\n',
    'old/text/thanks.md':
      '# Thanks\n\n<i>All</i> [type](type.md#on-type), [here](#thanks), [boxes](case.md#boxes), [old](case.md#old%20boxes), [x](%zz.md#y)\n',
    'old/text/stray.md': 'Nobody lists me.\n',
    'old/text/img/t.png': Buffer.from('no picture'),
  });
  const run = runOctavo(folder, ['init', 'new', '--from', 'old']);
  assert.equal(run.code, 0, run.stderr);
  for (const said of [
    /part title "The Workshop"/,
    /"Draft"/,
    /1 piece of another file is written out in the text/,
    /2 directives of mdBook \(\{\{#… \}\}\) stay as text, in type\/_index\.md/,
    /1 piece of HTML is left out of the pages .* in thanks\.md/,
    /2 anchors of HTML \(<a id=…>\) are left out: .* in type\/case\.md/,
    /stray\.md is not listed/,
  ]) {
    assert.match(run.stderr, said);
  }
  const book = join(folder, 'new');
  assert.deepEqual(order(book), [
    '_index.md: Welcome',
    'type/_index.md: On Type',
    'type/case.md: The Case',
    'ink/_index.md: Ink',
    'ink/oil.md: Linseed',
    'thanks.md: Thanks',
  ]);
  const tree = readTree(join(book, 'content'));
  assert.match(
    tree['type/_index.md'] ?? '',
    /^---\r\ntitle: On Type\r\nweight: 20\r\naliases: \[\/type\.html\]\r\n---\r\n\r\n/,
  );
  assert.match(
    tree['type/case.md'] ?? '',
    /<\/a>\n\n## Boxes\n\n\[Oil\]\(\.\.\/ink\/oil\.md\), \[type\]\(_index\.md\), !\[a box\]\(\.\.\/img\/t\.png\)/,
  );
  assert.match(tree['_index.md'] ?? '', /\[the case\]\(type\/case\.md#boxes\)/);
  assert.match(tree['type/_index.md'] ?? '', /\r\nfn y\(\) \{\r\n\}\r\n\r\n\{\{#include \.\.\/\.\.\/secret/);
  assert.match(
    tree['thanks.md'] ?? '',
    /\[type\]\(type\/_index\.md\), \[here\]\(#top\), \[boxes\]\(type\/case\.md#boxes\), \[old\]\(type\/case\.md#boxes\), \[x\]\(%zz/,
  );
  assert.match(tree['ink/oil.md'] ?? '', /\[up\]\(\.\.\/type\/_index\.md\)/);
  const built = runOctavo(book, ['build']);
  assert.equal(built.code, 0, built.stderr);
  assert.equal(built.stderr.match(/link\//g)?.length, 1, 'every link arrives that did');
  assert.ok(readTree(join(book, 'public'))['case.html'], 'the old address redirects');
});

test('a GitBook with parts: a folder of a part is a section in its place, scattered folders keep the order', (context) => {
  const page = (title: string) => `# ${title}\n`;
  const folder = makeBook(context, {
    'old/.gitbook.yaml': 'root: ./text/\n',
    'old/book.json': '{"title": "Both"}',
    'old/text/SUMMARY.md': [
      '# Table of contents',
      '',
      '* [Start](README.md)',
      '',
      '## The Users',
      '',
      '* [Two](zeta/two/README.md)',
      '  * [Three](zeta/two/three.md)',
      '* [Four](zeta/four.md)',
      '',
      '## Mixed',
      '',
      '* [Five](alpha/five.md)',
      '* [Six](six.md)',
      '* [Seven](alpha/seven.md)',
      '* [Eight](beta/README.md)',
      '* [Nine](beta/nine.md)',
    ].join('\n'),
    'old/text/README.md':
      '# Start\n\n![A bar](.gitbook/assets/the\\_bar.png)\n\n{% content-ref url="six.md" %}\n[six.md](six.md)\n{% endcontent-ref %}\n\n{% openapi %}\n',
    'old/text/.gitbook/assets/the_bar.png': Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
    'old/text/zeta/two/README.md': page('Two'),
    'old/text/zeta/two/three.md': page('Three'),
    'old/text/zeta/four.md': `${page('Four')}\n[up](two/README.md) and [five](../alpha/five.md)\n`,
    'old/text/alpha/five.md': page('Five'),
    'old/text/six.md': page('Six'),
    'old/text/alpha/seven.md': page('Seven'),
    'old/text/beta/README.md': page('Eight'),
    'old/text/beta/nine.md': page('Nine'),
  });
  const run = runOctavo(folder, ['init', 'new', '--from', 'old']);
  assert.match(run.stdout, /^Both: /);
  assert.match(run.stderr, /^The part title "Mixed" is left out\.$/m);
  assert.match(run.stderr, /^1 block of GitBook stays as text, in _index\.md\.$/m);
  assert.doesNotMatch(run.stderr, /The Users/);
  const book = join(folder, 'new');
  assert.deepEqual(order(book), [
    '_index.md: Start',
    'zeta/_index.md: The Users',
    'zeta/two/_index.md: Two',
    'zeta/two/three.md: Three',
    'zeta/four.md: Four',
    'alpha-five.md: Five',
    'six.md: Six',
    'alpha-seven.md: Seven',
    'beta/_index.md: Eight',
    'beta/nine.md: Nine',
  ]);
  assert.match(
    readTree(book)['content/_index.md'] ?? '',
    /!\[A bar\]\(gitbook\/assets\/the_bar\.png\)\n\n\[Six\]\(six\.md\)\n/,
  );
  const built = runOctavo(book, ['build', '--fail-on-warnings']);
  assert.equal(built.code, 0, built.stderr);
});

test('names of files tell heading and title', (context) => {
  const folder = makeBook(context, {
    'old/Chapter 10 - The Night.txt': 'Dark.\n',
    'old/Chapter 2 - the day.txt': 'Light.\n',
    'old/3_some_more.md': 'More.\n',
  });
  runOctavo(folder, ['init', 'new', '--from', 'old']);
  const entries: readonly { readonly heading: string; readonly title: string }[] = JSON.parse(
    runOctavo(join(folder, 'new'), ['list', '--json']).stdout,
  );
  assert.deepEqual(
    entries.slice(1).map(({ heading, title }) => `${heading}: ${title}`),
    [': Some More', 'Chapter 2: The Day', 'Chapter 10: The Night'],
  );
});

test('a plain folder comes in the order of its names, numbers by value', (context) => {
  const folder = makeBook(context, {
    'notes/readme.md': '# My Notes\n\nHello.\n',
    'notes/10-last.md': 'Last.\n',
    'notes/2-first.txt': 'First.\n',
    'notes/part_b/README.md': '# The Other Part\n',
    'notes/part_b/x.md': '---\ntitle: Own\ndraft: false # mine\n---\n',
    'notes/part_a/y.md': '# Y\n\nText.\n',
    'notes/.git/config': 'none\n',
  });
  const run = runOctavo(folder, ['init', 'book', '--from', 'notes', '--title', 'Notes']);
  assert.equal(run.code, 0, run.stderr);
  const book = join(folder, 'book');
  assert.deepEqual(order(book), [
    '_index.md: My Notes',
    '2-first.md: First',
    '10-last.md: Last',
    'part_a/_index.md: Part A',
    'part_a/y.md: Y',
    'part_b/_index.md: The Other Part',
    'part_b/x.md: Own',
  ]);
  assert.match(readTree(book)['content/part_b/x.md'] ?? '', /draft: false # mine/);
  assert.equal(runOctavo(book, ['build', '--fail-on-warnings']).code, 0);
});

test('wrong usage of init exits with 2', (context) => {
  const folder = makeBook(context, { 'empty/x.png': 'x' });
  for (const argv of [
    ['init'],
    ['init', 'a', 'b'],
    ['init', 'a', '--from', 'nowhere'],
    ['init', 'a', '--from', 'empty/none'],
    ['init', 'a', '--from', 'empty'],
  ]) {
    assert.equal(runOctavo(folder, argv).code, 2, argv.join(' '));
  }
});

test('a Docusaurus folder keeps its order and its call-outs', (context) => {
  const old = makeBook(context, {
    'docusaurus.config.js': "module.exports = {\n  title: 'The Ink Book',\n};\n",
    'docs/alpha.md': '---\nsidebar_position: 3\n---\n\n# Alpha\n\n:::note\n\nMind it.\n\n:::\n',
    'docs/beta.md': '---\nsidebar_position: 1\ntitle: Beta\n---\n\nText.\n',
    'docs/press/_category_.json': '{"label": "The Press", "position": 2}',
    'docs/press/bar.mdx': '# The Bar\n',
  });
  const book = makeFolder(context);
  const run = runOctavo(book, ['init', 'new', '--from', old]);
  assert.match(run.stdout, /^The Ink Book: /, run.stderr);
  const listed = JSON.parse(runOctavo(join(book, 'new'), ['list', '--json']).stdout);
  const titles = listed.map(({ title }: { title: string }) => title).slice(1);
  assert.deepEqual(titles, ['Beta', 'The Press', 'The Bar', 'Alpha']);
  assert.match(readFileSync(join(book, 'new/content/alpha.md'), 'utf8'), /^> \[!NOTE\]$/m);
});

test('the nav of an MkDocs folder is its order', (context) => {
  const old = makeBook(context, {
    'mkdocs.yml':
      'site_name: Presses\nnav:\n  - index.md\n  - Work:\n      - The Bar: work/bar.md\n      - work/ash.md\n  - Web: https://example.org/\n',
    'docs/index.md': '# Presses\n',
    'docs/work/ash.md': '# Ash\n',
    'docs/work/bar.md': '# Bar\n',
  });
  const book = makeFolder(context);
  const run = runOctavo(book, ['init', 'new', '--from', old]);
  assert.match(run.stderr, /"Web" leads to the web/);
  const listed = JSON.parse(runOctavo(join(book, 'new'), ['list', '--json']).stdout);
  assert.deepEqual(
    listed.map(({ title }: { title: string }) => title),
    ['Presses', 'Work', 'Bar', 'Ash'],
  );
});

test('init adds nothing to a book but what is missing, and refuses a file', (context) => {
  const book = makeBook(context, {
    'content/a.md': '---\ntitle: A\n---\n',
    'hugo.toml': 'title = "T"\n',
    'x.txt': 'x',
  });
  assert.equal(runOctavo(book, ['init', '.']).code, 0);
  assert.deepEqual(
    ['content/chapter-1.md', 'octavo.yaml', '.gitignore'].map((file) => existsSync(join(book, file))),
    [false, false, true],
  );
  assert.equal(runOctavo(book, ['init', '.']).stderr, 'It is a book already: nothing is missing.\n');
  const refused = runOctavo(book, ['init', 'new', '--from', 'x.txt']);
  assert.equal(refused.code, 2);
  assert.match(refused.stderr, /"x\.txt" is a file/);
  assert.match(runOctavo(makeFolder(context), ['build']).stderr, /init BOOK --from FOLDER/);
});
