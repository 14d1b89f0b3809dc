import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { makeFrontMatterSchema } from '../../src/chapters/make-front-matter-schema.js';
import { configKeys, createSettings } from '../../src/config/keys.js';
import { makeConfigSchema } from '../../src/config/make-config-schema.js';
import type { JsonSchema } from '../../src/model/json-schema.js';
import { repository } from '../house/source-files.js';

const schema = makeConfigSchema();

function findSchema(name: string): JsonSchema | undefined {
  return name.split('.').reduce<JsonSchema | undefined>((group, part) => group?.properties?.[part], schema);
}

test('the schema has every key of the table, with a description', () => {
  assert.deepEqual(
    configKeys.filter(({ name }) => !findSchema(name)?.description).map(({ name }) => name),
    [],
  );
  assert.deepEqual(findSchema('titleCaseStyle')?.enum, ['ap', 'chicago', 'go', 'firstupper', 'none']);
  assert.equal(findSchema('buildDrafts')?.type, 'boolean');
  assert.match(findSchema('summaryLength')?.description ?? '', /Without it: 70\.$/);
});

test('a language has its own keys, and none that are the book’s', () => {
  const language = findSchema('languages')?.additionalProperties;
  assert.ok(typeof language === 'object');
  const names = Object.keys(language.properties ?? {});
  for (const name of ['label', 'weight', 'title', 'permalinks']) assert.ok(names.includes(name), name);
  for (const name of ['baseURL', 'languages', 'publishDir']) assert.ok(!names.includes(name), name);
});

test('the packed schemas are those of the tables', () => {
  const read = (name: string) =>
    JSON.parse(readFileSync(join(repository, `dist/schemas/${name}.schema.json`), 'utf8'));
  assert.deepEqual(read('octavo'), JSON.parse(JSON.stringify(schema)));
  assert.deepEqual(read('front-matter'), JSON.parse(JSON.stringify(makeFrontMatterSchema())));
});

test('each book has settings of its own', () => {
  const [one, two] = [createSettings(), createSettings()];
  for (const { name, apply } of configKeys) {
    if (['buildDrafts', 'markdown.math', 'markup.highlight.codeFences'].includes(name))
      apply(one, name !== 'markup.highlight.codeFences');
  }
  assert.equal(one.publish.drafts, true);
  assert.equal(one.markdown.highlight.colours, false);
  assert.deepEqual(two, createSettings());
});
