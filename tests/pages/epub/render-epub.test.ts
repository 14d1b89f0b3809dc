import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { unzipSync } from 'fflate';
import { makeBooks } from '../../../src/make-books.js';
import { repository } from '../../house/source-files.js';

const books = join(repository, 'tests/books');
const now = Date.UTC(2026, 5, 1);
const NOTHING = { parts: [], languages: [], printer: null, progress: null };

async function make(name: string, order: Partial<Parameters<typeof makeBooks>[2]> = {}) {
  return makeBooks(join(books, name), { now }, { ...NOTHING, ...order });
}

function open(content: string | Uint8Array | undefined): Readonly<Record<string, string>> {
  assert.ok(content instanceof Uint8Array);
  const decoder = new TextDecoder();
  return Object.fromEntries(
    Object.entries(unzipSync(content)).map(([path, bytes]) => [path, decoder.decode(bytes)]),
  );
}

test('every small book that can be made into an EPUB is a valid one', async () => {
  const names = readdirSync(books).filter((name) => existsSync(join(books, name, 'expected/files.txt')));
  const found: unknown[] = [];
  let checked = 0;
  for (const name of names) {
    for (const { content } of (await make(name)).files) {
      assert.ok(content instanceof Uint8Array);
      const { messages } = await EpubCheck.validate(content);
      const faults = messages.filter(
        ({ severity }) => severity === 'error' || severity === 'fatal' || severity === 'warning',
      );
      found.push(...faults.map(({ id, message, location }) => [name, id, message, location?.path]));
      checked += 1;
    }
  }
  assert.deepEqual(found, []);
  assert.ok(checked > 40);
});

test('the same book gives the same bytes, and a part has its own name, contents and identity', async () => {
  const [first, second] = [await make('gallery'), await make('gallery')];
  assert.deepEqual(first.files, second.files);
  assert.deepEqual(
    first.files.map(({ path }) => path),
    ['the-gallery.epub'],
  );
  const part = await make('gallery', { parts: ['two'] });
  assert.deepEqual(
    part.files.map(({ path }) => path),
    ['the-gallery.two.epub'],
  );
  const [whole, own] = [open(first.files[0]?.content), open(part.files[0]?.content)];
  const identify = (files: Readonly<Record<string, string>>) =>
    /urn:uuid:[0-9a-f-]{36}/.exec(files['EPUB/package.opf'] ?? '')?.[0];
  assert.notEqual(identify(whole), identify(own));
  assert.equal(Object.keys(whole)[0], 'mimetype');
  assert.ok('EPUB/text/one-everything.xhtml' in whole && !('EPUB/text/one-everything.xhtml' in own));
});

test('contents nest, a chapter in pieces is one entry, and notes are pop-ups', async () => {
  const [file] = (await make('gallery')).files;
  const files = open(file?.content);
  const nav = files['EPUB/nav.xhtml'] ?? '';
  assert.match(
    nav,
    /<li><a href="text\/two.xhtml">[^<]*<\/a><ol>\n<li><a href="text\/two-letters-a.xhtml">Chapter 2 · [^<]*<\/a><ol>\n<li><a href="text\/two-letters-a.xhtml">Chapter 2a<\/a>/,
  );
  const chapter = files['EPUB/text/one-everything.xhtml'] ?? '';
  assert.match(chapter, /<a href="#fn:1"[^>]* epub:type="noteref">1<\/a>/);
  assert.match(chapter, /<aside id="fn:1" epub:type="footnote" role="doc-footnote">/);
  assert.match(chapter, /<img [^>]*src="\.\.\/images\/one-press\.svg"/);
  assert.doesNotMatch(chapter, /data-|href="\/|<script/);
});

test('a part that is not there is an error with the nearest name, and makes no file', async () => {
  const { files, diagnostics } = await make('gallery', { parts: ['tow'] });
  assert.deepEqual(files, []);
  assert.deepEqual(
    diagnostics.filter(({ severity }) => severity === 'error').map(({ code, hint }) => [code, hint]),
    [['books/unknown-part', 'Did you mean "two"?']],
  );
});

test('what a file cannot hold is told: books/no-author, epub/remote-picture, epub/picture-type, epub/link-out-of-book', async (context) => {
  const root = mkdtempSync(join(tmpdir(), 'octavo-epub-'));
  context.after(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(join(root, 'content/one'), { recursive: true });
  writeFileSync(join(root, 'content/one/press.avif'), 'no matter what');
  const text =
    '![A](https://example.org/a.png) ![B](https://example.org/b.png) ![C](press.avif) [tag](/tags/ink/)';
  writeFileSync(join(root, 'content/one/index.md'), `---\ntitle: One\ntags: [ink]\n---\n\n${text}\n`);
  const { files, diagnostics } = await makeBooks(root, { now }, NOTHING);
  const codes = new Map(diagnostics.map(({ code, message }) => [code, message]));
  assert.match(codes.get('epub/remote-picture') ?? '', /^2 pictures/);
  assert.match(codes.get('epub/link-out-of-book') ?? '', /\/tags\/ink\//);
  assert.ok(codes.has('books/no-author') && codes.has('epub/picture-type'));
  const chapter = open(files[0]?.content)['EPUB/text/one.xhtml'] ?? '';
  assert.match(
    chapter,
    /<a href="https:\/\/example.org\/a.png">A<\/a>.*<span class="no-picture">C<\/span> <span>tag<\/span>/,
  );
});

/** A book in a folder of its own, that is removed after the test. */
function writeBook(context: TestContext, files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = mkdtempSync(join(tmpdir(), 'octavo-epub-'));
  context.after(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

async function makeBook(root: string) {
  const { files, diagnostics } = await makeBooks(root, { now }, NOTHING);
  const content = files[0]?.content;
  const faults =
    content === undefined
      ? []
      : (await EpubCheck.validate(content)).messages.filter(({ severity }) => severity !== 'info');
  assert.deepEqual(faults, []);
  return {
    entries: content === undefined ? {} : open(content),
    codes: diagnostics.map(({ code }) => code),
    diagnostics,
  };
}

/** A PNG of so many pixels: its head is all that is read of it here. */
function drawPng(width: number, height: number, bytes = 64): Uint8Array {
  const png = new Uint8Array(bytes);
  png.set([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  new DataView(png.buffer).setUint32(16, width);
  new DataView(png.buffer).setUint32(20, height);
  return png;
}

test('page marks are targets, a list of pages and metadata; a number that comes twice is an error: page-mark/duplicate', async (context) => {
  const mark = (number: string) => `{{< pagemark ${number} >}}`;
  const settings = 'title: A\nbooks: { pageSource: "urn:isbn:9780000000002" }\n';
  const root = writeBook(context, {
    'octavo.yaml': settings,
    'content/one.md': `---\ntitle: One\ndate: 2025-01-01\n---\n\nA ${mark('xii')}text ${mark('"1 a"')}of pages.\n`,
    'content/two.md': `---\ntitle: Two\n---\n\n[there](one.md#page-xii) ${mark('13')}\n`,
  });
  const { entries, codes } = await makeBook(root);
  assert.match(
    entries['EPUB/text/one.xhtml'] ?? '',
    /<span [^>]*role="doc-pagebreak" id="page-xii" aria-label="xii"><\/span>text/,
  );
  assert.match(
    entries['EPUB/nav.xhtml'] ?? '',
    /epub:type="page-list"[^>]*>\n<ol>\n<li><a href="text\/one.xhtml#page-xii">xii<\/a><\/li>\n<li><a href="text\/one.xhtml#page-1-a">1 a<\/a>/,
  );
  assert.match(entries['EPUB/text/two.xhtml'] ?? '', /href="one.xhtml#page-xii"/);
  assert.match(
    entries['EPUB/package.opf'] ?? '',
    /"pageBreakSource">urn:isbn:9780000000002<.*pageBreakMarkers/s,
  );
  assert.ok(!codes.includes('books/no-date') && codes.includes('books/no-cover'));
  writeFileSync(join(root, 'content/two.md'), `Two ${mark('xii')}\n`);
  const twice = (await makeBook(root)).diagnostics.find(({ code }) => code === 'page-mark/duplicate');
  assert.deepEqual([twice?.file, twice?.severity], ['content/two.md', 'error']);
});

test('without page marks there is neither a list of pages nor a claim of any', async () => {
  const files = open((await make('gallery')).files[0]?.content);
  assert.doesNotMatch(files['EPUB/nav.xhtml'] ?? '', /page-list/);
  assert.doesNotMatch(files['EPUB/package.opf'] ?? '', /pageBreak/);
});

test('a given cover, edition and identifier; books/cover-small, books/cover-not-found, books/no-date, epub/large-picture', async (context) => {
  const settings = (cover: string) =>
    `title: A\nauthor: B\nbooks: { cover: ${cover}, edition: "2nd, revised", identifier: "urn:isbn:9780000000002" }\n`;
  const root = writeBook(context, {
    'octavo.yaml': settings('front.png'),
    'static/front.png': drawPng(800, 1200),
    'static/huge.png': drawPng(3000, 2000),
    'content/one.md': '---\ntitle: One\n---\n\n![A sheet](/huge.png)\n',
  });
  const { entries, codes } = await makeBook(root);
  assert.match(
    entries['EPUB/package.opf'] ?? '',
    /href="images\/cover.png" media-type="image\/png" properties="cover-image"/,
  );
  assert.match(
    entries['EPUB/package.opf'] ?? '',
    /id="book-id">urn:isbn:9780000000002<.*id="edition">2nd, revised</s,
  );
  assert.match(entries['EPUB/text/cover.xhtml'] ?? '', /src="..\/images\/cover.png"/);
  assert.match(entries['EPUB/text/title-page.xhtml'] ?? '', /class="edition">2nd, revised</);
  for (const code of ['books/cover-small', 'books/no-date', 'epub/large-picture'])
    assert.ok(codes.includes(code), code);
  assert.ok(!codes.includes('books/no-cover'));
  for (const cover of ['none.png', '/one.md', '../octavo.yaml']) {
    writeFileSync(join(root, 'octavo.yaml'), settings(cover));
    assert.ok((await makeBook(root)).codes.includes('books/cover-not-found'), cover);
  }
});

test('vertical lines: pages turn from right to left, and numbers of two digits stand upright', async (context) => {
  const root = writeBook(context, {
    'octavo.yaml': 'title: 本\ndefaultContentLanguage: ja\nbooks: { writing: vertical }\n',
    'content/one.md': '---\ntitle: 一\n---\n\n12月24日、2025年。`12`と a12。\n',
  });
  const { entries } = await makeBook(root);
  assert.match(entries['EPUB/package.opf'] ?? '', /page-progression-direction="rtl"/);
  assert.match(entries['EPUB/style/book.css'] ?? '', /-epub-writing-mode: vertical-rl/);
  assert.match(
    entries['EPUB/text/one.xhtml'] ?? '',
    /<p><span class="upright">12<\/span>月<span class="upright">24<\/span>日、2025年。<code>12<\/code>と a12。<\/p>/,
  );
});

test('chapters that are shown untranslated stay out where the owner wants it; a language that is not there is an error: books/unknown-language', async (context) => {
  const languages = 'languages: { en: { weight: 1 }, fr: { weight: 2, books: { untranslated: false } } }\n';
  const root = writeBook(context, {
    'octavo.yaml': `title: A\n${languages}`,
    'content/one.en.md': 'One.',
    'content/one.fr.md': 'Un.',
    'content/two.en.md': 'Two.',
  });
  const count = async (language: string) => {
    const { files, diagnostics } = await makeBooks(root, { now }, { ...NOTHING, languages: [language] });
    return (
      files.map(({ path, chapters }) => `${path} ${chapters}`).join() ||
      diagnostics.find(({ severity }) => severity === 'error')?.message
    );
  };
  assert.equal(await count('en'), 'a.en.epub 2'.replace('.en', ''));
  assert.equal(await count('fr'), 'fr/a.fr.epub 1');
  assert.equal(await count('de'), 'The book has no language "de"; it has en, fr.');
});

test('notes have their numbers, and lead back', async () => {
  const files = open((await make('gallery')).files[0]?.content);
  assert.match(
    files['EPUB/text/one-everything.xhtml'] ?? '',
    /<aside id="fn:2"[^>]*><span class="note-number">2\.<\/span> [\s\S]*?href="#fnref:2"/,
  );
});
