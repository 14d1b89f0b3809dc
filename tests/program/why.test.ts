import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeBook, runOctavo } from './run-octavo.js';

const files = {
  'content/part/_index.md': '---\ntitle: Part\nweight: 1\ncascade:\n  c: teal\n  mood: dark\n---\n',
  'content/part/a.md': '---\ntitle: A\nweight: 10\ndate: 2025-01-02\n---\n',
  'content/part/b.md':
    '---\nheading: Chapter 2\ntitle: B\nweight: 20\npublishDate: 2025-03-04\nslug: bee\naliases: [/old/]\ndraft: true\nlayout: wide\n---\n',
  'content/part/c.md': '---\ntitle: C\nweight: 20\ndate: 2024-01-01\n---\n',
  'templates/wide.html': '{{ page.title }}',
};

test('why explains address, place, template, dates, inherited values and holding back, with their lines', (context) => {
  const book = makeBook(context, files);
  const run = runOctavo(book, ['why', 'Chapter 2']);
  assert.equal(run.code, 0, run.stderr);
  assert.equal(
    run.stdout,
    [
      'Chapter 2 · B',
      '  file         content/part/b.md  (kind page)',
      '  address      /part/bee/  (`slug`, content/part/b.md:6:7)',
      '  redirect     /old/  (`aliases`, content/part/b.md:7:10)',
      '  place        2 of 3 in /part/  (weight 20, after 10 of /part/a/, content/part/b.md:4:9)',
      '  neighbours   /part/a/ and /part/c/  (previous and next in reading order)',
      '  template     templates/wide.html  (`layout`, content/part/b.md:9:9)',
      '  date         2025-03-04T00:00:00Z  (`publishdate`, content/part/b.md:5:14)',
      '  lastmod      2025-03-04T00:00:00Z  (`publishdate`, content/part/b.md:5:14)',
      '  publishDate  2025-03-04T00:00:00Z  (`publishdate`, content/part/b.md:5:14)',
      '  c            teal  (`cascade`, content/part/_index.md:4:1)',
      '  mood         dark  (`cascade`, content/part/_index.md:4:1)',
      '  held back    yes  (a draft; published with -D, content/part/b.md:8:8)',
      '',
    ].join('\n'),
  );
});

test('of equal weights the date decides, then the title', (context) => {
  const book = makeBook(context, files);
  assert.match(
    runOctavo(book, ['why', 'c.md']).stdout,
    /both have the weight 20; its date is older than that of \/part\/bee\//,
  );
});

test('--json is an array of reasons', (context) => {
  const reasons = JSON.parse(runOctavo(makeBook(context, files), ['why', 'part/a', '--json']).stdout);
  assert.deepEqual(reasons[1], {
    what: 'address',
    value: '/part/a/',
    because: 'its path',
  });
  assert.deepEqual(Object.keys(reasons.find(({ what }: { what: string }) => what === 'date')), [
    'what',
    'value',
    'because',
    'place',
  ]);
});

test('a page made up for a folder, a mistyped name, none at all', (context) => {
  const book = makeBook(context, { 'content/loose/a.md': '---\ntitle: A\n---\n' });
  assert.match(runOctavo(book, ['why', '/loose/']).stdout, /file +none {2}\(a section page is made up/);
  const run = runOctavo(book, ['why', 'loose/b.md']);
  assert.equal(run.code, 2);
  assert.match(run.stderr, /No chapter is called "loose\/b\.md"\. Was "loose\/a\.md" meant\?/);
  assert.equal(runOctavo(book, ['why']).code, 2);
});

test('the pattern that makes an address is its cause, whatever slug stands beside it', (context) => {
  const book = makeBook(context, {
    'octavo.yaml': 'permalinks:\n  part: /p/:title/\n',
    'content/part/one.md': '---\ntitle: Long Way\nslug: sluggy\n---\n',
    'content/other/two.md': '---\ntitle: Two\nslug: sluggy\n---\n',
    'content/other/three.md': '---\ntitle: Three\n---\n',
  });
  const address = (file: string) => /^ {2}address +(.*)$/m.exec(runOctavo(book, ['why', file]).stdout)?.[1];
  assert.equal(address('content/part/one.md'), '/p/long-way/  (the pattern /p/:title/ of `permalinks`)');
  assert.equal(address('content/other/two.md'), '/other/sluggy/  (`slug`, content/other/two.md:3:7)');
  assert.equal(address('content/other/three.md'), '/other/three/  (its path)');
});
