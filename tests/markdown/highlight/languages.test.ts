import assert from 'node:assert/strict';
import { test } from 'node:test';
import highlighter from 'highlight.js';
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

test('names are found in any case, and the nearest of one that is unknown', () => {
  assert.equal(findGrammar('Go'), 'go');
  assert.equal(findGrammar('C++'), 'cpp');
  assert.equal(findGrammar('HTML'), 'xml');
  assert.equal(findGrammar(''), null);
  assert.equal(findGrammar('pyton'), null);
  assert.equal(nearestLanguage('Pyton'), 'python');
  assert.equal(nearestLanguage('no-language-at-all'), null);
});
