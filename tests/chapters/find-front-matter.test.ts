import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findFrontMatter, type Head } from '../../src/chapters/find-front-matter.js';
import { draws } from '../support/draws.js';

function findHead(text: string): Head {
  const found = findFrontMatter(text);
  assert.ok(found.kind === 'head', JSON.stringify(text));
  return found;
}

/** Format, head and body as text. */
function cut(text: string): readonly [string, string, string] {
  const found = findHead(text);
  return [found.format, found.text, text.slice(found.bodyStart)];
}

const heads: readonly (readonly [name: string, text: string, parts: readonly [string, string, string]])[] = [
  ['YAML', '---\na: 1\n---\nbody', ['yaml', 'a: 1', 'body']],
  ['TOML', '+++\na = 1\n+++\nbody', ['toml', 'a = 1', 'body']],
  ['JSON', '{"a": 1}\nbody', ['json', '{"a": 1}', 'body']],
  [
    'JSON over lines, with braces and escaped quotes in text',
    '{\n"a": "}\\"{"\n}\nbody',
    ['json', '{\n"a": "}\\"{"\n}', 'body'],
  ],
  ['JSON with a body on its line', '{"a": 1}body', ['json', '{"a": 1}', 'body']],
  ['an empty block', '---\n---\nbody', ['yaml', '', 'body']],
  ['blanks before it', ' \n\n\t---\na: 1\n---\nbody', ['yaml', 'a: 1', 'body']],
  ['nothing after it', '---\na: 1\n---', ['yaml', 'a: 1', '']],
  ['a longer closer', '---\na: 1\n------\nbody', ['yaml', 'a: 1', 'body']],
  ['text behind the closer', '---\na: 1\n--- b\nbody', ['yaml', 'a: 1', ' b\nbody']],
  ['blanks behind both fences', '---  \na: 1\n--- \nbody', ['yaml', 'a: 1', 'body']],
  ['a comment behind the opener', '--- # head\na: 1\n---\nbody', ['yaml', 'a: 1', 'body']],
  ['a named language', '---toml\na = 1\n---\nbody', ['toml', 'a = 1', 'body']],
  ['a named language in upper case', '---YAML\na: 1\n---\nbody', ['yaml', 'a: 1', 'body']],
  ['a fence inside a line', '---\na: x---\n ---\n---\nbody', ['yaml', 'a: x---\n ---', 'body']],
  [
    'a second block stays body',
    '---\na: 1\n---\n---js\nalert()\n---\n',
    ['yaml', 'a: 1', '---js\nalert()\n---\n'],
  ],
];

for (const [name, text, parts] of heads) {
  test(`front matter: ${name}`, () => assert.deepEqual(cut(text), parts));
}

const bodies = [
  '',
  '\n\n',
  'Just text\n---\nmore',
  '- a list item\n- another',
  '+ a list item',
  '* * *\ntext',
  '-----\n\nA rule before text.\n\n-----\n',
  '-----\nNote: a rule before a remark.\n',
  '-----\nA framed remark\n-----\n',
  '--flag is what this chapter explains',
  '# A heading\n---',
  '{{< figure src="x.png" >}}\ntext',
  '{{% note %}}',
  '{.lead}\ntext',
  '<!--\n---\ndraft: true\n---\n-->\n',
  '— a dash opens this dialogue',
];

for (const text of bodies) {
  test(`no front matter in ${JSON.stringify(text)}`, () =>
    assert.deepEqual(findFrontMatter(text), { kind: 'none' }));
}

const faults: readonly (readonly [
  text: string,
  code: string,
  line: number,
  column: number,
  length: number,
])[] = [
  ['---\na: 1\nbody', 'front-matter/unclosed', 1, 1, 3],
  ['\n  +++\na = 1\n---', 'front-matter/unclosed', 2, 3, 3],
  ['{"a": "}', 'front-matter/unclosed', 1, 1, 1],
  ['---', 'front-matter/unclosed', 1, 1, 3],
  ['---js\n{}\n---', 'front-matter/unknown-language', 1, 1, 5],
  ['--- javascript \n{}\n---', 'front-matter/unknown-language', 1, 1, 14],
  ['---coffee\n---', 'front-matter/unknown-language', 1, 1, 9],
  ['+++ __proto__\n+++', 'front-matter/unknown-language', 1, 1, 13],
  ['#+title: Org\n', 'front-matter/org-keywords', 1, 1, 8],
  ['----\ndraft: true\n----\nbody', 'front-matter/mistyped-fence', 1, 1, 4],
  ['--\ntitle: x\ndraft: true\n---\nbody', 'front-matter/mistyped-fence', 1, 1, 2],
  ['\n—-\ntitle: x\n—-\nbody', 'front-matter/mistyped-fence', 2, 1, 2],
];

for (const [text, code, line, column, length] of faults) {
  test(`${code} in ${JSON.stringify(text)}`, () => {
    const found = findFrontMatter(text);
    assert.ok(found.kind === 'fault');
    assert.deepEqual([found.code, found.span], [code, { line, column, length }]);
  });
}

test('lines are counted to the head and to the body', () => {
  const { line, column, bodyLine } = findHead('\n\n---\na: 1\nb: 2\n---\n\nbody');
  assert.deepEqual([line, column, bodyLine], [4, 1, 7]);
  const json = findHead('\n  {"a": 1,\n"b": 2}\nbody');
  assert.deepEqual([json.line, json.column, json.bodyLine], [2, 3, 4]);
  assert.equal(findHead('---\na: 1\n--- b').bodyLine, 3);
  assert.equal(findHead('---\na: 1\n--- ---').bodyLine, 3);
});

test('no text is lost: fences, head and body are the file', () => {
  const pieces = fc.constantFrom(
    '---',
    '+++',
    '\n',
    '\n',
    'a: 1',
    '{',
    '}',
    '"',
    ' ',
    '-',
    'text',
    '{"a":1}',
    '#+x:',
    '\\',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      const text = parts.join('');
      const found = findFrontMatter(text);
      if (found.kind !== 'head') return;
      const headStart =
        text
          .split('\n')
          .slice(0, found.line - 1)
          .join('\n').length + Math.sign(found.line - 1);
      const start = headStart + found.column - 1;
      assert.equal(text.slice(start, start + found.text.length), found.text);
      const [before, between] = [
        text.slice(0, start),
        text.slice(start + found.text.length, found.bodyStart),
      ];
      assert.match(before, /^\s*(?:(?:---|\+\+\+).*\n)?$/);
      assert.match(between, /^\n?[-+]*\s*$/);
      assert.equal(found.bodyLine, text.slice(0, found.bodyStart).split('\n').length);
    }),
    draws(400),
  );
});
