import assert from 'node:assert/strict';
import { test } from 'node:test';
import highlighter from 'highlight.js';
import { refractorGrammars } from '../../../src/markdown/highlight/grammars.js';
import { colourCode } from '../../../src/markdown/highlight/highlight-code.js';
import { findGrammar, nearestLanguage } from '../../../src/markdown/highlight/languages.js';

test('the table names every grammar of the package, and every other name of it', () => {
  const grammars = highlighter.listLanguages();
  assert.ok(grammars.length > 150);
  for (const grammar of grammars) {
    assert.equal(findGrammar(grammar), grammar);
    for (const name of highlighter.getLanguage(grammar)?.aliases ?? []) {
      const found = findGrammar(name) ?? '';
      const owner = highlighter.getLanguage(found);
      // A few names belong to two languages; the table has one of them.
      assert.ok(
        found === grammar || owner?.aliases?.includes(name) || found === name,
        `${name} of ${grammar}`,
      );
    }
  }
});

test('every grammar that the table names can be loaded, and escapes what it does not colour', () => {
  for (const grammar of highlighter.listLanguages()) {
    assert.doesNotMatch(
      colourCode('<script> & "x"\n', grammar) ?? '',
      /<(?!\/?span)|&(?!\w+;|#x27;)/,
      grammar,
    );
  }
});

test('every grammar of refractor that the table names can be loaded, and is of a language that highlight.js has not', () => {
  const names = refractorGrammars.trim().split(/\s*\n\s*/);
  assert.ok(names.length > 60);
  for (const line of names) {
    const [grammar = '', ...others] = line.split(' ');
    assert.equal(findGrammar(grammar), `refractor/${grammar}`);
    for (const other of others) assert.equal(findGrammar(other), `refractor/${grammar}`);
    assert.equal(highlighter.getLanguage(grammar), undefined);
    const coloured = colourCode('<script> & "x"\n', `refractor/${grammar}`) ?? '';
    assert.doesNotMatch(coloured, /<(?!\/?span)|&(?!\w+;|#x27;)/, grammar);
    assert.equal(coloured.replace(/<\/?span[^>]*>/g, ''), '&lt;script&gt; &amp; &quot;x&quot;\n', grammar);
  }
});

test('the languages that Hugo colours are coloured', () => {
  const some = {
    hcl: 'a = "b" # c',
    zig: 'const a = 1; // b',
    rst: '.. note:: a',
    nasm: 'mov eax, 1 ; a',
    wat: '(module (func $a))',
    solidity: 'contract A { }',
    cobol: "DISPLAY 'A'.",
    viml: 'let a = 1',
    cue: 'a: "b"',
    rego: 'package a',
    sparql: 'SELECT ?a WHERE { }',
    turtle: '@prefix a: <b> .',
    gdscript: 'func a():',
    hlsl: 'float4 a;',
    promql: 'sum(rate(a[5m]))',
    bicep: "param a string = 'b'",
    fish: 'if true; end # a',
  };
  for (const [name, code] of Object.entries(some))
    assert.match(colourCode(code, findGrammar(name) ?? 'plaintext') ?? '', /<span class="hljs-/, name);
});

test('names are found in any case, and the nearest of one that is unknown', () => {
  assert.equal(findGrammar('Go'), 'go');
  assert.equal(findGrammar('C++'), 'cpp');
  assert.equal(findGrammar('HTML'), 'xml');
  assert.equal(findGrammar(''), null);
  assert.equal(findGrammar('pyton'), null);
  assert.equal(nearestLanguage('Pyton'), 'python');
  assert.equal(nearestLanguage('no-language-at-all'), null);
});
