import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { loadConfig } from '../../src/config/load-config.js';
import type { Variables } from '../../src/config/variables.js';

const scratch = mkdtempSync(join(tmpdir(), 'octavo-languages-'));
after(() => rmSync(scratch, { recursive: true, force: true }));
let count = 0;

/** The sites of a configuration, the main language's first, and what is wrong with it. */
function load(text: string, variables: Variables = {}) {
  count += 1;
  const root = join(scratch, String(count));
  mkdirSync(root);
  writeFileSync(join(root, 'octavo.yaml'), text);
  const { value, diagnostics } = loadConfig(root, { now: 0, variables });
  const found = diagnostics.map(({ code, message, line, column }) => [code, message, line, column]);
  return { sites: [value, ...value.others], found };
}

test('what is wrong below a language is named as it is written there, at its place', () => {
  const { found } = load(
    [
      'languages:',
      '  en: { weight: 1, lable: English }',
      '  fr:',
      '    titel: Le registre',
      '    sitemap: { priority: high }',
      '    mainSections: [a]',
      '    markup: { goldmark: { rendrer: 1 } }',
      'params: 3',
    ].join('\n'),
  );
  assert.deepEqual(found, [
    ['config/invalid-value', 'The value of `params` is `3`; a group of keys is expected.', 8, 9],
    ['config/unknown-key', '`languages.en.lable` is not a setting of Octavo or Hugo.', 2, 3],
    [
      'config/invalid-value',
      'The value of `languages.fr.sitemap.priority` is `high`; a number from 0 to 1 is expected.',
      5,
      14,
    ],
    ['config/unknown-key', '`languages.fr.titel` is not a setting of Octavo or Hugo.', 4, 5],
    [
      'config/unsupported-key',
      '`languages.fr.mainSections` is a setting of Hugo that Octavo does not read.',
      6,
      5,
    ],
    [
      'config/unknown-key',
      '`languages.fr.markup.goldmark.rendrer` is not a setting of Octavo or Hugo.',
      7,
      5,
    ],
  ]);
});

test('the keys of a language, with their older names, and what they are when nobody says', () => {
  const { sites, found } = load(
    [
      'defaultContentLanguage: fr',
      'languages:',
      '  ar: {}',
      '  fr: { weight: 2, label: En français, locale: fr-CA, direction: rtl }',
      '  pt-br: { weight: 1, languageName: Brasil, languageDirection: ltr }',
      '  de: { disabled: true }',
      '  es: {}',
      'disableLanguages: [es]',
    ].join('\n'),
  );
  assert.deepEqual(found, []);
  const places = sites.map(({ language, place: { key, label, direction, folder, rank } }) => [
    ...[key, language, label, direction, folder, rank],
  ]);
  assert.deepEqual(places, [
    ['fr', 'fr-CA', 'En français', 'rtl', '', 1],
    ['pt-br', 'pt-BR', 'Brasil', 'ltr', 'pt-br/', 0],
    ['ar', 'ar', 'العربية', 'rtl', 'ar/', 2],
  ]);
  assert.deepEqual(sites[0]?.place.keys, ['ar', 'fr', 'pt-br', 'de', 'es']);
});

test('a variable of the environment says something of one language, or puts the main one into a folder', () => {
  const { sites } = load('languages: {en: {weight: 1}, fr: {weight: 2}}\n', {
    OCTAVO_LANGUAGES_FR_TITLE: 'Le registre',
    OCTAVO_DEFAULTCONTENTLANGUAGEINSUBDIR: 'true',
  });
  const told = sites.map(({ title, place }) => [title, place.folder]);
  assert.deepEqual(told, [
    ['', 'en/'],
    ['Le registre', 'fr/'],
  ]);
});

test('a language may have static files of its own, over those of the languages before it', () => {
  const { sites, found } = load(
    'staticDir: [a, b]\nlanguages: {fr: {weight: 2, staticDir: [c, a]}, de: {weight: 3}, en: {weight: 1}}',
  );
  assert.deepEqual(
    sites[0]?.folders.staticFiles.map(({ folder }) => folder),
    ['b', 'a', 'c'],
  );
  assert.deepEqual(found, []);
});

test('what only the whole book can have is named below a language', () => {
  const { found } = load('languages:\n  en:\n    baseURL: https://en.example.org/\n    PublishDir: x\n');
  assert.deepEqual(found, [
    [
      'config/not-per-language',
      '`languages.en.baseURL` has no effect: the whole book has one `baseURL`.',
      3,
      5,
    ],
    [
      'config/not-per-language',
      '`languages.en.PublishDir` has no effect: the whole book has one `PublishDir`.',
      4,
      5,
    ],
  ]);
});

test('a book in one language may name it, whatever it is', () => {
  const { sites, found } = load('defaultContentLanguage: de\n');
  assert.deepEqual(found, []);
  assert.deepEqual(
    sites.map(({ place }) => place.main),
    ['de'],
  );
});
