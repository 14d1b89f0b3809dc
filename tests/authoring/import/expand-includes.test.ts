import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expandIncludes } from '../../../src/authoring/import/expand-includes.js';

const files: Readonly<Record<string, string>> = {
  'code/main.rs':
    'one\r\n// ANCHOR: all\ntwo\n// ANCHOR: inner\nthree\n// ANCHOR_END: inner\nfour\n// ANCHOR_END: all\nfive\n',
  'text/part.md': '{{#include ../code/main.rs:1}}',
  'text/ring.md': 'x{{#include ring.md}}',
};

const expand = (text: string) => expandIncludes(text, 'text/a.md', (path) => files[path] ?? null);

test('files, lines and anchors are written out in place, files in files too', () => {
  const cases: Readonly<Record<string, string>> = {
    '{{#include ../code/main.rs:3}}': 'two',
    '{{#include ../code/main.rs:7:}}': 'four\n// ANCHOR_END: all\nfive',
    '{{#include ../code/main.rs::1}}': 'one',
    '{{#rustdoc_include ../code/main.rs:5:7}}': 'three\n// ANCHOR_END: inner\nfour',
    '{{#include ../code/main.rs:all}}': 'two\nthree\nfour',
    '{{ #include ../code/main.rs:inner }}': 'three',
    '{{#playground ../code/main.rs:inner editable}}': '```rust\nthree\n```',
    'a {{#include part.md}} b': 'a one b',
  };
  for (const [written, expected] of Object.entries(cases)) {
    assert.deepEqual(expand(written), { text: expected, count: 1 }, written);
  }
});

test('what is not there, and what is escaped, stays; a ring of files ends', () => {
  for (const text of [
    '{{#include none.rs}}',
    '{{#include ../code/main.rs:nobody}}',
    '{{#include ../code/main.rs:a.b}}',
    '\\{{#include ../code/main.rs}}',
    '{{#title My Page}}',
  ]) {
    assert.deepEqual(expand(text), { text, count: 0 });
  }
  assert.equal(expand('{{#include ring.md}}').text, `${'x'.repeat(10)}{{#include ring.md}}`);
});
