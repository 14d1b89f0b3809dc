import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { makeBook, readTree, runOctavo, writeFiles } from './run-octavo.js';

/** Every name, title and sentence of what is not published has this word in it. */
const secret = /hushed/i;

/** What keeps a page from being published. */
const reasons: Readonly<Record<string, string>> = {
  draft: 'draft: true',
  future: 'date: 2099-01-01',
  waiting: 'publishDate: 2099-01-01',
  expired: 'expiryDate: 2001-01-01',
  never: 'build: {render: never, list: never, publishResources: false}',
  headless: 'headless: true\nbuild: {publishResources: false}',
};

const settings = `title: Open Book
baseURL: https://example.org/
taxonomies: {tag: tags}
outputs: {home: [html, rss, json], page: [html, markdown]}
languages: {en: {weight: 1}, de: {weight: 2}}
`;

function openChapter(number: number): string {
  return `---
title: Chapter ${number}
weight: ${number}
tags: [ink]
date: 2020-01-0${number}
private: hushed ${number}
params: {private: hushed parameter ${number}}
---

## Heading

Plain words ${number}.
`;
}

function unpublishedChapter(name: string, reason: string): string {
  return `---
title: Hushed title ${name}
linkTitle: Hushed link ${name}
description: Hushed description ${name}
summary: Hushed summary ${name}
slug: hushed-slug-${name}
aliases: [/hushed-alias-${name}/]
tags: [hushed-term-${name}, ink]
keywords: [hushed keyword]
weight: 2
menus: {main: {name: Hushed entry ${name}}}
${reason}
---

## Hushed heading ${name}

A hushed sentence of ${name}.[^1]

[^1]: A hushed note.
`;
}

const open = {
  'octavo.yaml': settings,
  'content/_index.md': '---\ntitle: Open Book\n---\n\nWelcome.\n',
  'content/part/_index.md': '---\ntitle: Part\n---\n\nOf the part.\n',
  'content/part/one.md': openChapter(1),
  'content/part/two.md': openChapter(3),
  'content/part/one.de.md': openChapter(1),
};

function unpublished(): Readonly<Record<string, string>> {
  const files = Object.entries(reasons).flatMap(([name, reason]) => [
    [`content/part/hushed-${name}.md`, unpublishedChapter(name, reason)],
    [`content/part/hushed-${name}.de.md`, unpublishedChapter(`${name}-de`, reason)],
    [
      `content/part/hushed-bundle-${name}/index.md`,
      `---\ntitle: Hushed\n${reason}\n---\n\n[data](hushed.txt)\n`,
    ],
    [`content/part/hushed-bundle-${name}/hushed.txt`, 'Hushed data.'],
    [`content/hushed-part-${name}/_index.md`, `---\ntitle: Hushed\n${reason}\n---\n\nHushed.\n`],
  ]);
  const term = { 'content/tags/hushed-term/_index.md': '---\ntitle: Hushed\ndraft: true\n---\n\nHushed.\n' };
  return { ...Object.fromEntries(files), ...term };
}

/** The files that tell of what is held back, by name or by content. */
function findSecrets(site: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(site).flatMap((entry) => (secret.test(entry.join()) ? [entry[0]] : []));
}

/** The paths at which two sites are not the same. */
function listDifferences(
  one: Readonly<Record<string, string>>,
  other: Readonly<Record<string, string>>,
): readonly string[] {
  return Object.keys({ ...one, ...other }).filter((path) => one[path] !== other[path]);
}

/** The published folder, the list of its files included. */
function publish(context: TestContext, files: Readonly<Record<string, string>>) {
  const book = makeBook(context, files);
  const run = runOctavo(book, ['build']);
  assert.equal(run.code, 0, run.stderr);
  return { book, run, site: readTree(join(book, 'public')) };
}

test('what is held back leaves no trace in the published folder: it is the one of a book without it', (context) => {
  const { site: without } = publish(context, open);
  const { run, book, site } = publish(context, { ...open, ...unpublished() });
  assert.match(run.stdout, secret, 'the author is told');
  assert.match(Object.values(readTree(join(book, '.octavo'))).join(), secret, 'the report is kept');
  assert.deepEqual(findSecrets(site), []);
  assert.deepEqual(listDifferences(site, without), []);
});

test('a chapter that is published and then held back takes everything of its own with it', (context) => {
  const { book } = publish(context, {
    ...open,
    'content/part/late.md': unpublishedChapter('late', 'draft: false'),
  });
  assert.match(Object.values(readTree(join(book, 'public'))).join(), secret);
  writeFiles(book, { 'content/part/late.md': unpublishedChapter('late', 'draft: true') });
  assert.equal(runOctavo(book, ['build']).code, 0);
  const { site } = publish(context, open);
  assert.deepEqual(listDifferences(readTree(join(book, 'public')), site), []);
});

test('a page that is not rendered is named in the list of its section, and no more of it is published', (context) => {
  const page = unpublishedChapter('listed', 'build: {render: never}')
    .replace(/^(title|linkTitle): .*$/gm, '$1: Named')
    .replace(/^(tags|menus): .*\n/gm, '');
  const { site } = publish(context, { ...open, 'content/part/listed.md': page });
  assert.match(site['part/index.html'] ?? '', /Named/);
  assert.deepEqual(findSecrets(site), []);
});
