import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { html, render } from '../rendering.js';

/** Source and what it must look like in print. */
const cases: readonly (readonly [string, string])[] = [
  ['以来，"五通"不断深化。"一带"。', '以来，“五通”不断深化。“一带”。'],
  ['He said "yes" twice.', 'He said “yes” twice.'],
  ['The "three roads.” It began', 'The “three roads.” It began'],
  ['“Half a pair" is mended', '“Half a pair” is mended'],
  [
    'He wrote: "The key is patience. "1 Then he left.',
    'He wrote: “The key is patience.”<sup>1</sup> Then he left.',
  ],
  ['In "1984" and "2 men" nothing is open before.', 'In “1984” and “2 men” nothing is open before.'],
  ['the "old " and the "new"', 'the “old ” and the “new”'],
  ['"A "nested" pair"', '“A “nested” pair”'],
  ['"She said \'go\'," he said', '“She said ‘go’,” he said'],
  ['\'He said "go"\', she said', '‘He said “go”’, she said'],
  ['("in brackets") ["here"] a/"there"', '(“in brackets”) [“here”] a/“there”'],
  ['yes--"really"--no', 'yes–“really”–no'],
  ['"Wait--" she said', '“Wait–” she said'],
  ["the '90s, '05, rock 'n' roll, 'tis, get 'em", 'the ’90s, ’05, rock ’n’ roll, ’tis, get ’em'],
  ["dogs' tails, it's, James's, l'été", 'dogs’ tails, it’s, James’s, l’été'],
  ["down the 'hood and back", 'down the ’hood and back'],
  ["a 'quoted' word and a dog's 'other' one", 'a ‘quoted’ word and a dog’s ‘other’ one'],
  ['6" by 4" and 5\' tall', '6" by 4" and 5\' tall'],
  [
    '"*Stress* at the start", and "at the *end*"',
    '“<em>Stress</em> at the start”, and “at the <em>end</em>”',
  ],
  ['*"inside"* and **\'both\'**', '<em>“inside”</em> and <strong>‘both’</strong>'],
  ['"over *the* middle", "a [link](#b)"', '“over <em>the</em> middle”, “a <a href="#b">link</a>”'],
  ['`"code"` stays "as `it` is"', '<code>"code"</code> stays “as <code>it</code> is”'],
  ['"over\ntwo lines" and "more"', '“over\ntwo lines” and “more”'],
  ['a -- b --- c ---- d - e', 'a – b — c ---- d - e'],
  ['with src="x" and key:"value"', 'with src=“x” and key:“value”'],
  ["a man of 5'10\" and 6'", "a man of 5'10\" and 6'"],
  ['wait... what.... no', 'wait… what…. no'],
  ['\\<\\<so\\>\\> it was', '&#x3C;&#x3C;so>> it was'],
  ['<https://a.b/e--f>', '<a href="https://a.b/e--f">https://a.b/e--f</a>'],
  ['a "wife "--for now, and so "it is "-- he said', 'a “wife ”–for now, and so “it is ”– he said'],
  ['He said:"Go." And "so:" he went', 'He said:“Go.” And “so:” he went'],
  ['Nutmeg..."What is it?" Then..." and "so..."', 'Nutmeg…“What is it?” Then…” and “so…”'],
  ['"🙂" and 🙂"', '“🙂” and 🙂”'],
];

for (const [source, printed] of cases) {
  test(`sets ${JSON.stringify(source)}`, async () => {
    assert.equal(await html(source), `<p>${printed}</p>`);
  });
}

test('a quotation that goes on in the next paragraph opens again', async () => {
  assert.equal(await html('"First.\n\n"Second."'), '<p>“First.</p>\n<p>“Second.”</p>');
  assert.equal(await html("'First.\n\n'Second.'"), '<p>‘First.</p>\n<p>‘Second.’</p>');
});

test('headings and table cells are set one by one', async () => {
  assert.equal(await html('# "A'), '<h1 id="a">“A</h1>');
  assert.match(await html('| "a | b" |\n| - | - |'), /<th>“a<\/th>\n<th>b”<\/th>/);
});

test('code blocks stay as they are, and so does everything when it is switched off', async () => {
  assert.equal(await html('```\n"a" -- b\n```'), '<pre><code>&quot;a&quot; -- b\n</code></pre>');
  assert.equal(await html('"a" -- it\'s...', { typographer: false }), '<p>"a" -- it\'s...</p>');
});

test('a book has marks of its own', async () => {
  const marks = {
    leftDoubleQuote: '«\u00a0',
    rightDoubleQuote: '\u00a0»',
    leftSingleQuote: '‹',
    rightSingleQuote: '›',
    apostrophe: "'",
    ellipsis: '',
    emDash: ' – ',
    enDash: '<',
  };
  const set = (source: string) => html(source, { marks });
  assert.equal(
    await set('"Go," it\'s *\'said "in" here\'*---wait... 1--2, ’90s and the dogs\' “own”'),
    "<p>«\u00a0Go,\u00a0» it's <em>‹said «\u00a0in\u00a0» here›</em> – wait 1&#x3C;2, ’90s and the dogs› “own”</p>",
  );
  assert.equal(await set("'90s, and 'never closed"), "<p>'90s, and ‹never closed</p>");
  assert.equal(await html('"a"', { marks, typographer: false }), '<p>"a"</p>');
});

test('only quotes, dashes and dots change', async () => {
  const piece = fc.constantFrom('"', "'", '“', '”', '‘', '’', ' ', 'a', '1', '-', '.', '(', ')', '🙂', '\n');
  const text = fc.array(piece, { maxLength: 40 }).map((parts) => `x${parts.join('')}x`);
  const plain = (value: string) =>
    value
      .replace(/[“”]/g, '"')
      .replace(/[‘’]/g, "'")
      .replace(/—/g, '---')
      .replace(/–/g, '--')
      .replace(/…/g, '...');
  await fc.assert(
    fc.asyncProperty(text, async (source) => {
      const off = await render(source, { typographer: false });
      const on = await render(source);
      assert.equal(plain(on.html), plain(off.html));
      assert.equal(on.words, off.words);
    }),
  );
});
