import assert from 'node:assert/strict';
import { test } from 'node:test';
import { render } from '../rendering.js';

test('a new line in the text is one on the page only when asked for', async () => {
  const text = 'One\n*two\nthree* people-\nto-people';
  assert.equal((await render(text)).html.includes('<br>'), false);
  const { html, words } = await render(text, { hardWraps: true });
  assert.match(html, /^<p>One<br>\n<em>two<br>\nthree<\/em> people-to-people<\/p>/);
  assert.equal(words, (await render(text)).words);
});
