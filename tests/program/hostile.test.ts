import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeBook, runOctavo } from './run-octavo.js';

/** Bodies that have taken Markdown programs down, or kept them busy for minutes. */
const bodies: Readonly<Record<string, () => string | Uint8Array>> = {
  'nul references': () => '&#x0;'.repeat(100_000),
  'nul characters': () => '\0'.repeat(100_000),
  'quotes in quotes': () => '>'.repeat(50_000),
  'spaced quotes in quotes': () => `${'> '.repeat(50_000)}x`,
  'nested lists': () => Array.from({ length: 2000 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n'),
  'lists on one line': () => `${'- '.repeat(20_000)}x`,
  'a lone surrogate': () =>
    Buffer.concat([Buffer.from('a '), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from(' b')]),
  'twenty megabytes of text': () => 'A plain sentence of seven plain words.\n'.repeat(540_000),
  brackets: () => '['.repeat(50_000) + 'a'.repeat(9) + ']'.repeat(50_000),
  'open links': () => '[a](b '.repeat(50_000),
  'open titles': () => `[a](b (${'('.repeat(50_000)}`,
  emphasis: () => '*a _b '.repeat(50_000),
  'mixed emphasis': () => '**a *b _c '.repeat(30_000),
  backticks: () => Array.from({ length: 2000 }, (_, n) => '`'.repeat(n)).join(' '),
  'open comments': () => '<!-- a '.repeat(50_000),
  'open cdata': () => '<![CDATA['.repeat(50_000),
  tables: () => `${'|a'.repeat(5000)}|\n${'|-'.repeat(5000)}|\n${'|b'.repeat(5000)}|\n`,
  tildes: () => '~'.repeat(100_000),
  autolinks: () => 'www.a.b/c_'.repeat(30_000),
  entities: () => '&amp'.repeat(100_000),
  definitions: () => Array.from({ length: 20_000 }, (_, n) => `[a${n}]: b`).join('\n'),
  footnotes: () =>
    Array.from({ length: 3000 }, (_, n) => `[^${n}] [^${n}]\n\n[^${n}]: note [^${n}]\n`).join('\n'),
  'equal headings': () => '# a\n\n'.repeat(20_000),
  'straight quotes': () => `"a 'b `.repeat(50_000),
  'split words': () => 'a-\n'.repeat(100_000),
};

for (const [name, body] of Object.entries(bodies)) {
  test(`${name}: built, or refused by name, and never a crash`, (context) => {
    const head = Buffer.from('---\ntitle: Hostile\n---\n\n');
    const book = makeBook(context, { 'content/hostile.md': Buffer.concat([head, Buffer.from(body())]) });
    const run = runOctavo(book, ['build']);
    assert.ok(run.code === 0 || run.code === 1, `exit ${run.code}: ${run.stderr.slice(0, 2000)}`);
    if (run.code === 1) assert.match(run.stderr, /content\/hostile\.md(:\d+)*(:\d+)? error /);
  });
}
