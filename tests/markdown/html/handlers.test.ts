import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import remarkHtml from 'remark-html';
import { unified } from 'unified';
import { createHandlers } from '../../../src/markdown/html/handlers.js';
import { parseWithSatteri } from '../../../src/markdown/parse/satteri-parser.js';
import { gfmExamples } from '../gfm.js';

const fixture = fileURLToPath(new URL('../../../../tests/markdown/commonmark.json', import.meta.url));
const { examples }: { examples: readonly { markdown: string }[] } = JSON.parse(readFileSync(fixture, 'utf8'));

test('our handlers make the HTML that those of mdast-util-to-hast make', () => {
  // Listings are printed by their plugin, and have tests of their own.
  const { code: _, ...handlers } = createHandlers(() => undefined);
  const ours = unified().use(remarkHtml, { handlers, sanitize: false });
  const theirs = unified().use(remarkHtml, { sanitize: false });
  for (const text of [...examples.map(({ markdown }) => markdown), ...Object.values(gfmExamples).flat()]) {
    const tree = parseWithSatteri(text);
    assert.equal(ours.stringify(tree), theirs.stringify(tree), text);
  }
});
