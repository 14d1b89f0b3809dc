import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeBook, runOctavo } from './run-octavo.js';

const chapter = (weight: number, text: string) =>
  `---\ntitle: Chapter ${weight}\nweight: ${weight}\ndate: 2024-01-01\n---\n\n${text}\n`;
const files = {
  'content/z.md': chapter(1, 'Plain.\n\nHere $a_1 + b^2$ stands.'),
  'content/a.md': chapter(2, 'And $$\\sum_i x_i$$ as well.'),
};
const told = (text: string) =>
  [...text.matchAll(/^(content\/\S+) warning markdown\/math-off$/gm)].map(([, place]) => place);

test('formulas of a book without math are told once, at the first in the order of the book', (context) => {
  const book = makeBook(context, files);
  const { code, stdout, stderr } = runOctavo(book, ['build']);
  assert.equal(code, 0);
  assert.deepEqual(told(stdout + stderr), ['content/z.md:9:6']);
  assert.match(stdout + stderr, /markdown: \{math: true\}/);
  const again = runOctavo(book, ['build']);
  assert.deepEqual(told(again.stdout + again.stderr), ['content/z.md:9:6'], 'from the memory, too');
  const checked = runOctavo(book, ['check']);
  assert.deepEqual(told(checked.stdout + checked.stderr), ['content/z.md:9:6']);
});

test('nothing is told where math is on, or a Hugo theme asks for it', (context) => {
  for (const config of [
    { 'octavo.yaml': 'markdown: {math: true}\n' },
    { 'hugo.yaml': 'params: {katex: true}\n' },
  ]) {
    const { stdout, stderr } = runOctavo(makeBook(context, { ...files, ...config }), ['build']);
    assert.deepEqual(told(stdout + stderr), []);
  }
});
