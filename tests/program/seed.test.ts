import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { repository } from '../house/source-files.js';
import { makeBook, readTree, runOctavo } from './run-octavo.js';

/** The chapter that this project was made for; it lies beside the repository and is not part of it. */
const seedFile = join(repository, '../shared/seed/chapter-14f.md');
const title = 'Socialism with Chinese Characteristics Enters a New Era';

/** 14a to 14e under shuffled names, and the seed. */
function seedBook(context: TestContext): string {
  const names = { a: 'm', b: 'c', c: 'zz', d: 'a', e: 'k' };
  const siblings = Object.entries(names).map(([letter, name], index) => [
    `content/${name}.md`,
    `---\nheading: Chapter 14${letter}\ntitle: ${title}\nweight: ${323 + index}\ndate: 2025-10-13\ndescription: ""\nc: "darkslategray"\n---\n\nPart ${letter}.\n`,
  ]);
  return makeBook(context, { ...Object.fromEntries(siblings), 'content/b.md': readFileSync(seedFile) });
}

const found = existsSync(seedFile);

test(`the seed chapter and its siblings${found ? '' : ' (the seed is not beside this checkout: nothing to test)'}`, (context) => {
  if (!found) return;
  const book = seedBook(context);
  const run = runOctavo(book, ['build']);
  assert.equal(run.code, 0, run.stderr);
  const page = readTree(join(book, 'public'))['b/index.html'] ?? '';
  const text = Buffer.from(page, 'latin1').toString();

  assert.match(text, new RegExp(`<title>Chapter 14f · ${title}`));
  assert.match(text, new RegExp(`<h1[^>]*>\\s*${title}\\s*</h1>`));
  assert.match(text, />\s*Chapter 14f\s*</);
  assert.match(text, /#2f4f4f/, 'the accent on light paper is the colour itself');
  assert.match(text, /#6[0-9a-f]8[0-9a-f]8[0-9a-f]/, 'the accent on dark paper is lighter');
  assert.match(text, /<link rel="?prev"? href="?\/k\/"?/);
  assert.doesNotMatch(text, /rel="?next"?/);
  assert.match(text, /<meta name="?description"? content="[^"]*(strive to build|Comrade)/);

  assert.ok(text.includes('people-to-people exchanges, jointly carry forward'), 'the split word is joined');
  assert.doesNotMatch(text, /people-\s+to-people/);
  assert.ok(text.includes('cooperation between the “five links.”'), 'mixed quotes pair');
  assert.ok(
    text.includes('Road is connectivity.”<sup>1</sup>'),
    'the quote before a lost note number closes, and the number is raised',
  );
  const prose = /<main[\s\S]*<\/main>/.exec(text)?.[0].replace(/<[^>]*>/g, '') ?? '';
  assert.doesNotMatch(prose, /"/, 'no straight quote is left in the text');
});

test(`list shows the lettered chapters in the order of their weights${found ? '' : ' (no seed)'}`, (context) => {
  if (!found) return;
  const run = runOctavo(seedBook(context), ['list', '--json']);
  const entries: { heading: string; source: string | null }[] = JSON.parse(run.stdout);
  assert.deepEqual(
    entries.map((entry) => entry.heading),
    ['', 'Chapter 14a', 'Chapter 14b', 'Chapter 14c', 'Chapter 14d', 'Chapter 14e', 'Chapter 14f'],
  );
});
