import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSourceModules } from './source-files.js';

/** A list that is spread as arguments. What is spread into a literal or an object in an argument is no argument, and a choice (`...(a ? [b] : [])`) no list. */
const spread =
  /\.(?:push|unshift|splice|fromCharCode|fromCodePoint)\((?:[^(){}]*,\s*)?\.\.\.(?!\()|Math\.(?:max|min|hypot)\(\s*\.\.\./g;

test('no list is spread as arguments: of a hundred thousand the stack overflows', () => {
  const found = readSourceModules().flatMap(({ path, text }) => {
    return [...text.replace(/\/\*\*[\s\S]*?\*\//g, '').matchAll(spread)].map(([call]) => `${path}: ${call}`);
  });
  assert.deepEqual(found, []);
});

/** What writes tags of its own by hand: on the way of every chapter, from a constant, or to look for one. */
const writers = [
  'hugo-templates/functions/site-functions.ts',
  'markdown/html/print-blocks.ts',
  'pages/contents/navigation.ts',
];
/** Templates with a tag and a value, but those of `html` and `xml`. Book files and paper write XHTML by `escapeFor('xml', …)`. */
const joinedByHand = /(?<!html|xml)`[^`]*<\/?[a-z!][^`]*\$\{/;

test('no HTML is joined by hand: `html` and `xml` take nothing that is not escaped', () => {
  const found = readSourceModules()
    .filter(({ path }) => !/^(?:browser|diagnostics|authoring|pages\/(?:epub|paper))\//.test(path))
    .filter(({ text }) => {
      const code = text.replace(/\/\*\*[\s\S]*?\*\//g, '').replace(/\/\/.*|String\.raw`[^`]*`/g, '');
      return code.split('\n').some((line) => joinedByHand.test(line));
    });
  assert.deepEqual(
    found.map(({ path }) => path),
    writers,
  );
});
