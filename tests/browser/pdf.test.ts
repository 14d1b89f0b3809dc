import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { after, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRef } from '@cantoo/pdf-lib';
import { createPrinter } from '../../src/browser-press/create-printer.js';
import { readPdf } from '../../src/browser-press/pdf-file.js';
import { makeBooks } from '../../src/make-books.js';
import type { PaperBook } from '../../src/model/paper.js';
import { repository } from '../house/source-files.js';
import { findChromium } from './find-chromium.js';

const folder = mkdtempSync(join(tmpdir(), 'octavo-pdf-'));
const variables = { OCTAVO_BROWSER: await findChromium() };
const search = { variables, platform: process.platform, home: homedir() };
const printer = createPrinter({ search, progress: null, onInterrupt: () => () => undefined });
after(async () => {
  await printer.close();
  rmSync(folder, { recursive: true, force: true });
});

async function make(root: string, order: Partial<Parameters<typeof makeBooks>[2]> = {}) {
  const wanted = { parts: [], languages: [], printer, progress: null, ...order };
  const { files, diagnostics } = await makeBooks(root, { now: Date.UTC(2026, 5, 1) }, wanted);
  const found = diagnostics.filter(({ severity }) => severity !== 'note' && severity !== 'advice');
  return { files, codes: found.map(({ code }) => code), messages: found.map(({ message }) => message) };
}

function writeBook(name: string, files: Readonly<Record<string, string>>): string {
  const root = join(folder, name);
  for (const [path, text] of Object.entries({ 'octavo.yaml': 'title: A Book\n', ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** Titles of the outline, indented, each with the position of its page. */
function listOutline(document: PDFDocument): readonly string[] {
  const pages = document.getPages().map(({ ref }) => ref.toString());
  const list = (item: PDFDict, depth: string): readonly string[] => {
    const place = item.lookup(PDFName.of('Dest'), PDFArray).get(0);
    const title = item.lookup(PDFName.of('Title'), PDFHexString).decodeText();
    const below = item.has(PDFName.of('First'))
      ? list(item.lookup(PDFName.of('First'), PDFDict), `${depth}  `)
      : [];
    const next = item.has(PDFName.of('Next')) ? list(item.lookup(PDFName.of('Next'), PDFDict), depth) : [];
    return [
      `${depth}${title} ${pages.indexOf(place instanceof PDFRef ? place.toString() : '') + 1}`,
      ...below,
      ...next,
    ];
  };
  const root = document.catalog.lookup(PDFName.of('Outlines'), PDFDict);
  return list(root.lookup(PDFName.of('First'), PDFDict), '');
}

const gallery = join(repository, 'tests/books/gallery');

test('the PDF of a book is tagged, says what it is, and its outline names every piece in full', async () => {
  const { files } = await make(gallery);
  const [file] = files;
  assert.ok(file !== undefined);
  assert.deepEqual([file.path, file.chapters], ['the-gallery.pdf', 9]);
  const document = await PDFDocument.load(file.content, { updateMetadata: false });
  assert.equal(document.getPageCount(), file.pages);
  assert.deepEqual(
    [document.getTitle(), document.getAuthor(), document.getCreationDate()?.getUTCFullYear()],
    ['The Gallery', 'Ida Lindqvist', 2025],
  );
  assert.equal(document.catalog.lookup(PDFName.of('Lang'))?.toString(), '(en)');
  assert.ok((await readPdf(file.content)).isTagged);
  assert.match(document.catalog.lookup(PDFName.of('PageLabels'), PDFDict).toString(), /\/S \/D/);
  const outline = listOutline(document);
  assert.deepEqual(new Set(outline).size, outline.length);
  const pieces = outline.filter((line) => /^ {4}Chapter 2[a-f] · A Chapter That Was Cut/.test(line));
  assert.equal(pieces.length, 6);
  assert.match(outline.find((line) => line.startsWith('  Chapter 2 ·')) ?? '', / 11$/);
  const again = await make(gallery);
  assert.deepEqual(again.files[0]?.content, file.content, 'the same bytes once more');
  const part = await make(gallery, { parts: ['two'] });
  assert.equal(part.files[0]?.path, 'the-gallery.two.pdf');
  assert.ok((part.files[0]?.pages ?? 0) < (file.pages ?? 0));
});

test('chapters start on the side that is asked for, on pages of the size that is asked for', async () => {
  const settings = 'title: A Book\nbooks: { chaptersOn: right }\npdf: { size: 100mmx160mm, text: 12pt }\n';
  const paragraphs = (count: number) => 'Some words that fill a line or two of this page.\n\n'.repeat(count);
  const chapters = [3, 30, 60, 5, 17].map((count, at) => [
    `content/c${at}.md`,
    `---\ntitle: Chapter ${at}\nweight: ${at + 1}\n---\n${paragraphs(count)}[back](c0.md)\n`,
  ]);
  const root = writeBook('sides', { 'octavo.yaml': settings, ...Object.fromEntries(chapters) });
  const [file] = (await make(root)).files;
  const document = await PDFDocument.load(file?.content ?? new Uint8Array(), { updateMetadata: false });
  const numbers = listOutline(document).map((line) => Number(line.split(' ').at(-1)));
  assert.equal(numbers.length, 5);
  assert.ok(
    numbers.every((number) => number % 2 === 1),
    String(numbers),
  );
  const { width, height } = document.getPage(0).getSize();
  assert.deepEqual([Math.round(width), Math.round(height)], [283, 454]);
});

test('what no font has is told (pdf/missing-glyph), and a page without room for text is an error (pdf/bad-size)', async () => {
  const root = writeBook('glyphs', { 'content/one.md': '---\ntitle: One\n---\n\nA rare one: \u{31350}.\n' });
  const { codes, messages, files } = await make(root);
  assert.deepEqual(codes, ['pdf/missing-glyph']);
  assert.match(messages[0] ?? '', /\u{31350} \(first in One\)/u);
  assert.equal(files.length, 1);
  writeFileSync(join(root, 'octavo.yaml'), 'pdf: { size: a5, margins: { inner: 80mm, outer: 50mm } }\n');
  const narrow = await make(root);
  assert.deepEqual([narrow.codes, narrow.files], [['pdf/bad-size'], []]);
});

test('nothing is asked of the network, whatever a style names, while the files of the book are there', async (context) => {
  const asked: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    asked.push(url);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  context.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>';
  const style = `body { background: url(http://127.0.0.1:${port}/a.png), url(file:///etc/hostname), url(/dot.svg) }`;
  const files = { 'content/one.md': 'Text.', 'static/dot.svg': svg, 'templates/book/paper.css': style };
  assert.equal((await make(writeBook('network', files))).files.length, 1);
  assert.deepEqual(asked, []);
});

test('numbers that never settle give no file: pdf/unsettled-pages', async () => {
  let times = 0;
  const paper: PaperBook = {
    write: () => {
      times += 1;
      const page = '<p style="break-after: page">A page.</p>';
      return new TextEncoder().encode(`<a href="#a">A</a>${page.repeat(times)}<p id="a">A</p>`);
    },
    ...{
      starts: ['a'],
      startsOn: 'any',
      outline: [],
      readFile: () => null,
      characters: new Map(),
      chapters: 1,
    },
    facts: {
      title: 'A',
      authors: [],
      subject: '',
      language: 'en',
      direction: 'ltr',
      modified: 0,
      creator: '',
    },
  };
  const { value, diagnostics } = await printer.print(paper);
  assert.equal(value, null);
  assert.ok(diagnostics.some(({ code }) => code === 'pdf/unsettled-pages'));
});

test('an interrupted run ends with 130 and leaves neither browser nor profile nor file', async () => {
  const own = join(folder, 'tmp');
  mkdirSync(own);
  const program = join(repository, 'build/src/cli.js');
  const output = join(folder, 'interrupted.pdf');
  writeFileSync(output, 'old');
  const env = { ...process.env, ...variables, TMPDIR: own };
  const child = spawn(process.execPath, [program, 'pdf', '-s', gallery, '-o', output], {
    env,
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  while (!readdirSync(own).some((name) => name.startsWith('octavo-press-'))) await wait(20);
  child.kill('SIGINT');
  assert.equal(await ended, 130);
  assert.deepEqual(readdirSync(own), []);
  assert.equal(readFileSync(output, 'utf8'), 'old');
  if (process.platform !== 'linux') return;
  const left = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => readCommand(name).includes(own));
  assert.deepEqual(left, []);
});

function readCommand(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
