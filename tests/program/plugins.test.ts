import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { test } from 'node:test';
import { build, defineConfig } from '../../src/index.js';
import { makeBook, runOctavo, writeFiles } from './run-octavo.js';

const chapter = (title: string, text: string) => `---\ntitle: ${title}\n---\n\n${text}\n`;

/** Writes every text of a chapter in capitals, after a mark that it is given; adds a filter. */
const code = `
function visit(node, change) {
  if (node.type === 'text') change(node);
  for (const child of node.children ?? []) visit(child, change);
}
const shout = (mark) => (tree) => visit(tree, (node) => {
  if (node.value.includes('fail')) throw new Error('this text fails');
  node.value = mark + node.value.toUpperCase();
});
export default {
  remarkPlugins: [[shout, '!']],
  filters: { turn: (value, times) => [...String(value)].reverse().join('').repeat(times) },
};
`;

const files = {
  'octavo.config.mjs': code,
  'content/one.md': chapter('One', 'Some *words*.\n\n## A heading\n\n{{< echo abc >}}'),
  'templates/shortcodes/echo.html': '<b>{{ shortcode.params[0] |> turn(1) }}</b>',
  'templates/partials/page-foot.html': '<footer>{{ page.title |> turn(2) }}</footer>\n',
};

const pageOf = (book: string, path = 'one') => readFileSync(join(book, 'public', path, 'index.html'), 'utf8');

test('a book brings plugins for its chapters and filters for its templates', (context) => {
  const book = makeBook(context, files);
  const first = runOctavo(book, ['build']);
  assert.equal(first.code, 0, first.stderr);
  assert.match(pageOf(book), /<p>!SOME <em>!WORDS<\/em>!\.<\/p>/);
  assert.match(pageOf(book), /<footer>enOenO<\/footer>/);
  assert.match(pageOf(book), /<b>cba<\/b>/, 'in a template of a shortcode');

  rmSync(join(book, 'octavo.config.mjs'));
  rmSync(join(book, 'templates'), { recursive: true });
  writeFiles(book, { 'content/one.md': chapter('One', 'Some *words*.') });
  runOctavo(book, ['build']);
  assert.match(pageOf(book), /Some <em>words<\/em>\./, 'without the code, the page is another');
});

test('what a plugin puts into a chapter is sanitised, and what it throws names the chapter', (context) => {
  const script = "{ type: 'html', value: '<script>alert(1)</script>' }";
  const book = makeBook(context, {
    'octavo.config.js': `export default { remarkPlugins: [() => (tree) => { tree.children.push(${script}) }] };`,
    'package.json': '{ "type": "module" }',
    'content/one.md': chapter('One', 'Text.'),
  });
  runOctavo(book, ['build']);
  assert.doesNotMatch(pageOf(book), /alert\(1\)/);

  writeFiles(book, { 'octavo.config.js': code, 'content/two.md': chapter('Two', 'Texts fail.') });
  const failed = runOctavo(book, ['build']);
  assert.equal(failed.code, 1);
  assert.match(failed.stderr, /content\/two\.md error markdown\/failed[\s\S]*this text fails/);
});

test('a plugin that does not finish at once is a fault of the chapter, also when it fails later', (context) => {
  const late = 'async () => { await null; throw new Error(); }';
  const book = makeBook(context, {
    'octavo.config.mjs': `export default { remarkPlugins: [() => ${late}] };`,
    'content/one.md': chapter('One', 'Text.'),
  });
  const failed = runOctavo(book, ['build']);
  assert.equal(failed.code, 1, failed.stderr);
  assert.match(failed.stderr, /content\/one\.md error markdown\/failed[\s\S]*asynchronous/);
});

test('threads run the plugins too, and give the same pages', async (context) => {
  const many = Array.from({ length: 420 }, (_, at) => [
    `content/part/${at}.md`,
    chapter(`No. ${at}`, `Text ${at}.`),
  ]);
  const book = makeBook(context, { 'octavo.config.mjs': code, ...Object.fromEntries(many) });
  const destination = join(book, 'public');
  const request = { root: book, destination, config: { now: 0 }, takeOver: false, failOnWarnings: false };
  const rest = {
    threads: 2,
    progress: null,
    onInterrupt: () => () => undefined,
    clock: Date.now,
    memory: false,
  };
  const { published, diagnostics } = await build({ ...request, ...rest });
  assert.ok(published, JSON.stringify(diagnostics[0]));
  for (let at = 0; at < many.length; at += 1)
    assert.match(pageOf(book, `part/${at}`), new RegExp(`!TEXT ${at}\\.`));
});

test('defineConfig returns what it is given, and its type fits plugins and filters', () => {
  const half = (value: unknown) => Number(value) / 2;
  const config = defineConfig({
    remarkPlugins: [() => () => undefined, [(depth: number) => () => depth, 2]],
    filters: { half },
  });
  assert.equal(config.filters?.['half'], half);
});

test('TypeScript is read where Node reads it, and named where it does not', (context) => {
  const typed = `const turn = (value: unknown): string => [...String(value)].reverse().join('');
export default { filters: { turn } };
`;
  const book = makeBook(context, {
    'octavo.config.ts': typed,
    'content/one.md': chapter('One', 'Words.'),
    'templates/partials/page-foot.html': '<footer>{{ page.title |> turn }}</footer>\n',
  });
  const { code: exit, stderr } = runOctavo(book, ['build']);
  // Node 20's types do not know the name.
  if (Reflect.get(process.features, 'typescript')) {
    assert.equal(exit, 0, stderr);
    assert.match(pageOf(book), /<footer>enO<\/footer>/);
  } else {
    assert.equal(exit, 1);
    assert.match(stderr, /octavo\.config\.ts.* error config\/plugins-failed/);
  }
});

test('a configuration that is no file is a finding', (context) => {
  const book = makeBook(context, {
    'octavo.config.js/inside.txt': 'a folder',
    'content/one.md': chapter('One', 'Words.'),
  });
  const { code: exit, stderr } = runOctavo(book, ['build']);
  assert.equal(exit, 1);
  assert.match(stderr, /octavo\.config\.js.* error config\/plugins-failed/);
});
