import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkText, fixText } from '../check-text.js';

test('raised numbers become references, with notes to be filled in', () => {
  const raw =
    'They pulled "the last sheet. "1\n\nIt was their night, in the shop. A shop.2 Nobody slept.\n\nAnd a night.”3';
  assert.equal(
    fixText(raw),
    'They pulled "the last sheet."[^1]\n\nIt was their night, in the shop. A shop.[^2] Nobody slept.\n\nAnd a night.”[^3]\n\n[^1]:\n[^2]:\n[^3]:\n',
  );
  assert.deepEqual(
    checkText(fixText(raw)).filter((found) => /footnote/.test(found)),
    ['7:1 markdown/empty-footnote', '8:1 markdown/empty-footnote', '9:1 markdown/empty-footnote'],
  );
});

test('a numbered list with an entry for each number becomes the notes', () => {
  const raw =
    '“The ink ran.”7 More\nink.\n\n> “It did.”8\n\n## Notes\n\n7. Ledger,\n   p. 3.\n8. The same.\n';
  assert.equal(
    fixText(raw),
    '“The ink ran.”[^7] More\nink.\n\n> “It did.”[^8]\n\n## Notes\n\n[^7]: Ledger,\n   p. 3.\n[^8]: The same.\n',
  );
});

test('where a page has begun to count again, the second note of a number has a name of its own', () => {
  assert.equal(
    fixText('“The ink ran.”1\n\n“It did.”1\n'),
    '“The ink ran.”[^1]\n\n“It did.”[^1-2]\n\n[^1]:\n[^1-2]:\n',
  );
});

test('nobody can tell which note is which where notes are there already', () => {
  const raw = '“The ink ran.”1 And it dried.[^a]\n\n[^a]: In a day.\n';
  assert.equal(fixText(raw), raw);
  assert.match(checkText(raw).join(' '), /text\/lost-footnote/);
});
