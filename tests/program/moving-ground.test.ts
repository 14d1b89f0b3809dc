import assert from 'node:assert/strict';

import { existsSync, readdirSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';

import { join } from 'node:path';

import { type TestContext, test } from 'node:test';
import { build } from '../../src/build.js';
import { makeBook, readTree } from './run-octavo.js';

const CHAPTERS = 30;

function makeLong(context: TestContext): string {
  const files: Record<string, string> = { 'octavo.yaml': 'title: Book\n', 'static/own.txt': 'mine\n' };
  for (let number = 1; number <= CHAPTERS; number += 1) {
    files[`content/part/c${number}.md`] =
      `---\ntitle: C${number}\nweight: ${number}\n---\n\n![P](p${number}.svg)\n`;
    files[`content/part/p${number}.svg`] = `<svg id="p${number}"/>`;
  }
  return makeBook(context, files);
}

/** What somebody else does to a book while it is built. */
const blows: Readonly<Record<string, (book: string) => void>> = {
  'content vanishes': (book) => rmSync(join(book, 'content'), { recursive: true }),
  'the whole book vanishes': (book) => rmSync(book, { recursive: true }),
  'content is renamed': (book) => renameSync(join(book, 'content'), join(book, 'away')),
  'chapters vanish': (book) => replaceEach(book, /\.md$/, () => undefined),
  'chapters become links to nothing': (book) =>
    replaceEach(book, /\.md$/, (file) => symlinkSync('nowhere', file)),
  'chapters and pictures become links out of the book': (book) => {
    replaceEach(book, /\.(?:md|svg)$/, (file) => symlinkSync(secretOf(book), file));
  },
  'chapters become links to themselves': (book) =>
    replaceEach(book, /\.md$/, (file) => symlinkSync(file, file)),
  'pictures vanish': (book) => replaceEach(book, /\.svg$/, () => undefined),
  'static files vanish': (book) => rmSync(join(book, 'static'), { recursive: true }),
  'the workplace vanishes': (book) => rmSync(join(book, '.octavo'), { recursive: true, force: true }),
};

function replaceEach(book: string, names: RegExp, replace: (file: string) => void): void {
  const folder = join(book, 'content/part');
  for (const name of readdirSync(folder).filter((each) => names.test(each))) {
    unlinkSync(join(folder, name));
    replace(join(folder, name));
  }
}

const SECRET = 'the secret of the ferryman';

function secretOf(book: string): string {
  return `${book}.secret`;
}

for (const [what, strike] of Object.entries(blows)) {
  test(`where ${what} in the middle, a build ends whole or not at all, at whatever moment`, async (context) => {
    const outcomes = new Set<string>();
    for (const moment of ['opened', 'first page', 'last page'] as const) {
      const book = makeLong(context);
      writeFileSync(secretOf(book), `---\ntitle: Secret\n---\n\n${SECRET}\n`);
      context.after(() => rmSync(secretOf(book)));
      outcomes.add(await buildStruck(book, moment, strike));
      const site = existsSync(join(book, 'public')) ? readTree(join(book, 'public')) : {};
      assert.ok(!JSON.stringify(site).includes(SECRET), 'nothing from outside is published');
    }
    assert.ok(outcomes.size > 0);
  });
}

/** Builds a book that something happens to at a moment; says how that ended. */
async function buildStruck(
  book: string,
  moment: 'opened' | 'first page' | 'last page',
  strike: (book: string) => void,
): Promise<string> {
  let isStruck = false;
  const hit = () => {
    if (!isStruck) strike(book);
    isStruck = true;
  };
  const { published, diagnostics } = await build({
    root: book,
    destination: null,
    config: { now: Date.UTC(2026, 0, 1) },
    takeOver: false,
    failOnWarnings: false,
    threads: 0,
    clock: () => Date.UTC(2026, 0, 1),
    memory: true,
    progress: (done, total) => {
      if (moment === 'first page' ? done > 0 : moment === 'last page' && done === total) hit();
    },
    onInterrupt: () => {
      if (moment === 'opened') hit();
      return () => undefined;
    },
  });
  assert.ok(isStruck, moment);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  assert.equal(published === null, errors.length > 0, JSON.stringify(errors));
  return published === null ? 'refused' : 'published';
}
