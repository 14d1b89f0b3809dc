import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readTexts } from '../../src/formats/read-texts.js';
import type { PluralForms, TextTable } from '../../src/model/texts.js';
import { repository } from '../house/source-files.js';

const folder = join(repository, 'templates/i18n');
const files = readdirSync(folder).map((name) => ({
  path: `i18n/${name}`,
  file: name,
  text: readFileSync(join(folder, name), 'utf8'),
}));
const names = files.map(({ file }) => file.replace('.yaml', ''));
/** Of the others no native speaker has read the words, and what they lack is English. */
const languages = ['ar', 'de', 'en', 'es', 'fr', 'ja', 'zh'];
const unread = names.filter((name) => !languages.includes(name));

/** The texts of one file alone, without those that it would fall back on. */
function readAlone(language: string): TextTable {
  const { value, diagnostics } = readTexts(
    files.filter(({ file }) => file === `${language}.yaml`),
    language,
  );
  assert.deepEqual(diagnostics, []);
  return value;
}

const english = readAlone('en');

function listForms(text: string | PluralForms): readonly string[] {
  return typeof text === 'string' ? [text] : Object.values(text);
}

function listPlaceholders(text: string | PluralForms): readonly string[] {
  const found = listForms(text).flatMap((form) => form.match(/\{\w+\}/g) ?? []);
  return [...new Set(found)].sort();
}

for (const language of languages) {
  const texts = readAlone(language);

  test(`${language}: every text is there, with the values that the English one has`, () => {
    assert.deepEqual(Object.keys(texts).sort(), Object.keys(english).sort());
    for (const [key, text] of Object.entries(texts)) {
      assert.deepEqual(listPlaceholders(text), listPlaceholders(english[key] ?? ''), key);
    }
  });

  test(`${language}: where a count decides the form, there is one for every number`, () => {
    const rules = new Intl.PluralRules(language);
    const asked = new Set(Array.from({ length: 1001 }, (_, number) => rules.select(number)));
    const counted = Object.entries(texts).filter(([, text]) => typeof text !== 'string');
    assert.notEqual(counted.length, 0);
    for (const [key, forms] of counted) {
      const written = Object.keys(forms);
      assert.deepEqual(
        [...asked].filter((form) => !written.includes(form)),
        [],
        key,
      );
      assert.deepEqual(
        written.filter((form) => !rules.resolvedOptions().pluralCategories.includes(form as never)),
        [],
        key,
      );
    }
  });
}

test('a language that nobody has read says so, and has the words of a page without scripts', () => {
  assert.ok(unread.length >= 20, 'there are twenty and more');
  const isOfPage = (key: string) => !/^(?:script|embed|task)\./.test(key);
  const page = Object.keys(readAlone('ru')).filter(isOfPage);
  for (const language of unread) {
    assert.match(
      files.find(({ file }) => file === `${language}.yaml`)?.text ?? '',
      /^# No native speaker has read/,
    );
    const texts = readAlone(language);
    assert.deepEqual(Object.keys(texts).filter(isOfPage).sort(), page.toSorted(), language);
    const rules = new Intl.PluralRules(language);
    for (const [key, text] of Object.entries(texts)) {
      assert.ok(key in english, `${language} ${key}`);
      assert.deepEqual(listPlaceholders(text), listPlaceholders(english[key] ?? ''), `${language} ${key}`);
      if (typeof text === 'string') continue;
      const asked = Array.from({ length: 1001 }, (_, number) => rules.select(number));
      assert.deepEqual(
        asked.filter((form) => !(form in text)),
        [],
        `${language} ${key}`,
      );
    }
  }
});

test('nothing is left in English; a word that is the same in both languages is one of these', () => {
  const shared: Readonly<Record<string, readonly string[]>> = {
    de: [
      'feed',
      'script.paper.system',
      'script.paper.sepia',
      'script.size.normal',
      'script.leading.normal',
      'script.width.normal',
    ],
    es: [
      'minutes',
      'script.paper.sepia',
      'script.size.normal',
      'script.leading.normal',
      'script.width.normal',
    ],
    fr: ['pages', 'minutes', 'menu', 'alert.important', 'script.leading.normal'],
  };
  for (const language of languages.filter((each) => each !== 'en')) {
    const same = Object.entries(readAlone(language))
      .filter(
        ([key, text]) =>
          /\p{L}{2}/u.test(
            listForms(text)
              .join()
              .replace(/\{\w+\}/g, ''),
          ) && JSON.stringify(text) === JSON.stringify(english[key]),
      )
      .map(([key]) => key);
    assert.deepEqual(same, shared[language] ?? [], language);
  }
});

test('French has a no-break space where a line must not end', () => {
  const all = Object.values(readAlone('fr')).flatMap(listForms).join('\n');
  assert.doesNotMatch(all, / [:;!?»%]|« /);
});
