import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkText, fixText } from '../check-text.js';

const full = 'A line of running text that was set by hand and goes on to the edge of the page';

test('a fence that nothing closes, or that the wrong marks do', () => {
  assert.deepEqual(checkText('A.\n\n```\nb\n\nC.\n'), ['3:1 markdown/open-fence']);
  assert.deepEqual(checkText('~~~ js\nb\n```\n\nC.\n'), ['1:1 markdown/open-fence']);
  assert.deepEqual(checkText('````\nb\n```\nC.\n'), ['1:1 markdown/open-fence']);
  assert.deepEqual(checkText('```\nb\n```js\n'), ['1:1 markdown/open-fence']);
  assert.deepEqual(checkText('- ```\n  b\n\nC.\n'), ['1:3 markdown/open-fence']);
  assert.deepEqual(checkText('```\nb\n````  \n\n> ~~~\n> c\n> ~~~\n\n    d\n'), []);
});

test('the end of a comment in the text', () => {
  assert.deepEqual(checkText('A <!-- b <!-- c --> d -->\n'), ['1:23 markdown/stray-comment']);
  assert.deepEqual(checkText('<!– a –>\n'), ['1:1 markdown/stray-comment']);
  assert.deepEqual(checkText('A <!-- b --> c --> d `-->`\n'), []);
});

test('ranges with tildes strike out what is between; what is struck on purpose is', () => {
  const raw = 'Ages 10~20 and heights 80~100.\n';
  assert.deepEqual(checkText(raw), ['1:8 text/struck-range']);
  assert.equal(fixText(raw), 'Ages 10\\~20 and heights 80\\~100.\n');
  assert.deepEqual(checkText('A ~b~ and ~~c~~ and about ~5 km.\n'), []);
});

test('a wrapped line that begins with a colon; a term and its meaning', () => {
  assert.deepEqual(checkText(`${full}\n: and more.\n`), ['2:1 text/accidental-term']);
  assert.equal(fixText(`${full}\n: and more.\n`), `${full}\n\\: and more.\n`);
  assert.deepEqual(checkText('Ink\n: Of soot and oil.\n: Of galls.\n'), []);
});

test('lines of signs that make headings and rules of running text', () => {
  assert.deepEqual(checkText(`${full}.\n===\n`), ['2:1 text/accidental-block']);
  assert.deepEqual(checkText('a\n=\nb\n'), ['2:1 text/accidental-block']);
  assert.deepEqual(checkText(`${full}\n***\nand on.\n`), ['2:1 text/accidental-block']);
  assert.deepEqual(checkText(`The Ink\n===\n\n${full}.\n***\nMore.\n`), []);
});

test('backticks for quotes and apostrophes', () => {
  assert.deepEqual(checkText("He said ``so'' and `so'.\n"), [
    '1:9 text/stray-backtick',
    '1:20 text/stray-backtick',
  ]);
  assert.deepEqual(checkText('It`s a dog`s life.\n'), ['1:3 text/stray-backtick']);
  assert.deepEqual(checkText('A `b` and ``c ` d`` and \\`e.\n'), []);
});

test('an equals sign where a colon is meant; formulas and code have their own', () => {
  const raw = 'He said= the tide waits.\nThe rule is=\n\n> Note= "wait" `a = b`.\n';
  assert.deepEqual(checkText(raw), [
    '1:8 text/equals-for-colon',
    '2:12 text/equals-for-colon',
    '4:7 text/equals-for-colon',
  ]);
  assert.equal(fixText(raw), raw.replace('said=', 'said:').replace('is=', 'is:').replace('Note=', 'Note:'));
  const meant =
    'Ink = soot.\n\nx= y and area= 4 * 5, so width= 12.\n\nThe sum= the parts = all.\n\n`key= value`\n';
  assert.deepEqual(checkText(meant), []);
});

test('page numbers that go up, and running heads, inside sentences', () => {
  const pages = [12, 13].map((page) => `${full}\n${page}\nand on.\n`);
  assert.deepEqual(checkText(pages.join('\n')), ['2:1 text/page-remains', '6:1 text/page-remains']);
  assert.deepEqual(checkText(`${full}\np. 12\nand on.\n\n${full}\n1871\nand on.\n`), [
    '2:1 text/page-remains',
  ]);
  const heads = [2, 4, 6].map((page) => `${full}\n${page} The Book of Ink\nand on.\n`);
  assert.equal(checkText(heads.join('\n')).length, 3);
  assert.deepEqual(checkText(`${full}.\n12\nand.\n\n${full}.\n13\nand.\n`), []);
});

test('a space that is missing behind a sentence', () => {
  assert.deepEqual(checkText('It was the sea.Then he went.\n'), ['1:15 text/missing-space']);
  assert.deepEqual(checkText('See www.Ink.org and e.g.Ink is, St.Paul. System.Out.Print it.\n'), []);
});

test('letters that stand apart', () => {
  assert.deepEqual(checkText('It is C H A P T E R one.\n'), ['1:7 text/letterspacing']);
  assert.deepEqual(checkText('The keys a b c d e and x = a e d y and I I I I.\n'), []);
});
