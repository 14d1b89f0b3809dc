import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDuplicateCheck } from '../../src/check/rules/duplicate-paragraphs.js';
import { checkJoints, countSureJoints } from '../../src/check/rules/joints.js';
import { checkText, fixText, openText } from './check-text.js';

test('a word split over two lines is found, a hanging hyphen is not', () => {
  assert.deepEqual(checkText('A chain of hand-\nto-hand passing, of two-\nand three-ply.\n'), [
    '1:12 text/doubtful-joint',
  ]);
  assert.deepEqual(checkText('> a gloom-\n> lamp thing\n'), ['1:5 text/doubtful-joint']);
  assert.deepEqual(checkText('a gloom- \nlamp thing\n'), ['1:3 text/doubtful-joint']);
  assert.deepEqual(checkText('a gloom- \nlamp, a hard-  \nbreak\n'), []);
  assert.deepEqual(checkText('```\nwell-\nknown\n```\n'), []);
});

test('both readings of a word in doubt are told, with the reason; what is beyond doubt is no finding', () => {
  const [found] = checkJoints(openText('The wax of a match-\nbox. A match, a box.\n'));
  assert.equal(
    found?.diagnostic.message,
    '"match-⏎box" may be "match-box" or "matchbox": neither "matchbox" nor "match-box" stands elsewhere in the book, but both halves are words of it.',
  );
  const sure = openText('The wax of a match-\nbox. A matchbox.\n');
  assert.deepEqual(checkJoints(sure), []);
  assert.equal(countSureJoints(sure), 1);
});

test('the number of a line inside a word, and an address that may go on, are told', () => {
  const bill = '6 of all the re-\n7 ceipts and\n8 of the costs of the year.\n';
  assert.deepEqual(checkText(bill), ['1:14 text/cut-word']);
  assert.deepEqual(checkText('The MIG-\n21 in the hall.\n'), []);
  assert.deepEqual(checkText('The all-\nwhich was meant.\n'), ['1:5 text/cut-word']);
  assert.deepEqual(checkText('See https://example.org/annual-\nreport for more.\n'), [
    '1:5 text/split-address',
  ]);
});

test('a quote within a quote ends with both; one that a dash or a break follows closes', () => {
  assert.deepEqual(
    checkText(`"He asked: 'Who is it?'" And: "'Yes,' said she." "'"No," he said,'" too.\n`),
    [],
  );
  assert.deepEqual(checkText('She had "a wife "--for he thought "so "—that far.\n'), []);
  assert.deepEqual(checkText('One..."What is it?" And "Ah/" and "Ah".\n'), []);
  assert.deepEqual(checkText('He said:"Go." A table {"here": "/./", "there":"x"} of them.\n'), []);
  assert.deepEqual(checkText(`At "17' 20", 19 2' 40"." it lies.\n`), []);
});

test('a quotation over verses, a letter, or several paragraphs is one', () => {
  const verse = `He said: "I quote an old man:\n\n'The tide, the tide.'\n\nNo more."\n`;
  const letter = '"Come at once.\n\nBring the key.\n\nYours."\n\nHe went.\n';
  const signed = '"Believe me,\n"Your friend,\n\n"Ann."\n';
  const nested = `'"One.\n\n'"Two."\n`;
  const headings = '"One.\n\n## Two\n\n"Three."\n';
  for (const text of [verse, letter, signed, nested, headings]) assert.deepEqual(checkText(text), [], text);
  assert.deepEqual(checkText('"One of them, he said.\n\nWhere is it" now?\n'), [
    '1:1 text/unbalanced-quotes',
    '3:12 text/unbalanced-quotes',
  ]);
  assert.deepEqual(checkText('"One.\n\nTwo.\n\n"Three."\n'), ['1:1 text/unbalanced-quotes']);
});

test('mixed quotes are found at the odd one and mended to the kind the chapter has more of', () => {
  const straight = 'The "green" and the "red.” Then "blue".\n';
  assert.deepEqual(checkText(straight), ['1:26 text/mixed-quotes']);
  assert.equal(fixText(straight), 'The "green" and the "red." Then "blue".\n');
  assert.equal(fixText('The “green” and the "red.”\n'), 'The “green” and the “red.”\n');
});

test('unbalanced quotes: an opener without end, a closer without beginning', () => {
  assert.deepEqual(checkText('He said "yes and went.\n\nThen “no.\n'), [
    '1:9 text/unbalanced-quotes',
    '3:6 text/unbalanced-quotes',
  ]);
  assert.deepEqual(checkText('He said yes” and went.\n'), ['1:12 text/unbalanced-quotes']);
  assert.deepEqual(checkText('A 6" pipe, and `a "` and [x](y.md "t").\n'), []);
});

test('quotes are read through the marks of links and emphasis; one within a word is an apostrophe', () => {
  assert.deepEqual(checkText('See ["the ink"](x.md), **"the press"** and ["the *bar*"](y.md).\n'), []);
  assert.deepEqual(checkText('Say `x`" and "`y`" here.\n'), ['1:8 text/unbalanced-quotes']);
  assert.deepEqual(checkText('Це об"єднання слів.\n', 'uk'), []);
});

test('a quote after a backslash is printed as it is, and pairs with none', () => {
  assert.deepEqual(checkText('He wrote \\"so\\" and \\"no. A "b" c.\n'), []);
});

test('a quotation over several paragraphs opens each of them', () => {
  assert.deepEqual(checkText('"One.\n\n"Two.\n\n"Three."\n'), []);
});

test('a digit behind a closing quote is a lost footnote, a year in quotes is not', () => {
  assert.deepEqual(checkText('He said: "It is so. "1\nThe "end."12 And "3 men" and "16+1".\n'), [
    '1:22 text/lost-footnote',
    '2:11 text/lost-footnote',
  ]);
});

test('a list of one item that starts above 1 becomes a heading, or has its dot escaped', () => {
  assert.deepEqual(checkText('Text.\n\n2. mind the gap\n\nText.\n'), ['3:1 text/lone-list-item']);
  assert.equal(fixText('2. mind the gap\n\nText.\n'), '## 2. mind the gap\n\nText.\n');
  assert.equal(fixText('1984. It was a wet year, and\nlong.\n'), '1984\\. It was a wet year, and\nlong.\n');
  assert.deepEqual(checkText('1. a\n\nText.\n\n2. b\n'), [], 'a list that goes on');
  assert.deepEqual(checkText('2. a\n3. b\n'), []);
});

test('tags of shortcodes, what code-like ones hold, and attributes are no prose', () => {
  const video = '{{< video id="a-long-one" title="A film of forty words or more" >}}';
  assert.deepEqual(checkText(`${video}\n### Overview\n`), [], 'nor the beginning of a sentence');
  assert.deepEqual(checkText('{{< img\n  src="a.png"\n  alt="A  , b"\n>}}\n\nText. {.x key="y"}\n'), []);
  assert.deepEqual(checkText('{{< code-toggle >}}\n[x."y"]\n\na the the b\n{{< /code-toggle >}}\n'), []);
  assert.deepEqual(checkText('{{% note %}}\nOf the the bar.\n{{% /note %}}\n'), ['2:8 text/doubled-word']);
});

test('lines that became blocks in the middle of a sentence', () => {
  const full = 'The sum of what was paid and what was not paid was';
  for (const [line, fixed] of [
    ['+ 3 in all, they said.', '\\+ 3 in all, they said.'],
    ['- 3 in all, they said.', '\\- 3 in all, they said.'],
    ['1. That is what they said.', '1\\. That is what they said.'],
    ['# 3 on the list.', '\\# 3 on the list.'],
    ['> 3 in all.', '\\> 3 in all.'],
  ]) {
    assert.deepEqual(checkText(`${full}\n${line}\n`), ['2:1 text/accidental-block'], line);
    assert.equal(fixText(`${full}\n${line}\n`), `${full}\n${fixed}\n`);
  }
  assert.deepEqual(checkText(`${full} this:\n- a\n`), []);
  assert.deepEqual(checkText('Short\n- a\n'), []);
  assert.deepEqual(checkText(`${full}\nmore.\n---\nNext.\n`), ['3:1 text/accidental-block']);
  assert.equal(fixText(`${full}\nmore.\n---\nNext.\n`), `${full}\nmore.\n\n---\nNext.\n`);
});

test('an enumeration, or a sentence below a short line, wants an empty line before it', () => {
  const full = 'One line that is long enough to count as one that was full in print.';
  const more = 'and the next goes on in the same way, over all the room that it has,';
  assert.deepEqual(checkText(`${full}\nThird, more.\n`), ['2:1 text/missing-blank-line']);
  assert.equal(fixText(`${full}\r\nThird, more.\r\n`), `${full}\r\n\r\nThird, more.\r\n`);
  const fused = `${full}\n${more}\nso it ends here.\nThe other begins, ${more}\n${more}\nand is over.\n`;
  assert.deepEqual(checkText(fused), ['4:1 text/missing-blank-line']);
  assert.deepEqual(
    checkText('One sentence.\nTwo sentences.\nThree of them, one a line, as some write.\n'),
    [],
  );
  assert.deepEqual(checkText(`${full}  \nThird, in verse.\n`), []);
});

test('an enumeration within paragraphs begins a line by chance; "First," alone says nothing', () => {
  const full = 'One line that is long enough to count as one that was full in print.';
  assert.deepEqual(checkText(`${full}\nFirst, more.\n`), []);
  assert.deepEqual(checkText(`First, one.\n\n${full}\nSecond, more.\n`), ['4:1 text/missing-blank-line']);
  assert.deepEqual(checkText(`Yes. First, one. Second, two. ${full}\nThird, more.\n`), []);
});

test('verse has short lines that end sentences, and is left alone', () => {
  const verse = [
    'The barge came up the river with the morning and the coal of the north,',
    'And nobody had asked it.',
    'The lamps went out along the quay, and those who had waited went home,',
    'And nobody had asked them.',
    'The barge went down the river with the evening and the sand of the bay,',
  ];
  assert.deepEqual(checkText(`${verse.join('\n')}\n`), []);
});

test('characters that a PDF leaves behind are named and mended', () => {
  const raw = 'The ﬁrst oﬃce, exam\u00adple, zero\u200bwidth, bell\u0007.\n';
  assert.deepEqual(checkText(raw), [
    '1:5 text/ligature',
    '1:11 text/ligature',
    '1:20 text/soft-hyphen',
    '1:30 text/invisible-character',
    '1:42 text/invisible-character',
  ]);
  assert.equal(fixText(raw), 'The first office, example, zerowidth, bell.\n');
  assert.deepEqual(checkText('می\u200cخواهم 👩\u200d🚀 ไทย\u200bไทย `a\u200b`\n'), []);
});

test('doubled words, over the end of a line too; those said on purpose are not', () => {
  assert.deepEqual(checkText('In the the room of "a man of\nof" means.\n'), [
    '1:8 text/doubled-word',
    '2:1 text/doubled-word',
  ]);
  assert.deepEqual(
    checkText('He had had it. That that. New York York. The then thenable. Will will go.\n'),
    [],
  );
  assert.deepEqual(checkText('They gave her her chance. He came in in order. A thousand thousand.\n'), []);
  assert.deepEqual(checkText('It it stood there.\n'), ['1:4 text/doubled-word']);
  assert.deepEqual(checkText('Nous nous levons, die die das. Toujours toujours.\n', 'fr'), []);
  assert.deepEqual(checkText('Encore demain demain.\n', 'fr'), ['1:15 text/doubled-word']);
});

test('a mark that is named keeps the space before it', () => {
  assert.deepEqual(checkText('Press ? for help, and . stands for this folder. A spirit .  .  .\n'), []);
  assert.deepEqual(checkText('Is it so ? It is.\n'), ['1:9 text/space-before-punctuation']);
});

test('a space before punctuation, in French only before full stop and comma', () => {
  assert.deepEqual(checkText('One , two ; "three" .\n'), [
    '1:4 text/space-before-punctuation',
    '1:10 text/space-before-punctuation',
    '1:20 text/space-before-punctuation',
  ]);
  assert.equal(fixText('One , two ; "three" .\n'), 'One, two; "three".\n');
  assert.deepEqual(checkText('Un ; deux !\n', 'fr'), []);
  assert.deepEqual(checkText('See .md, .5 and so on . . . or ...\n'), []);
});

test('images: no text, or text that says nothing', () => {
  assert.deepEqual(checkText('![](a.png) ![a.png](b/a.png) ![Image 3](c.png) ![A press](d.png)\n'), [
    '1:1 image/missing-alt',
    '1:12 image/odd-alt',
    '1:30 image/odd-alt',
  ]);
});

test('keys that are nearly known, and an empty description', () => {
  assert.deepEqual(checkText('---\nwieght: 3\ntitle: x\nmood: dark\ndescription: ""\n---\n'), [
    '2:1 front-matter/unknown-key',
    '5:14 front-matter/empty-description',
  ]);
  assert.deepEqual(checkText('{"a": 1, "titel": "x"}\n'), ['1:11 front-matter/unknown-key']);
});

test('a paragraph in two chapters is found at the second, however its lines are broken', () => {
  const words =
    'It was a paragraph of some length, and it was written once and for all, and then it was copied twice. ';
  const rule = createDuplicateCheck();
  const found = (path: string, raw: string) =>
    rule(openText(raw, 'en', path)).map(({ diagnostic }) => `${diagnostic.code} ${diagnostic.message}`);
  assert.deepEqual(found('a.md', `${words}${words}\n\n${words}${words}\n`), []);
  const copied = found('b.md', `New.\n\n${(words + words).replaceAll(', ', ',\n')}\n`)[0] ?? '';
  assert.ok(copied.startsWith('content/duplicate-paragraph '), copied);
  assert.match(copied, / is in content\/a\.md:1 /);
  const named = (name: string) => `${words}Then call \`${name}\` and see.\n`;
  assert.deepEqual([found('c.md', named('ink')), found('d.md', named('oil'))], [[], []], 'code is text, too');
});

test('findings after a byte order mark and CRLF have the place that an editor shows', () => {
  assert.deepEqual(checkText('\ufeff---\r\ntitle: x\r\n---\r\n\r\nThe the end.\r\n'), [
    '5:5 text/doubled-word',
  ]);
  assert.deepEqual(checkText('\ufeff---\r\ntitle: x\r\n---\r\n\r\nAt the the end.\r\n'), [
    '5:8 text/doubled-word',
  ]);
});

test('references that are defined nowhere, definitions that nothing uses or that come twice, links to nothing', () => {
  const text =
    'See [the ink][ink], [it][paper], [sic] and [no]().\n\n[ink]: ink.md\n[Ink]: two.md\n[old]: old.md\n';
  assert.deepEqual(checkText(text), [
    '1:21 link/undefined-reference',
    '1:44 link/empty',
    '4:1 link/duplicate-definition',
    '5:1 link/unused-definition',
  ]);
  assert.deepEqual(checkText('---\ntitle: A\n---\n\nA [b][c].\n'), ['5:3 link/undefined-reference']);
  assert.deepEqual(checkText('Text[^1].\n\n[^1]: Note\n[^2]: Left\n'), []);
});

test('a paragraph of emphasis that introduces text was a heading, and no heading skips a level', () => {
  assert.deepEqual(checkText('**The Ink Room**\n\nIt was dark.\n'), ['1:1 text/emphasis-as-heading']);
  assert.deepEqual(checkText('_Enter two servants_\n\nIt was dark.\n'), []);
  const turns = ['ANN', 'BO', 'ANN', 'CY', 'ANN'].map((name) => `**${name}**\n\nSo it is.\n`);
  assert.deepEqual(checkText(turns.join('\n')), [], 'a play');
  assert.deepEqual(
    checkText('**Mind the bar!**\n\n*First printed elsewhere,\nand better*\n\nIt was dark.\n'),
    [],
  );
  assert.deepEqual(checkText('## A\n\n#### B\n\n## C\n\n### D\n'), ['3:1 text/heading-level']);
});

test('the number of a note behind a sentence or a clause is a lost footnote; a cited one and a decimal are not', () => {
  assert.deepEqual(checkText('It was dark.1 He left the quay,2 and it rained.3\n'), [
    '1:13 text/lost-footnote',
    '1:32 text/lost-footnote',
    '1:48 text/lost-footnote',
  ]);
  assert.deepEqual(
    checkText('See vol.2 Then fig.3, p.4 and version.5 At 3.5 and a.1 The node.js,2 x2.5.\n'),
    [],
  );
});

test('a paragraph that a page broke is found behind its page number and running head', () => {
  const half = 'A line that is long enough to be one of running text in a print, told to every newcomer';
  assert.deepEqual(checkText(`${half}\n\n12\n\nTHE HARBOUR\n\nas soon as he came.\n`), [
    '7:1 text/broken-paragraph',
  ]);
  assert.deepEqual(checkText(`${half}\n\nas soon as he came.\n`), ['3:1 text/broken-paragraph']);
  assert.deepEqual(checkText(`${half}.\n\n12\n\nas soon.\n`), []);
  assert.deepEqual(checkText(`${half}\n\nAs soon as he came.\n`), []);
  assert.deepEqual(checkText(`${half}\n\nwhere\n\n    x = 1\n\nas soon.\n`), ['3:1 text/broken-paragraph']);
  assert.deepEqual(checkText('the ships went out,\nthe ships went out\n\nand none came back\n'), [], 'verse');
});

test('bullets of print become a list', () => {
  assert.deepEqual(checkText('• one\n• two\n\nA · B and • c\n'), ['1:1 text/lost-list']);
  assert.equal(fixText('They were:\n• one\n•\u00a0 two\n'), 'They were:\n- one\n- two\n');
});

test('a paragraph with its first line indented is no code', () => {
  const line = 'This line was the first of a paragraph in the print, which sets them in by an em.';
  assert.deepEqual(checkText(`Text.\n\n    ${line}\nMore.\n`), ['3:1 text/accidental-code']);
  assert.equal(fixText(`Text.\n\n    ${line}\nMore.\n`), `Text.\n\n${line}\nMore.\n`);
  assert.deepEqual(
    checkText(`\`\`\`\n${line}\n\`\`\`\n\n    const a = b + c; let the next line be what it is;\n`),
    [],
  );
});

test('quotes, spaces and enumerations of Chinese', () => {
  assert.deepEqual(checkText('提出以来，"五通"不断深化。“一带”。\n', 'zh'), []);
  assert.deepEqual(checkText('港口说 ，他在更糟的地方等过 。\n', 'zh'), [
    '1:4 text/space-before-punctuation',
    '1:15 text/space-before-punctuation',
  ]);
  assert.deepEqual(checkText('第一，加强政策沟通。\n第二，加强设施联通。\n', 'zh'), [
    '2:1 text/missing-blank-line',
  ]);
  assert.deepEqual(checkText('慢慢地 慢慢地\n', 'en'), []);
});

test('quotes and hyphens of German, and French in an English book', () => {
  assert.equal(fixText('Das Wort „Hafen" und „so“.\n', 'de'), 'Das Wort „Hafen“ und „so“.\n');
  assert.equal(fixText('Słowo „port" i „tak”.\n', 'pl'), 'Słowo „port” i „tak”.\n');
  assert.deepEqual(checkText('Die Hafen-\nund Zollbehörde\n', 'de'), []);
  assert.deepEqual(checkText('Les avant-\net après.\n', 'fr'), []);
  assert.deepEqual(checkText('He said: « Oui ! » and left.\n'), []);
});

test('a list of print becomes one wherever it stands: its depth by indent and mark, inside quotes and lists', () => {
  assert.equal(fixText('Why.\n        ◦ Old\n        ◦ New\n'), 'Why.\n- Old\n- New\n');
  assert.equal(fixText('•\tA\n◦\tb\n◦\tc\n•\tD\n'), '- A\n  - b\n  - c\n- D\n');
  assert.equal(fixText('▪ A\n     ▪ b\n▪ C\n'), '- A\n  - b\n- C\n');
  assert.equal(fixText('> Why.\n>     • a\n>     • b\n'), '> Why.\n> - a\n> - b\n');
  assert.equal(fixText('- Why.\n  ◦ a\n  ◦ b\n'), '- Why.\n  - a\n  - b\n');
  const open = '• One.\n• Two.\nThen the text goes on.\n';
  assert.deepEqual(checkText(open), ['1:1 text/lost-list']);
  assert.equal(fixText(open), open, 'the last line may be no part of the list');
});

test('a bullet below a line without a full stop is real where it begins with a capital, or others are there', () => {
  const full = 'One line that is long enough to count as one that was full in print';
  for (const mark of ['-', '*', '+', '>', '#'])
    assert.deepEqual(checkText(`${full}\n${mark} This is one.\n`), [], mark);
  const other = `${full}\n- apples\n\nMore.\n\n- pears\n- plums\n`;
  assert.deepEqual(checkText(other), ['2:1 text/accidental-block']);
  assert.equal(fixText(other), other);
});

test('a call without its note is named, one that is escaped or code is not', () => {
  assert.deepEqual(checkText('A[^lost] and `[^x]` and \\[^y].\n\n> B[^1].[^Two]\n\n[^1]: Note\n'), [
    '1:2 markdown/missing-footnote',
    '3:9 markdown/missing-footnote',
  ]);
});
