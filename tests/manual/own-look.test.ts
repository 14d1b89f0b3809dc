import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { repository } from '../house/source-files.js';
import { makeBook, runOctavo } from '../program/run-octavo.js';
import { readManual } from './read-manual.js';

/** A listing of the chapter, with the file that the paragraph above it names last. */
interface Step {
  readonly language: string;
  readonly code: string;
  readonly file: string;
}

const STEP = /((?:.+\n)+)\n```(\w+)\n([\s\S]*?\n)```/g;

function readSteps(): readonly Step[] {
  const text = readManual().find(({ path }) => path === 'templates/example.md')?.text ?? '';
  return [...text.matchAll(STEP)].map(([, above = '', language = '', code = '']) => {
    const files = [...above.matchAll(/`(templates\/[^`]+)`/g)].map(([, file = '']) => file);
    return { language, code, file: files.at(-1) ?? '' };
  });
}

const steps = readSteps();
const codeOf = (language: string, file = '') => {
  const found = steps.filter((step) => step.language === language && step.file === file);
  assert.notEqual(found.length, 0, `the chapter has a step in ${language} for ${file}`);
  return found.map(({ code }) => code);
};

const ownStyles = codeOf('css', 'templates/assets/own.css').join('\n');
const poster = codeOf('html', 'templates/poster.html').join('');
const pageHead = replacePart('partials/page-head.html', codeOf('html', 'templates/partials/page-head.html'));
const [translator = '', layout = ''] = codeOf('yaml');

/** The theme's file with a step's lines in place of the first of them, which the file has exactly once. */
function replacePart(file: string, [lines = '']: readonly string[]): string {
  const parts = readFileSync(join(repository, 'templates', file), 'utf8').split(
    lines.split('\n', 1)[0] ?? '',
  );
  assert.equal(parts.length, 2, `${file} has the line that is to be added to`);
  return parts.join(lines);
}

/** The book that has gone all the steps, built. */
function buildBook(context: TestContext, files: Readonly<Record<string, string>> = {}) {
  const book = makeBook(context, {
    'octavo.yaml': 'title: The Hand Press\n',
    'content/one.md': `---\ntitle: Setting Type\nweight: 10\n${translator}---\nText.\n`,
    'content/two.md': '---\ntitle: Pulling the Bar\nweight: 20\nc: teal\n---\nText.\n',
    'content/poster.md': `---\ntitle: Silence\nweight: 30\n${layout}---\nNo talking.\n`,
    'templates/assets/own.css': ownStyles,
    'templates/assets/fonts/printer.woff2': 'the bytes of a font',
    'templates/partials/page-head.html': pageHead,
    'templates/poster.html': poster,
    ...files,
  });
  const run = runOctavo(book, ['build']);
  const read = (path: string) => readFileSync(join(book, 'public', path), 'utf8');
  return { run, read, list: (path: string) => readdirSync(join(book, 'public', path)) };
}

test('"A Look of Your Own": a book that goes its steps looks as it says', (context) => {
  const { run, read, list } = buildBook(context);
  assert.equal(run.code, 0, run.stderr);

  const sheet = list('assets').find((name) => name.startsWith('style-')) ?? '';
  const css = read(`assets/${sheet}`);
  const [theme = '', own = ''] = css.split(/(?=:root \{\s*--accent-light: #1f5f5b)/);
  for (const part of ['--paper:', '.panel', '.help', '.pieces', '[data-size', '@media print']) {
    assert.ok(theme.includes(part), `the theme's ${part} is still there, before the book's own`);
  }
  assert.match(own, /--paper: light-dark\(#fffefb, #101214\)/);
  assert.match(own, /--serif: Printer/);
  const [font = ''] = list('assets/fonts');
  assert.match(font, /^printer-\w+\.woff2$/);
  assert.ok(own.includes(`url("fonts/${font}")`));

  assert.match(read('one/index.html'), /<\/h1>\s*<p class="translator">Translated by M\. Weiss<\/p>/);
  assert.doesNotMatch(read('two/index.html'), /class="translator"/);
  assert.ok(read('two/index.html').indexOf('--accent-light:') > read('two/index.html').indexOf(sheet));

  const page = read('poster/index.html');
  assert.match(
    page,
    /<body class="kind-poster">\s*<main id="page:text">\s*<h1>Silence<\/h1>\s*<p>No talking/,
  );
  assert.match(page, /<a href="\/">The Hand Press<\/a>/);
  assert.ok(page.includes(sheet) && !page.includes('class="contents"'));
});

test('"A Look of Your Own": the fault that it shows is shown like that', (context) => {
  const { run } = buildBook(context, {
    'templates/poster.html': poster.replace('{{ page.title }}', '{{ page.next.title }}'),
  });
  assert.equal(run.code, 1);
  assert.ok(run.stderr.includes(codeOf('text').join('')), run.stderr);
});

test('"Replacing a File" names every template of the theme', () => {
  const text = readManual().find(({ path }) => path === 'templates/files.md')?.text ?? '';
  const entries = readdirSync(join(repository, 'templates'), { recursive: true, encoding: 'utf8' });
  const own = new Set(['assets', 'archetypes', 'i18n', 'inline', 'shortcodes']);
  const wanted = entries
    .map((path) => path.replaceAll('\\', '/'))
    .map((path) => (own.has(path.split('/')[0] ?? '') ? `${path.split('/')[0]}/` : path))
    .filter((path) => path !== 'partials' && path !== 'book');
  assert.ok(wanted.length > 20);
  assert.deepEqual(
    wanted.filter((path) => !text.includes(`\`${path}\``)),
    [],
  );
});

test('"Styles and Other Assets" names the stylesheets of the theme, in their order', () => {
  const sheet = readFileSync(join(repository, 'templates/assets/style.css'), 'utf8');
  const imported = [...sheet.matchAll(/^@import "\.\/(.+)";$/gm)].map(([, name]) => name);
  const text = readManual().find(({ path }) => path === 'templates/assets.md')?.text ?? '';
  assert.deepEqual(
    [...text.matchAll(/^\| `(.+\.css)` \|/gm)].map(([, name]) => name),
    imported,
  );
});
