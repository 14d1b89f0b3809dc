import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findFrontMatter } from '../../src/chapters/find-front-matter.js';
import { editFrontMatter } from '../../src/editing/edit-front-matter.js';
import type { KeyEdit } from '../../src/editing/key-edit.js';
import { normalizeText } from '../../src/editing/raw-lines.js';
import { parseData } from '../../src/formats/parse-data.js';
import type { PlainMap } from '../../src/formats/plain.js';
import { draws } from '../support/draws.js';
import { anyFile } from './any-head.js';

function edit(raw: string, ...edits: readonly KeyEdit[]): string {
  const edited = editFrontMatter(raw, edits);
  assert.ok(edited.ok, edited.ok ? '' : edited.reason);
  return edited.text;
}

function readKeys(raw: string): PlainMap {
  const head = findFrontMatter(normalizeText(raw));
  assert.equal(head.kind, 'head');
  const parsed = head.kind === 'head' ? parseData(head.format, head.text, { lowerCaseKeys: true }) : null;
  assert.ok(parsed?.ok, 'the head parses');
  return parsed.value;
}

/** Raw lines that one text has and the other has not, kept in order: what a reader of a diff sees. */
function changedLines(before: string, after: string): { gone: readonly string[]; come: readonly string[] } {
  const a = before.split(/(?<=\n)/);
  const b = after.split(/(?<=\n)/);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return { gone: a.slice(start, a.length - end), come: b.slice(start, b.length - end) };
}

const anyValue = fc.oneof(
  fc.integer({ min: 1, max: 99999 }),
  fc.boolean(),
  fc.constantFrom(
    'Chapter 14g',
    'a: b',
    '# x',
    "it's",
    '"q"',
    'no',
    '010',
    '2025-10-13',
    '',
    '- x',
    '[y',
    'é “x”',
  ),
);

test('setting a key changes the lines of that key only, and reads back', () => {
  fc.assert(
    fc.property(anyFile, fc.nat(), anyValue, ({ raw, keys }, pick, value) => {
      const key = [...keys, 'weight', 'new-key'][pick % (keys.length + 2)] ?? '';
      const known = keys.some((name) => name.toLowerCase() === key.toLowerCase());
      const before = readKeys(raw);
      const after = edit(raw, { kind: 'set', key, value });
      const { gone, come } = changedLines(raw, after);
      assert.equal(String(readKeys(after)[key.toLowerCase()]), String(value));
      assert.deepEqual({ ...readKeys(after), [key.toLowerCase()]: 0 }, { ...before, [key.toLowerCase()]: 0 });
      const isJson = /^\ufeff?\{/.test(raw);
      assert.ok(come.length <= 1 || isJson, `one line comes: ${JSON.stringify(come)}`);
      if (!known && !isJson) assert.deepEqual(gone, []);
      if (come.length > 0) assert.ok(come.some((line) => line.includes(key) || isJson));
      assert.equal(after.includes('\r\n'), raw.includes('\r\n'));
      assert.ok(!/(?<!\r)\n/.test(after) || /(?<!\r)\n/.test(raw), 'no line end of another kind');
    }),
    draws(200),
  );
});

test('removing a key takes its lines and nothing else', () => {
  fc.assert(
    fc.property(anyFile, fc.nat(), ({ raw, keys }, pick) => {
      fc.pre(keys.length > 0);
      const key = keys[pick % keys.length] ?? '';
      const after = edit(raw, { kind: 'remove', key });
      const { [key.toLowerCase()]: _, ...others } = readKeys(raw);
      assert.deepEqual({ ...readKeys(after) }, others);
      if (!/^\ufeff?\{/.test(raw)) assert.deepEqual(changedLines(raw, after).come, []);
    }),
    draws(100),
  );
});

test('appending to a list keeps what is in it', () => {
  fc.assert(
    fc.property(anyFile, fc.constantFrom('/old/', 'a b', '- x', '"', '[', '#'), ({ raw }, value) => {
      const key = 'aliases';
      const after = edit(raw, { kind: 'append', key, value });
      const twice = edit(after, { kind: 'append', key, value: '/second/' });
      assert.deepEqual(readKeys(twice)[key], [value, '/second/']);
      assert.deepEqual({ ...readKeys(twice), [key]: 0 }, { ...readKeys(raw), [key]: 0 });
    }),
    draws(80),
  );
});

test('appending goes along with each way to write a list', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['---\naliases: [/a/]  # old\n---\n', '---\naliases: [/a/, /b/]  # old\n---\n'],
    ['---\naliases:\n  - /a/\ntitle: x\n---\n', '---\naliases:\n  - /a/\n  - /b/\ntitle: x\n---\n'],
    ['---\naliases:\n- "/a/"\n---\n', '---\naliases:\n- "/a/"\n- /b/\n---\n'],
    ['---\naliases: /a/\n---\n', '---\naliases: [/a/, /b/]\n---\n'],
    ['---\naliases:\n---\n', '---\naliases: [/b/]\n---\n'],
    ['---\naliases: []\n---\n', '---\naliases: [/b/]\n---\n'],
    ['---\naliases: [\n  /a/,\n]\n---\n', '---\naliases: [\n  /a/,\n  /b/\n]\n---\n'],
    ['+++\naliases = ["/a/"]\n+++\n', '+++\naliases = ["/a/", "/b/"]\n+++\n'],
    ['{\n  "aliases": [\n    "/a/"\n  ]\n}\n', '{\n  "aliases": [\n    "/a/",\n    "/b/"\n  ]\n}\n'],
  ];
  for (const [before, after] of cases) {
    assert.equal(edit(before, { kind: 'append', key: 'aliases', value: '/b/' }), after);
  }
});

test('quotes, comments and capitals of a key stay', () => {
  const set = (raw: string, value: string | number) => edit(raw, { kind: 'set', key: 'weight', value });
  assert.equal(set('---\nWeight: "328"   # last\n---\n', 330), '---\nWeight: "330"   # last\n---\n');
  assert.equal(set("---\r\nweight: '5'\r\n---\r\nx", 6), "---\r\nweight: '6'\r\n---\r\nx");
  assert.equal(set('+++\nweight=5 # w\n+++\n', 6), '+++\nweight=6 # w\n+++\n');
  assert.equal(set('{"weight":5,"a":1}', 6), '{"weight":6,"a":1}');
});

test('a file without a head gets one; an empty head is filled', () => {
  const weight: KeyEdit = { kind: 'set', key: 'weight', value: 5 };
  assert.equal(edit('Text.\n', weight), '---\nweight: 5\n---\nText.\n');
  assert.equal(edit('\ufeffText.\r\n', weight), '\ufeff---\r\nweight: 5\r\n---\r\nText.\r\n');
  assert.equal(edit('---\n---\nText.', weight), '---\nweight: 5\n---\nText.');
  assert.equal(edit('---\ntitle: x\n---', weight), '---\ntitle: x\nweight: 5\n---');
});

test('what cannot be edited safely is refused, with a reason', () => {
  const refused = [
    '---\ntitle: x\n',
    '---\ntitle: [\n---\n',
    '---\n{title: x}\n---\n',
    '---\na: &w 5\nweight: *w\nb: *z\n---\n',
    '---js\nmodule.exports = {}\n---\n',
  ];
  for (const raw of refused) {
    const edited = editFrontMatter(raw, [{ kind: 'set', key: 'weight', value: 5 }]);
    assert.equal(edited.ok, false, raw);
  }
  const anchor = '---\nweight: &w 5\nb: *w\n---\n';
  assert.equal(editFrontMatter(anchor, [{ kind: 'set', key: 'weight', value: 6 }]).ok, false);
});
