import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { generateBook } from '../../bench/generate-book.js';
import { makeBook, makeFolder, readTree, runOctavo } from './run-octavo.js';

interface Listed {
  readonly source: string;
  readonly heading: string;
  readonly weight: number;
  readonly url: string;
  readonly kind: string;
}

function list(book: string): readonly Listed[] {
  return JSON.parse(runOctavo(book, ['list', '--json', '-DF']).stdout);
}

const chaptersOf = (book: string) =>
  list(book)
    .filter(({ kind }) => kind === 'page')
    .map(({ source }) => source);

function git(folder: string, ...argv: readonly string[]): string {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'core.autocrlf=false'];
  const run = spawnSync('git', [...identity, ...argv], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 });
  assert.equal(run.status, 0, run.stderr);
  return run.stdout;
}

/** The lines that a diff takes out and puts in. */
function changedLines(folder: string): readonly string[] {
  return git(folder, 'diff', '-U0', '--no-color')
    .split('\n')
    .filter((line) => /^[-+](?![-+])/.test(line));
}

/** 330 chapters in one section, weights without gaps, some with CRLF and a byte order mark, under git. */
function largeBook(context: TestContext): string {
  const book = makeFolder(context);
  generateBook({ chapters: 330, folder: book, mix: 'prose', partSize: 330 });
  runOctavo(book, ['renumber', '--step', '1', '--write']);
  for (const source of chaptersOf(book).filter((_, index) => index % 7 === 0)) {
    const file = join(book, 'content', source);
    const text = readFileSync(file, 'utf8').replaceAll('\n', '\r\n');
    writeFileSync(file, `\ufeff${text}`.replace(/^(\ufeff---\r\n)/, '$1# set by hand\r\n'));
  }
  git(book, 'init', '-q');
  git(book, 'add', '-A');
  git(book, 'commit', '-qm', 'as it was');
  return book;
}

test('on 330 chapters under git: insert, move and renumber change lines of the front matter only', (context) => {
  const book = largeBook(context);
  const before = chaptersOf(book);
  const where = before[164] ?? '';
  const added = runOctavo(book, ['new', 'part-001/inserted.md', '--after', where, '--title', 'In Between']);
  assert.equal(added.code, 0, added.stderr);
  assert.equal(chaptersOf(book)[165], 'part-001/inserted.md');
  const inserted = changedLines(book);
  assert.ok(
    inserted.length > 0 && inserted.every((line) => /^[-+]weight: \d+\r?$/.test(line)),
    inserted.join('\n'),
  );

  const first = before[3] ?? '';
  const last = before[300] ?? '';
  const moved = runOctavo(book, ['move', first, '--after', last, '--write']);
  assert.equal(moved.code, 0, moved.stderr);
  const order = chaptersOf(book);
  assert.equal(order[order.indexOf(last) + 1], first);
  assert.deepEqual(
    order.filter((path) => path !== first && !path.endsWith('inserted.md')),
    before.filter((path) => path !== first),
  );

  runOctavo(book, ['renumber', '--write']);
  assert.deepEqual(chaptersOf(book), order);
  assert.ok(
    list(book)
      .filter(({ kind }) => kind === 'page')
      .every(({ weight }, index) => weight === (index + 1) * 10),
  );
  runOctavo(book, ['renumber', '--headings', '--write']);
  assert.deepEqual(chaptersOf(book), order);
  const lines = changedLines(book);
  assert.ok(lines.length > 600);
  assert.ok(
    lines.every((line) => /^[-+](?:weight: \d+|heading: .*)\r?$/.test(line)),
    'only weights and headings',
  );
});

const chapter = (heading: string, weight: number, body = '') =>
  `---\nheading: ${heading}\ntitle: T ${heading}\nweight: ${weight}\n---\n\n${body}\n`;

test('without --write nothing changes, and what would change is shown', (context) => {
  const book = makeBook(context, {
    'content/a.md': chapter('Chapter 1', 1),
    'content/b.md': chapter('Chapter 2', 2),
    'content/c.md': chapter('Chapter 3', 3),
  });
  const before = readTree(book);
  const run = runOctavo(book, ['move', 'c', '--before', 'Chapter 1']);
  assert.equal(run.code, 0, run.stderr);
  assert.equal(run.stdout, '  content/a.md  weight 1 → 4\n  content/b.md  weight 2 → 5\n');
  assert.match(run.stderr, /Nothing was written; --write does it/);
  assert.equal(
    runOctavo(book, ['renumber', '--step', '5']).stdout,
    '  content/a.md  weight 1 → 5\n  content/b.md  weight 2 → 10\n  content/c.md  weight 3 → 15\n',
  );
  assert.deepEqual(readTree(book), before);
});

test('a move to another section takes the file along, redirects, and keeps every link', (context) => {
  const book = makeBook(context, {
    'content/one/_index.md': '---\ntitle: One\nweight: 1\n---\n',
    'content/one/a.md': chapter(
      'Chapter 1',
      10,
      'See [b](b.md#x), [c](../two/c.md), ![p](p.png) and [web](https://a.org/b.md).\n\n## X',
    ),
    'content/one/b.md': chapter(
      'Chapter 2',
      20,
      'Back to [a](a.md "the a.md") and [a too](./a#x).\n\n## X\n\n[r]: a.md',
    ),
    'content/one/p.png': Buffer.from('not really'),
    'content/two/_index.md': '---\ntitle: Two\nweight: 2\n---\n\n[a](../one/a.md)\n',
    'content/two/c.md': chapter('Chapter 3', 10, '[one](../one/)'),
  });
  assert.equal(runOctavo(book, ['build']).code, 0, runOctavo(book, ['build']).stderr);
  const run = runOctavo(book, ['move', 'one/a', '--after', 'two/c.md', '--write']);
  assert.equal(run.code, 0, run.stderr);
  assert.match(run.stdout, /content\/one\/a\.md → content\/two\/a\.md/);
  const tree = readTree(join(book, 'content'));
  assert.equal(tree['one/a.md'], undefined);
  assert.match(tree['two/a.md'] ?? '', /weight: 20\naliases: \[\/one\/a\/\]\n---/);
  assert.match(
    tree['two/a.md'] ?? '',
    /\[b\]\(\.\.\/one\/b\.md#x\), \[c\]\(\.\.\/two\/c\.md\), !\[p\]\(\.\.\/one\/p\.png\) and \[web\]\(https:/,
  );
  assert.match(
    tree['one/b.md'] ?? '',
    /\[a\]\(\.\.\/two\/a\.md "the a\.md"\) and \[a too\]\(\.\.\/two\/a#x\)/,
  );
  assert.match(tree['one/b.md'] ?? '', /\[r\]: \.\.\/two\/a\.md/);
  assert.match(tree['two/_index.md'] ?? '', /\[a\]\(a\.md\)/);
  assert.equal(tree['two/c.md'], chapter('Chapter 3', 10, '[one](../one/)'));
  const built = runOctavo(book, ['build']);
  assert.equal(built.code, 0, built.stderr);
  assert.match(readTree(join(book, 'public'))['one/a/index.html'] ?? '', /\/two\/a\//);
});

test('a chapter moves into a section without chapters, and its figures are found there', (context) => {
  const figure = '{{< figure src="map.svg" link="b.md" alt="A > B" >}} {{% figure src=/map.svg %}}';
  const book = makeBook(context, {
    'content/one/a.md': chapter('Chapter 1', 10, figure),
    'content/one/b.md': chapter(
      'Chapter 2',
      20,
      '{{< figure caption="src=map.svg" link=a.md src=`map.svg` >}}',
    ),
    'content/one/map.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
    'content/two/_index.md': '---\ntitle: Two\n---\n',
  });
  const run = runOctavo(book, ['move', 'a', '--into', 'two', '--write']);
  assert.equal(run.code, 0, run.stderr);
  const { 'content/two/a.md': moved = '', 'content/one/b.md': other = '' } = readTree(book);
  assert.match(
    moved,
    /figure src="\.\.\/one\/map\.svg" link="\.\.\/one\/b\.md" alt="A > B" >\}\} \{\{% figure src=\/map/,
  );
  assert.match(other, /link=\.\.\/two\/a\.md src=`map\.svg`/);
  assert.match(
    runOctavo(book, ['move', 'a', '--into', 'b']).stderr,
    /"b" is a chapter; --into names a section\./,
  );
  const both = runOctavo(book, ['move', 'a', '--into', 'one', '--after', 'b']);
  assert.match(both.stderr, /--after and --into exclude each other/);
});

test('references by path follow a chapter, and it takes its own along', (context) => {
  const book = makeBook(context, {
    'content/one/_index.md': '---\ntitle: One\nweight: 1\n---\n',
    'content/one/a.md': chapter('Chapter 1', 10, '[b]({{< relref "./b.md" >}}) [c]({{< ref "/two/c" >}})'),
    'content/one/b.md': chapter(
      'Chapter 2',
      20,
      '[1]({{< ref "one/a.md#x" >}}) [2]({{< relref "/one/a" >}}) [3]({{% ref path="./a.md" %}}) [4]({{< ref a.md >}})',
    ),
    'content/two/_index.md': '---\ntitle: Two\nweight: 2\n---\n',
    'content/two/c.md': chapter('Chapter 3', 10),
  });
  const run = runOctavo(book, ['move', 'one/a', '--after', 'two/c.md', '--write']);
  assert.equal(run.code, 0, run.stderr);
  const tree = readTree(join(book, 'content'));
  assert.match(
    tree['two/a.md'] ?? '',
    /\[b\]\(\{\{< relref "\/one\/b\.md" >\}\}\) \[c\]\(\{\{< ref "\/two\/c" >/,
  );
  assert.ok(
    tree['one/b.md']?.includes(
      '[1]({{< ref "/two/a.md#x" >}}) [2]({{< relref "/two/a" >}}) [3]({{% ref path="/two/a.md" %}}) [4]({{< ref a.md >}})',
    ),
    tree['one/b.md'],
  );
  const built = runOctavo(book, ['build', '--json']);
  assert.doesNotMatch(built.stdout, /reference-not-found/);
});

test('a bundle takes its folder along', (context) => {
  const book = makeBook(context, {
    'content/one/_index.md': '---\ntitle: One\nweight: 1\n---\n',
    'content/one/ink/index.md': chapter('Chapter 1', 10, '![A pot](img/pot.png) and [b](../b.md)'),
    'content/one/ink/img/pot.png': Buffer.from('not really'),
    'content/one/b.md': chapter('Chapter 2', 20, 'See [ink](ink/index.md) and ![it](ink/img/pot.png).'),
    'content/two/_index.md': '---\ntitle: Two\nweight: 2\n---\n',
    'content/two/c.md': chapter('Chapter 3', 10),
  });
  const shown = runOctavo(book, ['move', 'Chapter 1', '--before', 'two/c.md']);
  assert.equal(
    shown.stdout,
    [
      '  content/one/ink/index.md    → content/two/ink/index.md',
      '  content/one/ink/img/pot.png → content/two/ink/img/pot.png',
      '  /one/ink/ → /two/ink/  redirects',
      '  content/one/ink/index.md  weight 10 → 5',
      '  content/one/b.md  links',
      '',
    ].join('\n'),
  );
  assert.equal(runOctavo(book, ['move', 'Chapter 1', '--before', 'two/c.md', '--write']).code, 0);
  const tree = readTree(join(book, 'content'));
  assert.deepEqual(Object.keys(tree), [
    'one/_index.md',
    'one/b.md',
    'two/_index.md',
    'two/c.md',
    'two/ink/img/pot.png',
    'two/ink/index.md',
  ]);
  assert.match(tree['two/ink/index.md'] ?? '', /\(img\/pot\.png\) and \[b\]\(\.\.\/\.\.\/one\/b\.md\)/);
  assert.match(
    tree['one/b.md'] ?? '',
    /\(\.\.\/two\/ink\/index\.md\) and !\[it\]\(\.\.\/two\/ink\/img\/pot\.png\)/,
  );
  assert.ok(!existsSync(join(book, 'content/one/ink')), 'the emptied folder has gone');
  assert.equal(runOctavo(book, ['build']).code, 0);
});

test('a section takes along all that is in it, and every address that changes redirects', (context) => {
  const book = makeBook(context, {
    'content/_index.md': '---\ntitle: Home\n---\n\n[in](one/deep/a.md)\n',
    'content/one/_index.md': '---\ntitle: One\nweight: 10\naliases: [uno]\n---\n',
    'content/one/deep/_index.md': '---\ntitle: Deep\nweight: 20\n---\n',
    'content/one/deep/a.md': chapter(
      'Chapter 1',
      10,
      '[sister](b.md), [up](../_index.md), [away](../../two/c.md)',
    ),
    'content/one/deep/b.md': chapter('Chapter 2', 20).replace('weight', 'url: /fixed/\nweight'),
    'content/one/p.txt': 'kept',
    'content/two/_index.md': '---\ntitle: Two\nweight: 20\n---\n',
    'content/two/c.md': chapter('Chapter 3', 10, '[a](../one/deep/a.md)'),
  });
  const before = readTree(book);
  const shown = runOctavo(book, ['move', 'content/one/_index.md', '--after', 'two/c.md']);
  assert.equal(shown.code, 0, shown.stderr);
  assert.deepEqual(readTree(book), before);
  const run = runOctavo(book, ['move', 'content/one/_index.md', '--after', 'two/c.md', '--write']);
  assert.equal(run.code, 0, run.stderr);
  const tree = readTree(join(book, 'content'));
  assert.match(tree['two/one/_index.md'] ?? '', /weight: 20\naliases: \[uno, \/one\/, \/uno\/\]/);
  assert.match(tree['two/one/deep/a.md'] ?? '', /aliases: \[\/one\/deep\/a\/\]/);
  assert.match(
    tree['two/one/deep/a.md'] ?? '',
    /\[sister\]\(b\.md\), \[up\]\(\.\.\/_index\.md\), \[away\]\(\.\.\/\.\.\/c\.md\)/,
  );
  assert.equal(tree['two/one/deep/b.md'], before['content/one/deep/b.md'], 'its address is fixed');
  assert.equal(tree['two/one/p.txt'], 'kept');
  assert.match(tree['_index.md'] ?? '', /\[in\]\(two\/one\/deep\/a\.md\)/);
  assert.match(tree['two/c.md'] ?? '', /\[a\]\(one\/deep\/a\.md\)/);
  assert.equal(tree['one/_index.md'], undefined);
  const built = runOctavo(book, ['build']);
  assert.equal(built.code, 0, built.stderr);
  const pages = readTree(join(book, 'public'));
  for (const old of ['one/index.html', 'uno/index.html', 'one/deep/index.html', 'one/deep/a/index.html']) {
    assert.match(pages[old] ?? '', /http-equiv="refresh"/, old);
  }
});

test('an address that a permalink keeps needs no redirect; one that another page has stops the move', (context) => {
  const files = {
    'octavo.yaml': 'permalinks:\n  one: /:slug/\n  two: /:slug/\n',
    'content/one/_index.md': '---\ntitle: One\nweight: 1\n---\n',
    'content/one/a.md': chapter('Chapter 1', 10),
    'content/two/_index.md': '---\ntitle: Two\nweight: 2\n---\n',
    'content/two/c.md': chapter('Chapter 3', 10),
  };
  const kept = makeBook(context, files);
  runOctavo(kept, ['move', 'one/a.md', '--after', 'two/c.md', '--write']);
  assert.doesNotMatch(readTree(kept)['content/two/a.md'] ?? 'aliases', /aliases/);
  const taken = makeBook(context, {
    ...files,
    'content/three.md': '---\ntitle: X\nurl: /two/a/\n---\n',
    'octavo.yaml': '',
  });
  const before = readTree(taken);
  const run = runOctavo(taken, ['move', 'one/a.md', '--after', 'two/c.md', '--write']);
  assert.equal(run.code, 1);
  assert.match(run.stderr, /address\/duplicate/);
  assert.deepEqual(readTree(taken), before);
});

test('headings are counted by kind, parts of a chapter stay together, sections may begin anew', (context) => {
  const continuous = makeBook(context, {
    'content/one/_index.md': '---\nheading: Part I\ntitle: One\nweight: 1\n---\n',
    'content/one/a.md': chapter('Chapter 1', 1),
    'content/one/b.md': chapter('Chapter 4b', 2),
    'content/one/c.md': chapter('Chapter 4c', 3),
    'content/one/d.md': chapter('Interlude', 4),
    'content/two/_index.md': '---\nheading: Part IV\ntitle: Two\nweight: 2\n---\n',
    'content/two/d.md': chapter('Chapter 4d', 1),
    'content/two/e.md': chapter('Chapter 9', 2),
    'content/two/f.md': chapter('Chapter 9', 3),
  });
  runOctavo(continuous, ['renumber', '--headings', '--write']);
  assert.deepEqual(
    list(continuous).map(({ heading }) => heading),
    [
      ...['', 'Part I', 'Chapter 1', 'Chapter 2a', 'Chapter 2b', 'Interlude'],
      ...['Part II', 'Chapter 2c', 'Chapter 3', 'Chapter 4'],
    ],
  );
  const anew = makeBook(context, {
    'content/one/a.md': chapter('Chapter 1', 1),
    'content/one/b.md': chapter('Chapter 3', 2),
    'content/two/c.md': chapter('Chapter 1', 1),
    'content/two/d.md': chapter('Chapter 1', 2),
  });
  runOctavo(anew, ['renumber', '--headings', '--write']);
  assert.deepEqual(
    list(anew).flatMap(({ heading }) => (heading === '' ? [] : [heading])),
    ['Chapter 1', 'Chapter 2', 'Chapter 1', 'Chapter 2'],
  );
});

test('one chapter that cannot be edited keeps all of them as they are', (context) => {
  const book = makeBook(context, {
    'content/a.md': chapter('Chapter 1', 1),
    'content/b.md': '---\n{title: B, weight: 2}\n---\n',
  });
  const before = readTree(book);
  const run = runOctavo(book, ['renumber', '--write']);
  assert.equal(run.code, 1);
  assert.ok(run.stderr.includes('content/b.md error edit/refused'), run.stderr);
  assert.deepEqual(readTree(book), before);
});

test('a weight of another section says nothing about the new place', (context) => {
  const book = makeBook(context, {
    'content/one/a.md': chapter('Chapter 1', 1),
    'content/one/b.md': chapter('Chapter 2', 2),
    'content/two/c.md': chapter('Chapter 9', 9),
  });
  const { stdout } = runOctavo(book, ['move', 'two/c.md', '--after', 'one/a.md']);
  assert.match(stdout, /two\/c\.md {2}weight 9 → 2\n {2}content\/one\/b\.md {2}weight 2 → 3\n$/);
});

test('renumber of one section leaves the others', (context) => {
  const book = makeBook(context, {
    'content/one/a.md': chapter('Chapter 1', 1),
    'content/two/b.md': chapter('Chapter 2', 7),
  });
  assert.equal(runOctavo(book, ['renumber', 'two', '--write']).stdout, '  content/two/b.md  weight 7 → 10\n');
});

test('tags gather chapters of all sections, and have no say in their order', (context) => {
  const tagged = (heading: string, weight: number) =>
    chapter(heading, weight).replace('\n---\n', '\ntags: [ink]\n---\n');
  const book = makeBook(context, {
    'content/one/a.md': tagged('Chapter 1', 10),
    'content/two/b.md': tagged('Chapter 2', 10),
    'content/two/c.md': tagged('Chapter 3', 20),
  });
  assert.equal(runOctavo(book, ['renumber']).stdout, '');
  assert.equal(runOctavo(book, ['check', '--fail-on', 'advice']).stdout, 'nothing found\n');
});

test('wrong usage of move and renumber exits with 2', (context) => {
  const book = makeBook(context, {
    'content/a.md': chapter('Chapter 1', 1),
    'content/b/c.md': chapter('Chapter 2', 2),
    'content/d/_index.md': '---\ntitle: D\nweight: 9\n---\n',
    'content/d/e.md': chapter('Chapter 4', 2),
  });
  for (const argv of [
    ['move'],
    ['move', 'a'],
    ['move', 'a', '--after', 'nobody'],
    ['move', 'a', '--after', 'a'],
    ['move', 'b', '--after', 'a'],
    ['move', 'd', '--after', 'd/e.md'],
    ['renumber', 'a'],
    ['renumber', '--step', '0'],
  ]) {
    assert.equal(runOctavo(book, argv).code, 2, argv.join(' '));
  }
});

const library = {
  'octavo.yaml': 'volumes: [shelf/*]\n',
  'content/shelf/_index.md': '---\ntitle: Shelf\n---\n',
  'content/shelf/tides/_index.md': '---\ntitle: Tides\nweight: 1\n---\n',
  'content/shelf/tides/one.md': '---\ntitle: The Mark\nweight: 1\n---\nText.\n',
  'content/shelf/nets/_index.md': '---\ntitle: Nets\nweight: 2\n---\n',
  'content/shelf/nets/two.md': '---\ntitle: Twine\nweight: 1\n---\nText.\n',
  'content/attic/_index.md': '---\ntitle: Attic\n---\n',
  'content/attic/three.md': '---\ntitle: Rope\nweight: 1\n---\nText.\n',
};

test('a chapter leaves its volume only by --across-volumes where nobody can be asked', (context) => {
  for (const [argv, told] of [
    [['shelf/tides/one.md', '--after', 'two'], /leaves the volume "Tides" for "Nets"/],
    [['shelf/tides/one.md', '--into', 'attic'], /leaves the volume "Tides"\./],
    [['attic/three.md', '--into', 'shelf/nets'], /comes into the volume "Nets"/],
    [['shelf/tides', '--into', 'shelf/nets'], /comes into the volume "Nets"/],
  ] as const) {
    const book = makeBook(context, library);
    const before = readTree(book);
    const shown = runOctavo(book, ['move', ...argv]);
    assert.deepEqual([shown.code, told.test(shown.stderr)], [0, true], shown.stderr);
    const refused = runOctavo(book, ['move', ...argv, '--write']);
    assert.deepEqual([refused.code, told.test(refused.stderr)], [2, true], refused.stderr);
    assert.match(refused.stderr, /--across-volumes/);
    assert.deepEqual(readTree(book), before);
    const done = runOctavo(book, ['move', ...argv, '--write', '--across-volumes']);
    assert.equal(done.code, 0, done.stderr);
    assert.notDeepEqual(readTree(book), before);
  }
});

test('within a volume, and with a whole volume from shelf to shelf, nothing is asked', (context) => {
  for (const argv of [
    ['shelf/nets/two.md', '--into', 'shelf/nets'],
    ['shelf/tides', '--after', 'shelf/nets'],
    ['attic/three.md', '--into', '/'],
  ]) {
    const book = makeBook(context, library);
    const run = runOctavo(book, ['move', ...argv, '--write']);
    assert.deepEqual([run.code, /volume/.test(run.stderr)], [0, false], run.stderr);
  }
});

test('parts that are counted by letters keep them: C, D, I and L are no Roman numbers among A and B', (context) => {
  const files = Object.fromEntries(
    ['one', 'two'].flatMap((section) =>
      [...'ABCDEFGHIJKLM'].map((letter, at) => [
        `content/${section}/${letter.toLowerCase()}.md`,
        `---\nheading: Part ${letter}\ntitle: ${letter} of ${section}\nweight: ${at + 1}\n---\n`,
      ]),
    ),
  );
  const book = makeBook(context, files);
  const run = runOctavo(book, ['renumber', '--headings', '--write']);
  assert.equal(run.code, 0, run.stderr);
  for (const [path, text] of Object.entries(files))
    assert.equal(readFileSync(join(book, path), 'utf8'), text);
  const roman = makeBook(context, {
    'content/a.md': '---\nheading: Part XCIX\ntitle: A\nweight: 1\n---\n',
    'content/b.md': '---\nheading: Part C\ntitle: B\nweight: 2\n---\n',
    'content/c.md': '---\nheading: Part D\ntitle: C\nweight: 3\n---\n',
  });
  assert.match(runOctavo(roman, ['renumber', '--headings']).stdout, /Part D → Part CI/);
});
