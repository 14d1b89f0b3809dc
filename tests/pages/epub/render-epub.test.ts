import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { unzipSync } from 'fflate';
import { makeEpubs } from '../../../src/make-epub.js';
import { repository } from '../../house/source-files.js';

const books = join(repository, 'tests/books');
const now = Date.UTC(2026, 5, 1);

async function make(name: string, order: Partial<Parameters<typeof makeEpubs>[2]> = {}) {
  return makeEpubs(join(books, name), { now }, { parts: [], languages: [], ...order });
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
  const { files, diagnostics } = await makeEpubs(root, { now }, { parts: [], languages: [] });
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
