import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { generateBook, type Mix } from '../../bench/generate-book.js';

const root = mkdtempSync(join(tmpdir(), 'octavo-generated-'));
after(() => rmSync(root, { recursive: true }));

let folders = 0;

/** Generates a book in a folder of its own; its files by path, and its chapters in reading order. */
function generate(chapters: number, mix: Mix = 'prose', partSize = 50) {
  folders += 1;
  const folder = join(root, String(folders));
  const book = generateBook({ chapters, folder, mix, partSize });
  const files = new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(file, 'utf8')]),
  );
  return { book, files, texts: book.chapters.map((path) => files.get(path) ?? '') };
}

function bodyOf(text: string): string {
  return text.slice(text.indexOf('\n---\n', 4) + 5);
}

test('the same request gives the same bytes', () => {
  for (const mix of ['prose', 'docs'] as const)
    assert.deepEqual(generate(60, mix).files, generate(60, mix).files);
});

test('a chapter of prose is the same whatever the length of the book', () => {
  assert.deepEqual(generate(7).texts, generate(120).texts.slice(0, 7));
});

test('the front matter has the keys of the chapters this program was made for, in their order', () => {
  const [third] = generate(3).texts.slice(2);
  const lines = third?.slice(0, third.indexOf('\n---\n', 4)).split('\n') ?? [];
  assert.deepEqual(
    lines.slice(1).map((line) => line.split(':')[0]),
    ['heading', 'title', 'weight', 'date', 'description', 'c'],
  );
  assert.match(
    lines.join('\n'),
    /\nheading: Chapter 1c\n.*\nweight: 3\ndate: 2016-01-03\ndescription: ""\nc: "[a-z]+"$/,
  );
});

test('up to six lettered chapters share a number and a title, and a part begins a new number', () => {
  const fields = generate(20, 'prose', 10).texts.map((text) => ({
    heading: /^heading: (.*)$/m.exec(text)?.[1] ?? '',
    title: /^title: (.*)$/m.exec(text)?.[1] ?? '',
  }));
  assert.deepEqual(
    fields.map(({ heading }) => heading.replace('Chapter ', '')).join(' '),
    '1a 1b 1c 1d 1e 1f 2a 2b 2c 2d 3a 3b 3c 3d 3e 3f 4a 4b 4c 4d',
  );
  const titles = new Map<string, Set<string>>();
  for (const { heading, title } of fields) {
    const number = heading.slice(0, -1);
    titles.set(number, (titles.get(number) ?? new Set()).add(title));
  }
  assert.deepEqual(
    [...titles.values()].map((shared) => shared.size),
    [1, 1, 1, 1],
  );
});

test('prose is about 8.4 KB in about fifteen paragraphs, of lines of at most 100 characters', () => {
  const bodies = generate(40).texts.map(bodyOf);
  const bytes = bodies.reduce((sum, body) => sum + Buffer.byteLength(body), 0) / bodies.length;
  assert.ok(Math.abs(bytes - 8400) < 250, `${bytes} bytes a chapter`);
  for (const body of bodies) {
    const paragraphs = body.split('\n\n').filter((block) => block.includes('\n'));
    assert.ok(paragraphs.length >= 14 && paragraphs.length <= 16, `${paragraphs.length} paragraphs`);
    assert.ok(body.split('\n').every((line) => line.length <= 100 && line === line.trimEnd()));
  }
});

test('prose has the quirks of extracted text: mixed quotes, compounds over two lines, numbered lines', () => {
  const text = generate(20).texts.map(bodyOf).join('\n');
  assert.match(text, /"[^"“”]+”/);
  assert.match(text, /[a-z]-\n[a-z]/);
  assert.match(text, /\n\n2\. [a-z ,]+\n\n/);
});

test('the docs mix has tables, code, nested lists, links, footnotes and images that are there', () => {
  const { files, texts } = generate(3, 'docs');
  const text = texts[1] ?? '';
  const marks = ['\n| :-- |', '\n```ts\n', '\n```bash\n', '\n   - ', '\n- [ ] ', '\n> ', '[^1]', '\n[^1]: '];
  assert.deepEqual(
    marks.filter((mark) => !text.includes(mark)),
    [],
  );
  assert.ok(files.has(`static${/!\[.*\]\((.*)\)/.exec(text)?.[1]}`));
  assert.ok(
    text.includes('](../part-001/chapter-00001.md)') && text.includes('](../part-001/chapter-00003.md)'),
  );
});

test('every relative link of the docs mix leads to a chapter of the book', () => {
  const { files, texts } = generate(9, 'docs', 2);
  const targets = texts.flatMap((text) =>
    [...text.matchAll(/\]\(\.\.\/([^)]*)\)/g)].map((match) => match[1]),
  );
  assert.ok(targets.length >= 9 * 2);
  assert.deepEqual(
    targets.filter((target) => !files.has(`content/${target}`)),
    [],
  );
});

test('a book of any length has all its chapters, in parts, with weights that count through', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 12 }), (chapters, partSize) => {
      const { book, files, texts } = generate(chapters, 'prose', partSize);
      assert.equal(book.parts, Math.ceil(chapters / partSize));
      assert.equal(files.size, 1 + 1 + book.parts + chapters);
      const weights = texts.map((text) => Number(/^weight: (\d+)$/m.exec(text)?.[1]));
      assert.deepEqual(
        weights,
        Array.from({ length: chapters }, (_, index) => index + 1),
      );
      assert.equal(
        book.bytes,
        texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0),
      );
    }),
    { numRuns: 20 },
  );
});
