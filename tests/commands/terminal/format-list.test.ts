import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  formatListCsv,
  formatListJson,
  formatListTable,
  formatListTree,
} from '../../../src/commands/terminal/format-list.js';
import type { ListEntry } from '../../../src/model/list-entry.js';

function entry(values: Partial<ListEntry>): ListEntry {
  return {
    source: null,
    url: '/',
    kind: 'page',
    title: '',
    heading: '',
    linkTitle: '',
    weight: 0,
    date: null,
    draft: false,
    section: '',
    prev: null,
    next: null,
    aliases: [],
    words: 0,
    minutes: 0,
    family: null,
    volume: null,
    ...values,
  };
}

const entries = [
  entry({ kind: 'home', linkTitle: 'A Book', next: '/part/' }),
  entry({ url: '/part/', kind: 'section', linkTitle: 'Part', weight: 10 }),
  entry({
    url: '/part/a/',
    heading: 'Chapter 1a',
    linkTitle: 'Ink, "and" paper',
    weight: 5,
    aliases: ['/x/', '/y/'],
  }),
  entry({ url: '/b/', linkTitle: 'Afterword', draft: true, weight: 200 }),
];

test('--csv quotes by RFC 4180, separates aliases by spaces and leaves null empty', () => {
  const lines = formatListCsv(entries).split('\r\n');
  assert.equal(
    lines[0],
    'source,url,kind,title,heading,linkTitle,weight,date,draft,section,prev,next,aliases,words,minutes',
  );
  assert.equal(lines[3], ',/part/a/,page,,Chapter 1a,"Ink, ""and"" paper",5,,false,,,,/x/ /y/,0,0');
  assert.equal(lines.length, 6);
});

test('--json has exactly the promised keys, in their order', () => {
  const parsed: ListEntry[] = JSON.parse(formatListJson(entries));
  assert.deepEqual(Object.keys(parsed[0] ?? {}), [
    ...['source', 'url', 'kind', 'title', 'heading', 'linkTitle', 'weight', 'date', 'draft', 'section'],
    ...['prev', 'next', 'aliases', 'words', 'minutes', 'family', 'volume'],
  ]);
  assert.deepEqual(parsed, entries);
});

const plain = (text: string) => text;
const long = entry({ url: `/${'x'.repeat(50)}/` });

test('the table shows weight, address, name and draft', () => {
  assert.equal(
    formatListTable([...entries, long], plain),
    [
      '     /         A Book',
      ' 10  /part/    Part',
      '  5  /part/a/  Chapter 1a · Ink, "and" paper',
      '200  /b/       Afterword  (draft)',
      `     ${long.url}`,
      '',
    ].join('\n'),
  );
});

test('--tree hangs every page under its section', () => {
  assert.equal(
    formatListTree(entries, [0, 1, 2, 1], plain),
    [
      'A Book  /',
      '├─ Part  /part/',
      '│  └─ Chapter 1a · Ink, "and" paper  /part/a/',
      '└─ Afterword  /b/  (draft)',
      '',
    ].join('\n'),
  );
});

test('the tree paints nothing where there is nothing to paint', () => {
  const [home, ...pages] = formatListTree(entries, [0, 1, 2, 1], (text) => `[${text}]`).split('\n');
  assert.equal(home, 'A Book  [/]');
  assert.equal(pages[0], '[├─ ]Part  [/part/]');
});
