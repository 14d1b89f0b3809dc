import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { wholeBook } from '../../src/browser/search/open-index.js';
import { publish } from '../browser/open-book.js';
import { repository } from '../house/source-files.js';
import { openFiles } from './open-files.js';

const parent = mkdtempSync(join(tmpdir(), 'octavo-search-'));
after(() => rmSync(parent, { recursive: true, force: true }));
const folder = join(parent, 'public');
await publish(join(repository, 'tests/books/searched-book'), folder, { now: Date.UTC(2026, 5, 1) });
const index = openFiles((path) => readFileSync(join(folder, path)));

/** What was found, each as its page and the section in it, best first. */
async function find(query: string, options = {}): Promise<readonly string[]> {
  const { sections } = await index.search(query, { ...wholeBook, ...options });
  const places = await Promise.all(sections.map(index.locate));
  return places.map(({ path, id }) => (id === '' ? path : `${path}#${id}`));
}

const ledger = 'one/14f/';

/** Queries and where they lead first. */
const leads: readonly (readonly [query: string, place: string])[] = [
  ['mill', ledger],
  ['MILLS', ledger],
  ['exchang', 'two/ferry/'],
  ['freezing', `${ledger}#winter`],
  ['conversation', `${ledger}#winter`],
  ['conersation', `${ledger}#winter`],
  ['converastion', `${ledger}#winter`],
  ['people-to-people', ledger],
  ['people to people', ledger],
  ['peopletopeople', ledger],
  ['"exchange of news"', ledger],
  ['„exchange of news“', ledger],
  ['cafe', `${ledger}#winter`],
  ["l'homme", `${ledger}#winter`],
  ['homme', `${ledger}#winter`],
  ["don't", `${ledger}#spring`],
  ['dont', `${ledger}#spring`],
  ['cooperation', `${ledger}#winter`],
  ['openferry', `${ledger}#spring`],
  ['north bank', `${ledger}#spring`],
  ['eleven', `${ledger}#spring`],
  ['drought', `${ledger}#summer`],
  ['spring', `${ledger}#spring`],
  ['ferryman ledger', ledger],
  ['“The Ferryman’s Ledger”', ledger],
  ['14f', ledger],
  ['黎明前', 'two/chinese/'],
  ['船', 'two/chinese/'],
  ['人民对人民', 'two/chinese/'],
  ['夜明け', 'two/chinese/'],
  ['나룻배', 'two/chinese/'],
  ['渡口', 'two/chinese/'],
  ['العبارة', 'two/arabic/'],
  ['عبارة', 'two/arabic/'],
  ['красный', 'two/arabic/'],
  ['γεφυρα', 'two/arabic/'],
  ['strasse', 'two/arabic/'],
  ['oeuvre facade', 'two/arabic/'],
  ['xylophone', 'two/hostile/#heading-scriptalert2script-here'],
];

test('every query leads to its place', async () => {
  for (const [query, place] of leads) assert.equal((await find(query))[0], place, query);
});

test('nothing is found where nothing is, or of what is left out', async () => {
  for (const query of [
    'zanzibar',
    'zanzibarian',
    '"exchange of the news"',
    'qqqq',
    '',
    ' ',
    '""',
    '"',
    "'-'",
    '。',
    '船前',
  ]) {
    assert.deepEqual(await find(query), [], query);
  }
});

test('a phrase does not reach over paragraphs, nor from the title into the text', async () => {
  assert.deepEqual(await find('"lost he said the cooperation"'), []);
  assert.deepEqual(await find('"ledger the first"'), []);
});

test('the best of several comes first: the title, then the place where all words stand close together', async () => {
  assert.equal((await find('ferries'))[0], 'two/ferry/');
  assert.deepEqual(await find('both banks', { order: 'book' }), [`${ledger}#winter`, `${ledger}#spring`]);
  assert.deepEqual(await find('exchange', { part: 'Part Two: Letters' }), ['two/ferry/']);
});

test('words that no section holds together are looked for apart', async () => {
  const found = await find('xylophone drought', { order: 'book' });
  assert.deepEqual(found, [`${ledger}#summer`, 'two/hostile/#heading-scriptalert2script-here']);
});

test('the parts are named in their order', () => {
  assert.deepEqual(index.parts, ['Part One: Crossings', 'Part Two: Letters']);
});

test('hostile names are data', async () => {
  const { sections } = await index.search('xylophone', wholeBook);
  const name = await index.names.find(sections[0] ?? 0);
  assert.equal(name.title, '<img src=x onerror=alert(1)> & "quotes" </script>');
  assert.equal(name.heading, '<b>9</b>');
});

/** Publishes a book of one page, and returns the folder. */
async function publishText(name: string, text: string, config = ''): Promise<string> {
  const [root, published] = [join(parent, name), join(parent, name, 'public')];
  mkdirSync(join(root, 'content'), { recursive: true });
  writeFileSync(join(root, 'octavo.yaml'), config);
  writeFileSync(join(root, 'content/_index.md'), text);
  await publish(root, published, { now: 0 });
  return published;
}

test('a book that says so has no index, and no page that offers the search', async () => {
  const published = await publishText('silent', 'A text.\n', 'search: false\n');
  assert.equal(existsSync(join(published, 'search')), false);
  assert.doesNotMatch(readFileSync(join(published, 'index.html'), 'utf8'), /data-search/);
  assert.match(readFileSync(join(folder, 'index.html'), 'utf8'), /data-search/);
});

test('a book without words, with code or numbers alone has an index like any other', async () => {
  for (const [name, text, query, count] of [
    ['empty', '---\ntitle: ""\n---\n', 'word', 0],
    ['code', '---\ntitle: ""\n---\n\n```js\nopenFerry();\n```\n', 'openferry', 1],
    ['numbers', '---\ntitle: ""\n---\n\n1897 3.14\n', '1987', 0],
  ] as const) {
    const published = await publishText(name, text);
    const { search } = openFiles((path) => readFileSync(join(published, path)));
    const { sections } = await search(query, wholeBook);
    assert.equal(sections.length, count, name);
  }
});
