import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DataFormat } from '../../src/formats/data.js';
import type { Span } from '../../src/formats/key-place.js';
import { findPlaces } from '../../src/formats/places.js';

/** What the places of a text cut out of it, as `path: key → value`. */
function cut(format: DataFormat, text: string): Record<string, string> {
  const lines = text.split('\n');
  const slice = ({ line, column, length }: Span) => lines[line - 1]?.slice(column - 1, column - 1 + length);
  const entries = [...findPlaces(format, text)];
  return Object.fromEntries(
    entries.map(([path, place]) => [path, `${slice(place.key)} → ${slice(place.value)}`]),
  );
}

test('YAML: plain, quoted, empty and commented values', () => {
  const text = [
    'title: A book # of mine',
    '"quoted key": "a # b" # c',
    "'single': 'it''s'",
    'C : red',
    'empty:',
    'remark: # nothing',
    'url:\t/x/',
    'link: https://x.org/#a',
    '# comment: no',
  ].join('\n');
  assert.deepEqual(cut('yaml', text), {
    title: 'title → A book',
    'quoted key': '"quoted key" → "a # b"',
    single: "'single' → 'it'",
    c: 'C → red',
    empty: 'empty → empty',
    remark: 'remark → remark',
    url: 'url → /x/',
    link: 'link → https://x.org/#a',
  });
});

test('YAML: nested keys by path, not those of lists and long scalars', () => {
  const text = [
    'markup:',
    '  goldmark:',
    '    renderer:',
    '      unsafe: true',
    'list:',
    '- name: inside',
    '  other: inside',
    'after: 1',
    'text: |',
    '  looks: like a key',
    'quote: "first',
    '  second: line"',
    'params: {x: 1}',
    'last: 2',
  ].join('\n');
  assert.deepEqual(Object.keys(cut('yaml', text)), [
    'markup',
    'markup.goldmark',
    'markup.goldmark.renderer',
    'markup.goldmark.renderer.unsafe',
    'list',
    'after',
    'text',
    'quote',
    'params',
    'last',
  ]);
  assert.equal(findPlaces('yaml', text).get('markup.goldmark.renderer.unsafe')?.depth, 4);
});

test('YAML: a head that is indented as a whole', () => {
  assert.deepEqual(cut('yaml', '  a: 1\n  b: 2'), { a: 'a → 1', b: 'b → 2' });
});

test('TOML: keys, tables, dotted keys, strings over several lines', () => {
  const text = [
    'title = "A # book" # mine',
    'date = 2025-10-13',
    'text = """',
    'fake = 1',
    'false = 2',
    '"""',
    'a.B = 1',
    '[params]',
    '  Deep = [1, 2] # two',
    '[[menus.main]]',
    "name = 'Home'",
  ].join('\n');
  assert.deepEqual(cut('toml', text), {
    title: 'title → "A # book"',
    date: 'date → 2025-10-13',
    text: 'text → """',
    'a.b': 'a.B → 1',
    params: 'params → params',
    'params.deep': 'Deep → [1, 2]',
    'menus.main': 'menus.main → menus.main',
    'menus.main.name': "name → 'Home'",
  });
});

test('JSON: keys of objects, values over several lines by their first', () => {
  const text = '{"title": "A", "Params": {\n  "x": [{"no": 1}],\n  "y": -1.5e3}\n}';
  assert.deepEqual(cut('json', text), {
    title: '"title" → "A"',
    'params.x': '"x" → [{"no": 1}]',
    'params.y': '"y" → -1.5e3',
    params: '"Params" → {',
  });
});
