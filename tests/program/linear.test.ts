import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { makeBook, runOctavo } from './run-octavo.js';

/** Size in bytes of a middle chapter's page in a book of parts of 50 chapters. */
function pageSize(context: TestContext, chapters: number): number {
  const files: Record<string, string> = {};
  for (let index = 0; index < chapters; index += 1) {
    const part = Math.floor(index / 50) + 1;
    const name = String(index + 10_000).slice(1);
    files[`content/part-${String(part).padStart(3, '0')}/chapter-${name}.md`] =
      `---\nheading: Chapter ${name}\ntitle: The Title of ${name}\nweight: ${index + 1}\n---\n\nText.\n`;
  }
  const book = makeBook(context, files);
  const run = runOctavo(book, ['build', '--quiet']);
  assert.equal(run.code, 0, run.stderr);
  const middle = Math.floor(chapters / 100) * 50 + 25 - (chapters === 50 ? 0 : 50);
  const part = Math.floor(middle / 50) + 1;
  const name = String(middle + 10_000).slice(1);
  return readFileSync(join(book, `public/part-${String(part).padStart(3, '0')}/chapter-${name}/index.html`))
    .length;
}

test('a page of a book of 1,000 chapters is at most 3 KB bigger than one of a book of 50', (context) => {
  const small = pageSize(context, 50);
  const large = pageSize(context, 1000);
  assert.ok(large - small <= 3 * 1024, `${small} → ${large} bytes`);
});
