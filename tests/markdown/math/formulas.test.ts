import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { maskFormulas } from '../../../src/markdown/math/mask-formulas.js';
import { printFormula } from '../../../src/markdown/math/print-formula.js';
import { defaultConfig } from '../../support/default-config.js';
import { type Difference, html, render } from '../rendering.js';

const delimiters = [
  { open: '$$', close: '$$', display: true },
  { open: '\\(', close: '\\)', display: false },
  { open: '$', close: '$', display: false },
];
const math: Difference = { constructs: { ...defaultConfig.markdown.constructs, math: delimiters } };
const texts = (source: string) => maskFormulas(source, delimiters).formulas.map(({ tex }) => tex);

test('TeX becomes MathML, with both parsers', async () => {
  const expected = '<p>a <math><msub><mi>x</mi><mn>1</mn></msub></math> b</p>';
  assert.equal(await html('a $x_1$ b', math), expected);
  assert.equal(await html('a \\(x_1\\) b', { ...math, parser: 'remark' }), expected);
  assert.equal(
    await html('> $$\n> x\n> $$', math),
    '<blockquote>\n<p><math display="block"><mi>x</mi></math></p>\n</blockquote>',
  );
});

test('without the setting nothing is a formula', async () => {
  assert.equal(await html('a $x_1$ b_2_'), '<p>a $x_1$ b_2_</p>');
});

test('prices are prices', () => {
  const prices = [
    'US$6 trillion in trade, US$90 billion in loans',
    '$5 and $6',
    'from $6 million in (US$)',
    'a$b$',
    '$ x $',
    '\\$x$',
    'costs $5\n\nand $x',
  ];
  for (const source of prices) assert.deepEqual(texts(source), [], source);
  assert.deepEqual(texts('$5x$ for $5, $\\frac12$.'), ['5x', '\\frac12']);
});

test('code is code, wherever it stands', async () => {
  assert.deepEqual(texts('`$x$` ``$`$`` $y$\n\n```\n$z$\n```\n\n> ~~~\n> $z$\n> ~~~\n'), ['y']);
  assert.equal(await html('    $x$', math), '<pre><code>$x$\n</code></pre>');
  assert.match(
    await html('![$x$](https://a.b/$y$.png "$z$")', math),
    /src="https:\/\/a.b\/\$y\$.png" alt="\$x\$" title="\$z\$"/,
  );
});

test('a fault is named where it is, and the formula stays as written', async () => {
  const { html: page, diagnostics } = await render('a\nb $\\frac{x}$', math);
  assert.deepEqual(
    diagnostics.map(({ line, column, length, code }) => [line, column, length, code]),
    [[6, 3, 10, 'markdown/invalid-formula']],
  );
  assert.equal(page.trimEnd(), '<p>a\nb <code>\\frac{x}</code></p>');
});

test('nothing but MathML comes out of a formula', () => {
  const hostile = [
    '\\text{<script>alert(1)</script>}',
    '\\href{javascript:alert(1)}{x}',
    '\\url{javascript:alert(1)}',
    '\\class{a}{x}\\id{b}{x}\\style{color:red}{x}\\data{c=d}{x}',
    '\\includegraphics{https://a.b/c.png}',
    '\\color{red}x\\label{a}\\tag{1}',
    '\\textcolor{#f00}{x}\\colorbox{red}{y}\\rule{1em}{1em}\\boxed{z}',
    '\\begin{array}{c|c}a&b\\\\\\hline c&d\\end{array}',
    '\\def\\a{\\a\\a}\\a',
    '\\unicode{x3c}\\char"3C\\verb|<b onclick=x>|',
    '"><img src=x onerror=alert(1)>',
  ];
  for (const tex of hostile) {
    const printed = printFormula(tex, true);
    if (!('html' in printed)) continue;
    assert.doesNotMatch(printed.html, /href|src|\bstyle=|class=|\bid=|\bon\w+="/, tex);
    for (const [tag = ''] of printed.html.matchAll(/<[^>]*>/g))
      assert.match(tag, /^<\/?(?:m[a-z]+|none)\b/, tex);
  }
  assert.match(JSON.stringify(printFormula('\\color{red}x', false)), /mathcolor=\\"#ff0000\\"/);
});

test('masks keep every line as long as it is', () => {
  const piece = fc.constantFrom('$', '$$', '\\(', '\\)', 'x', ' ', '\n', '`', '```\n', '1', '\\');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const source = pieces.join('');
      const lengths = (text: string) => text.split('\n').map(({ length }) => length);
      assert.deepEqual(lengths(maskFormulas(source, delimiters).text), lengths(source));
    }),
  );
});

test('dollar signs without end take no time', () => {
  for (const unit of ['$x ', '\\(', '$$', '`$', '$1 a$a ', '$x\n\n'])
    maskFormulas(unit.repeat(100_000), delimiters);
});
