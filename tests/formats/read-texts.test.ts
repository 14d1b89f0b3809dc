import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readTexts } from '../../src/formats/read-texts.js';
import type { TextFile } from '../../src/model/source.js';
import { createSay } from '../../src/text/create-say.js';
import { repository } from '../house/source-files.js';

const folder = join(repository, 'templates/i18n');
const shipped = readdirSync(folder).map((name) => makeFile(name, readFileSync(join(folder, name), 'utf8')));
const english = readTexts(shipped, 'en').value;

function makeFile(name: string, text: string): TextFile {
  return { path: `i18n/${name}`, file: `templates/i18n/${name}`, text };
}

/** Their form `many` is for millions. */
const forMillions = new Set(['es', 'fr', 'it', 'pt']);

/** Languages that no native speaker has read: what they lack is English. */
const isUnread = ({ text }: TextFile) => text.startsWith('# No native speaker');

for (const file of shipped) {
  const language = file.path.slice('i18n/'.length, -'.yaml'.length);
  const has = isUnread(file) ? 'has no text for a key that nobody asks for' : 'has a text for every key';
  test(`${language} ${has}, with the same values and all plural forms`, () => {
    // Alone, and so without the English texts that would stand in for what it lacks.
    const { value, diagnostics } = readTexts([{ ...file, path: 'i18n/en.yaml' }], 'en');
    assert.deepEqual(diagnostics, []);
    const known = Object.keys(value).sort();
    if (isUnread(file))
      assert.deepEqual(
        known.filter((key) => !(key in english)),
        [],
      );
    else assert.deepEqual(known, Object.keys(english).sort());
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [key, text] of Object.entries(value)) {
      const pattern = english[key];
      if (typeof text === 'string') assert.deepEqual(namesIn(text), namesIn(pattern), key);
      // A form for millions only, which `other` stands in for.
      else
        assert.deepEqual(
          Object.keys(text).sort(),
          categories.filter((name) => name !== 'many' || !forMillions.has(language)).sort(),
        );
    }
  });
}

function namesIn(text: unknown): readonly string[] {
  const pattern =
    typeof text === 'string' ? text : ((text as { readonly other?: string } | undefined)?.other ?? '');
  return [...pattern.matchAll(/\{\w+\}/g)].map(String).sort();
}

test('a language falls back to its base, and that to English; a later file wins key by key', () => {
  const files = [
    makeFile('en.yaml', 'a: one\nb: two\nc: three\ngroup: { x: deep }'),
    makeFile('pt-BR.yaml', 'c: três (BR)'),
    makeFile('pt.toml', 'b = "dois"'),
    makeFile('pt.yaml', 'c: três'),
    makeFile('en.yaml', 'a: ours'),
  ];
  const { value, diagnostics } = readTexts(files, 'pt-BR');
  assert.deepEqual({ ...value }, { a: 'ours', b: 'dois', c: 'três (BR)', 'group.x': 'deep' });
  assert.deepEqual(diagnostics, []);
});

test('counts choose the form and are written as the language writes them', () => {
  const sayIn = (language: string) => createSay(readTexts(shipped, language).value, language);
  assert.equal(sayIn('en')('pages', { count: 1 }), '1 page');
  assert.equal(sayIn('en')('pages', { count: 12000 }), '12,000 pages');
  assert.equal(sayIn('de')('pages', { count: 12000 }), '12.000 Seiten');
  assert.equal(sayIn('ar')('pages', { count: 2 }), 'صفحتان');
  assert.equal(sayIn('tlh')('pages', { count: 2 }), '2 pages');
  assert.equal(sayIn('en')('toBeginningOf', {}), 'To the beginning of {title}');
  assert.equal(sayIn('en')('constructor'), undefined);
});
