import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { type TestContext, test } from 'node:test';
import { openBook } from '../../src/pipeline/open-book.js';
import { readInputs } from '../../src/pipeline/read-inputs.js';
import { makeBook, writeFiles } from '../program/run-octavo.js';

const chapter = '---\ntitle: A\ndate: 2020-01-01\n---\n';
const now = Date.UTC(2026, 5, 1);

function git(folder: string, date: string, ...argv: string[]): void {
  const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
  const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: '2025-12-31T00:00:00Z' };
  execFileSync('git', ['-C', folder, ...identity, ...argv], { env, stdio: 'ignore' });
}

/** A book below a repository, with two commits, of which the second touches one chapter. */
function makeRepository(context: TestContext): string {
  const folder = makeBook(context, {
    'book/octavo.yaml': 'enableGitInfo: true',
    'book/content/a.md': chapter,
    'book/content/déjà vu.md': chapter,
    'outside.md': '',
  });
  git(folder, '2021-02-03T04:05:06+02:00', 'init');
  git(folder, '2021-02-03T04:05:06+02:00', 'add', '.');
  git(folder, '2021-02-03T04:05:06+02:00', 'commit', '-m', 'one');
  writeFileSync(join(folder, 'book/content/a.md'), `${chapter}More.\n`);
  git(folder, '2022-02-03T04:05:06Z', 'commit', '-a', '-m', 'two');
  writeFiles(folder, { 'book/content/new.md': chapter });
  return join(folder, 'book');
}

function lastChanges(book: string) {
  const inputs = readInputs(book, { now });
  const pages = Object.values(openBook(inputs).book.pages).filter(({ source }) => source !== null);
  return {
    dates: Object.fromEntries(pages.map(({ source, lastmod }) => [source, lastmod?.iso])),
    codes: inputs.diagnostics.map(({ code }) => code),
    fingerprint: inputs.sources.fingerprint,
  };
}

test('a chapter was changed when its last commit was written; one that is new has its own dates', (context) => {
  const { dates, codes } = lastChanges(makeRepository(context));
  assert.deepEqual(codes, []);
  assert.deepEqual(dates, {
    'a.md': '2022-02-03T04:05:06Z',
    'déjà vu.md': '2021-02-03T04:05:06+02:00',
    'new.md': '2020-01-01T00:00:00Z',
  });
});

test('a commit that changes no file the build reads is a change of its inputs', (context) => {
  const book = makeRepository(context);
  const before = lastChanges(book).fingerprint;
  git(book, '2023-01-01T00:00:00Z', 'add', '.');
  git(book, '2023-01-01T00:00:00Z', 'commit', '-m', 'three');
  assert.notEqual(lastChanges(book).fingerprint, before);
});

test('a folder without a repository is named once: source/no-git-history', (context) => {
  const book = makeBook(context, {
    'octavo.yaml': 'enableGitInfo: true',
    'content/a.md': chapter,
    'content/b.md': '',
  });
  const { dates, codes } = lastChanges(book);
  assert.deepEqual([dates['a.md'], codes], ['2020-01-01T00:00:00Z', ['source/no-git-history']]);
});

test('without enableGitInfo git is not asked, and the lists of dates decide where it counts', (context) => {
  const book = makeRepository(context);
  writeFileSync(join(book, 'octavo.yaml'), 'title: T');
  assert.equal(lastChanges(book).dates['a.md'], '2020-01-01T00:00:00Z');
  const settings = 'enableGitInfo: true\nfrontmatter: {lastmod: [date, ":git"]}';
  writeFileSync(join(book, 'octavo.yaml'), settings);
  assert.equal(lastChanges(book).dates['a.md'], '2020-01-01T00:00:00Z');
});

test(':fileModTime is when the file was saved', (context) => {
  const book = makeBook(context, {
    'octavo.yaml': 'frontmatter: {lastmod: [":fileModTime", ":default"]}',
    'content/a.md': chapter,
  });
  utimesSync(join(book, 'content/a.md'), 1, 1_700_000_000.5);
  assert.equal(lastChanges(book).dates['a.md'], '2023-11-14T22:13:20Z');
});
