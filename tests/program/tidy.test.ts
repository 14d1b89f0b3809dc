import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { repository } from '../house/source-files.js';
import { makeBook, readTree, runOctavo } from './run-octavo.js';

const seedFile = join(repository, '../shared/seed/chapter-14f.md');

const wrapped = [
  '---',
  'title: Wrapped   # kept',
  '---',
  '',
  'The well-known press was set up by an apprentice who had seen one, and an exam-',
  'ple of the hand-',
  'written kind, at a well-',
  'known fair. "It works.” He said so: "It does. "1',
  '',
  '> A quotation of some length goes on over',
  '> more than one line, as they do.',
  '',
  '- an entry of a list that goes on over',
  '  a second line',
  '',
  'Roses are red,',
  'violets are blue,',
  'type is of lead.',
  '',
  'With a break  ',
  'that is meant.',
  '',
  '```',
  'code stays',
  'as it is',
  '```',
  '',
  '| a | b |',
  '| - | - |',
  '| c | d |',
  '',
].join('\r\n');

test('tidy joins lines and words, lists its repairs, and leaves the rest byte for byte', (context) => {
  const book = makeBook(context, { 'content/a.md': wrapped });
  const dry = runOctavo(book, ['tidy']);
  assert.equal(dry.code, 0, dry.stderr);
  assert.equal(
    dry.stdout,
    [
      '  content/a.md  2 paragraphs joined, 5 repairs',
      '    7: well-⏎known → well-known',
      '    8: works.” → works."',
      '    8: does. "1 → does."1',
      '',
      '  In doubt. The other reading goes into `markdown.joints`, once for all places:',
      '    content/a.md:5: exam-⏎ple → example, or is it exam-ple?',
      '    content/a.md:6: hand-⏎written → handwritten, or is it hand-written?',
      '',
    ].join('\n'),
  );
  assert.equal(readFileSync(join(book, 'content/a.md'), 'utf8'), wrapped, 'shown, not done');
  runOctavo(book, ['tidy', '--write']);
  const expected = wrapped
    .replace('exam-\r\nple', 'example')
    .replace('hand-\r\nwritten', 'handwritten')
    .replace('well-\r\nknown', 'well-known')
    .replace('works.”', 'works."')
    .replace('does. "1', 'does."1')
    .replace('over\r\n> more', 'over more')
    .replace('over\r\n  a', 'over a');
  assert.equal(readFileSync(join(book, 'content/a.md'), 'utf8'), expected);
  const again = runOctavo(book, ['tidy', '--write']);
  assert.deepEqual([again.stdout, again.stderr], ['', 'Everything is tidy already.\n']);
});

test('--sentences puts each sentence on a line, and none where it would be a list', (context) => {
  const text =
    'It was cold. The year of which I speak was the wet year\n1984. And then: 2. The stove went\nout. - So it was.\n';
  const book = makeBook(context, { 'content/a.md': text });
  const before = runOctavo(book, ['build']) && readTree(join(book, 'public'))['a/index.html'];
  runOctavo(book, ['tidy', '--sentences', '--write']);
  const tidy = readFileSync(join(book, 'content/a.md'), 'utf8');
  assert.match(tidy, /^It was cold\.\nThe year of which I speak was the wet year 1984\.\n/);
  assert.doesNotMatch(tidy, /^(?:- |\d+\.\s)/m);
  runOctavo(book, ['build']);
  const flat = (html = '') => html.replace(/\s+/g, ' ');
  assert.equal(flat(readTree(join(book, 'public'))['a/index.html']), flat(before), 'it reads as before');
  runOctavo(book, ['tidy', '--sentences', '--write']);
  assert.equal(readFileSync(join(book, 'content/a.md'), 'utf8'), tidy);
});

test('only what is named is tidied', (context) => {
  const two = 'A line of words that goes on\nover two lines of the file.\n';
  const book = makeBook(context, { 'content/a.md': two, 'content/p/b.md': two, 'content/p/c.md': two });
  assert.equal(runOctavo(book, ['tidy', 'a.md']).stdout, '  content/a.md  1 paragraph joined\n');
  assert.equal(runOctavo(book, ['tidy', 'p']).stdout.split('\n').length, 3);
  assert.equal(runOctavo(book, ['tidy', 'nobody']).code, 2);
});

test(`after check --fix and tidy the seed chapter reads as an editor would have it${existsSync(seedFile) ? '' : ' (no seed)'}`, (context) => {
  if (!existsSync(seedFile)) return;
  const book = makeBook(context, { 'content/14f.md': readFileSync(seedFile) });
  runOctavo(book, ['check', '--fix']);
  runOctavo(book, ['tidy', '--write']);
  const text = readFileSync(join(book, 'content/14f.md'), 'utf8');
  assert.match(text, /\n## 2\. strive to build an interconnected partnership\n/);
  assert.match(text, /\n\nThird, strengthen/);
  assert.match(text, /people-to-people exchanges, jointly/);
  assert.match(text, /the Belt and Road is connectivity\."\[\^1\] The core/);
  assert.doesNotMatch(text, /[“”]/);
  const left = JSON.parse(runOctavo(book, ['check', '--json']).stdout).diagnostics;
  assert.deepEqual(
    left.map(({ code }: { code: string }) => code),
    ['front-matter/empty-description', 'markdown/empty-footnote'],
    'what only the author can know',
  );
});

test('lines of Chinese are joined without a space, a lost paragraph keeps its line, well-known its hyphen', (context) => {
  const text =
    '那年冬天\n它很少。\n\nThe press that stood in the hall was a well-\nknown one.\nSecond, the rest\nwas.\n';
  const book = makeBook(context, { 'content/a.md': text });
  runOctavo(book, ['tidy', '--write']);
  const tidied =
    '那年冬天它很少。\n\nThe press that stood in the hall was a well-known one.\nSecond, the rest was.\n';
  assert.equal(readFileSync(join(book, 'content/a.md'), 'utf8'), tidied);
  assert.equal(runOctavo(book, ['tidy']).stdout, '');
});
