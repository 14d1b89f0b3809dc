import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { divideInputs } from '../../src/pipeline/divide-inputs.js';
import { readInputs } from '../../src/pipeline/read-inputs.js';

test('one such chapter is moved as well as many, and one language of two is a site', (context) => {
  const root = mkdtempSync(join(tmpdir(), 'octavo-divide-'));
  context.after(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(join(root, 'content'));
  writeFileSync(join(root, 'octavo.yaml'), 'languages: {en: {}, fr: {disabled: true}}\n');
  writeFileSync(join(root, 'content/a.fr.md'), '---\ntitle: T\nsites: {matrix: {languages: [en]}}\n---\n');
  writeFileSync(join(root, 'content/b.fr.md'), '---\ntitle: T\n---\n');
  const sites = divideInputs(readInputs(root, { now: 0 })).map(({ sources, assigned }) =>
    sources.chapters.map(({ path }) => `${path} ${assigned?.get(path)?.role ?? 'own'}`),
  );
  assert.deepEqual(sites, [['a.fr.md moved']]);
});

test('a language that is the only one is a site that gives its files their language', (context) => {
  const root = mkdtempSync(join(tmpdir(), 'octavo-divide-'));
  context.after(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(join(root, 'content'));
  writeFileSync(join(root, 'octavo.yaml'), 'languages: {en: {}}\n');
  writeFileSync(join(root, 'content/a.md'), '---\ntitle: T\nsites: {matrix: {languages: ["**"]}}\n---\n');
  const [site] = divideInputs(readInputs(root, { now: 0 }));
  assert.ok(site.assigned !== undefined);
});

test('a chapter of several languages is at home in one that the book has', (context) => {
  const root = mkdtempSync(join(tmpdir(), 'octavo-divide-'));
  context.after(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(join(root, 'content'));
  writeFileSync(join(root, 'octavo.yaml'), 'languages: {en: {}, fr: {}, it: {disabled: true}}\n');
  const say = (name: string, languages: string) =>
    writeFileSync(
      join(root, 'content', name),
      `---\ntitle: T\nsites: {matrix: {languages: ${languages}}}\n---\n`,
    );
  say('a.md', '["**"]');
  say('b.md', '[fr]');
  say('c.it.md', '["**"]');
  const sites = divideInputs(readInputs(root, { now: 0 })).map(({ config, sources, assigned }) => [
    config.place.key,
    ...sources.chapters.map(({ path }) => `${path} ${assigned?.get(path)?.role ?? 'own'}`),
  ]);
  assert.deepEqual(sites, [
    ['en', 'a.md own', 'c.it.md moved'],
    ['fr', 'a.md too', 'b.md moved', 'c.it.md too'],
  ]);
});
