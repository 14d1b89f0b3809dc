import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { RenderHelper } from '../../src/markdown/threads/render-helper.js';
import { startHelper } from '../../src/pipeline/start-helpers.js';
import { pressAfresh } from '../preview/press-afresh.js';

/** Chapters of two languages, more than a batch of each, whose words are not all the same; one leads to another. */
function writeBook(t: TestContext): string {
  const chapter = (name: string, at: number) =>
    `---\ntitle: ${name} ${at}\nweight: ${at + 1}\n---\n## ${name} one\n\nWord${at} and ${name} again.\n\n[Next](1.md)\n`;
  const root = mkdtempSync(join(tmpdir(), 'octavo-search-'));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(join(root, 'content'));
  writeFileSync(join(root, 'octavo.yaml'), 'languages:\n  en: {weight: 1}\n  fr: {weight: 2}\n');
  for (let at = 0; at < 40; at += 1) {
    writeFileSync(join(root, `content/${at}.md`), chapter('English', at));
    writeFileSync(join(root, `content/${at}.fr.md`), chapter('Français', at));
  }
  return root;
}

async function pressWith(
  root: string,
  helpers: readonly RenderHelper[],
): Promise<ReadonlyMap<string, string>> {
  const { files, diagnostics } = await pressAfresh(root, { now: 0 }, helpers);
  assert.deepEqual(diagnostics, []);
  return files;
}

/** Paths of the files that are not the same in both sites. */
function listDifferences(
  one: ReadonlyMap<string, string>,
  two: ReadonlyMap<string, string>,
): readonly string[] {
  return [...new Set([...one.keys(), ...two.keys()])].filter((path) => one.get(path) !== two.get(path));
}

test('a site is the same, its index too, whichever thread renders its chapters and makes the index', async (t) => {
  const root = writeBook(t);
  const alone = await pressWith(root, []);
  assert.match(alone.get('fr/search/index.js') ?? '', /octavoSearch\("index"/);
  for (const count of [1, 2]) {
    const helpers = Array.from({ length: count }, startHelper);
    assert.deepEqual(listDifferences(await pressWith(root, helpers), alone), []);
  }
});

test('the words that a thread had kept when it died are read again', async (t) => {
  const root = writeBook(t);
  const helper = startHelper();
  let asked = 0;
  const dying: RenderHelper = {
    ...helper,
    conclude: (question) => {
      asked += 1;
      helper.stop();
      return helper.conclude(question);
    },
  };
  assert.deepEqual(listDifferences(await pressWith(root, [dying]), await pressWith(root, [])), []);
  assert.equal(asked, 2);
});
