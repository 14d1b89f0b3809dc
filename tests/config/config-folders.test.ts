import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { type ConfigRequest, loadConfig } from '../../src/config/load-config.js';

const scratch = mkdtempSync(join(tmpdir(), 'octavo-config-folders-'));
after(() => rmSync(scratch, { recursive: true }));

let books = 0;

function load(files: Readonly<Record<string, string>>, request: Partial<ConfigRequest> = {}) {
  books += 1;
  const book = join(scratch, String(books));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(book, name)), { recursive: true });
    writeFileSync(join(book, name), text);
  }
  const { value, diagnostics } = loadConfig(book, { now: 0, ...request });
  const found = diagnostics.map((one) => [one.code, one.file, one.line, one.column, one.length]);
  return { config: value, found };
}

const layered = {
  'octavo.yaml': 'title: File\nauthor: A\nparams: {ink: black, paper: {size: 8, laid: true}}',
  'config/_default/octavo.toml': 'title = "Default"',
  'config/_default/params.yaml': 'Ink: brown\npaper: {size: 4}',
  'config/production/params.json': '{"ink": "red"}',
  'config/development/octavo.yaml': 'title: Development',
};

test('the file, then config/_default, then the environment: the later one decides, key by key', () => {
  const { config, found } = load(layered);
  assert.deepEqual(found, []);
  assert.deepEqual([config.title, config.author], ['Default', 'A']);
  assert.deepEqual(structuredClone(config.params), { ink: 'red', paper: { size: 4, laid: true } });
});

test('the environment chooses its folder, and nothing outside of config/', () => {
  const development = load(layered, { environment: 'development' }).config;
  assert.deepEqual([development.title, development.params['ink']], ['Development', 'brown']);
  const outside = { 'config/_default/octavo.yaml': 'title: In', 'outside/octavo.yaml': 'title: Out' };
  assert.equal(load(outside, { environment: '../outside' }).config.title, 'In');
  assert.equal(load(outside, { environment: '..' }).config.title, 'In');
});

test('a fault is placed in its own file', () => {
  const { found } = load({
    'config/_default/hugo.toml': 'titel = "T"\n[permalinks]\np = "/:nothing/"\n',
    'config/_default/params.yaml': 'a: 1\n b: 2\n',
    'config/production/markup.yaml': 'goldmark:\n  renderer:\n    unsafe: perhaps\n',
    'config/production/diagnostics.yaml': 'link/not-there: error\n',
  });
  assert.deepEqual(found, [
    ['config/invalid-syntax', 'config/_default/params.yaml', 2, 3, 1],
    ['config/invalid-value', 'config/_default/hugo.toml', 2, 2, 10],
    ['config/invalid-value', 'config/production/markup.yaml', 3, 13, 7],
    ['config/unknown-code', 'config/production/diagnostics.yaml', 1, 1, 14],
    ['config/unknown-key', 'config/_default/hugo.toml', 1, 1, 5],
  ]);
});

test('a name that is no key is named, and files that are no configuration are passed over', () => {
  const { found } = load({ 'config/_default/parms.toml': 'a = 1', 'config/_default/notes.txt': 'x' });
  assert.deepEqual(found, [
    ['config/unknown-key', 'config/_default/parms.toml', undefined, undefined, undefined],
  ]);
});

test('Hugo’s folder makes a Hugo site, a file of Octavo’s in it does not', () => {
  assert.equal(load({ 'config/_default/hugo.toml': '' }).config.compat, 'hugo');
  assert.equal(
    load({ 'config/_default/hugo.toml': '', 'config/_default/octavo.yaml': '' }).config.compat,
    'strict',
  );
});

test('variables go over the files, and keep the type of what they replace', () => {
  const variables = {
    OCTAVO_BASEURL: 'https://example.org/b/',
    OCTAVO_TITLE: '1984',
    OCTAVO_BUILDDRAFTS: 'true',
    OCTAVO_SUMMARYLENGTH: '30',
    OCTAVO_OUTPUTS_HOME: '["html"]',
    OCTAVO_PARAMS_INK: '010',
    OCTAVO_PARAMS_PAPER_SIZE: '12',
    OCTAVOxPARAMSxLAST_PAGE: 'a',
    OCTAVO_ENVIRONMENT: 'not a setting',
  };
  const { config, found } = load(layered, { variables });
  assert.deepEqual(found, []);
  assert.deepEqual(
    [config.baseUrl, config.title, config.publish.drafts, config.markdown.summaryLength, config.outputs.feed],
    ['https://example.org/b/', '1984', true, 30, false],
  );
  const paper = { size: 12, laid: true };
  assert.deepEqual(structuredClone(config.params), { ink: '010', paper, last_page: 'a' });
});

test('a variable that is no setting, or none that can be used, is named', () => {
  const variables = { OCTAVO_TITEL: 'T', OCTAVO_SUMMARYLENGTH: 'many', OCTAVO_PARAMS: 'x' };
  const { found } = load({ 'octavo.yaml': 'title: T' }, { variables });
  assert.deepEqual(
    found.map(([code, file]) => [code, file]),
    [
      ['config/invalid-value', 'OCTAVO_SUMMARYLENGTH'],
      ['config/invalid-value', 'OCTAVO_PARAMS'],
      ['config/unknown-key', 'OCTAVO_TITEL'],
    ],
  );
});

test('Hugo’s variables count for a Hugo site, where they set something', () => {
  const variables = {
    HUGO_TITLE: 'H',
    HUGO_VERSION: '0.169',
    HUGO_PARAMS_INK: 'red',
    HUGO_BASEURL: '/h/',
    OCTAVO_BASEURL: '/o/',
  };
  const hugo = load({ 'hugo.toml': 'title = "T"' }, { variables });
  assert.deepEqual([hugo.config.title, hugo.config.basePath, hugo.config.params['ink']], ['H', '/o/', 'red']);
  assert.deepEqual(hugo.found, []);
  assert.equal(load({ 'octavo.yaml': 'title: T' }, { variables }).config.title, 'T');
});

test('a folder of files is a folder inside the book', () => {
  const folders = (text: string) => load({ 'octavo.yaml': text }).config.folders;
  assert.deepEqual(folders('contentDir: ./text//en/').content, [{ folder: 'text/en', at: '' }]);
  assert.deepEqual(
    folders('staticDir: [a, b]\nstaticDir0: c\nstaticDir10: a').staticFiles.map(({ folder }) => folder),
    ['a', 'c', 'b'],
  );
  for (const value of ['../text', '/text', 'c:\\text', '.', '[a, b]', '{a: b}', '7']) {
    const { config, found } = load({ 'octavo.yaml': `contentDir: ${value}` });
    assert.deepEqual(config.folders.content, [{ folder: 'content', at: '' }]);
    assert.deepEqual(found[0]?.slice(0, 4), ['config/invalid-value', 'octavo.yaml', 1, 13]);
  }
});

test('mounts put folders together; those that lie elsewhere are named in a note', () => {
  const mounts = [
    '{source: text, target: content}',
    '{source: notes, target: content/notes/}',
    '{source: layouts, target: layouts}',
    '{source: ../data, target: data}',
  ];
  const { config, found } = load({ 'octavo.yaml': `module:\n  mounts: [${mounts.join(', ')}]` });
  assert.deepEqual(config.folders.content, [
    { folder: 'text', at: '' },
    { folder: 'notes', at: 'notes' },
  ]);
  assert.deepEqual(config.folders.data, [{ folder: 'data', at: '' }]);
  assert.deepEqual(found, [['config/unsupported-key', 'octavo.yaml', 2, 3, 6]]);
});
