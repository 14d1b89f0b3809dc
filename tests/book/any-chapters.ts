import fc from 'fast-check';
import type { Chapter } from '../../src/model/chapter.js';
import { makeChapter } from './make-book.js';

/** Text that tries to get out, mixed with names that clash often. */
const nasty = fc.oneof(
  fc.constantFrom(
    'a',
    'A',
    'b',
    'é',
    'e\u0301',
    'index',
    '_index',
    '.',
    '..',
    '',
    ' ',
    'con',
    '%2e%2e',
    '%2f',
    '%00',
  ),
  fc.constantFrom(
    '..\\..',
    'a\0',
    '\ud800',
    'http://x',
    '//x',
    'a.html',
    '😀',
    '-',
    '%ff',
    'İ',
    'x?y#z',
    "o'n",
    '__proto__',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const written = fc.array(nasty, { maxLength: 4 }).map((names) => names.join('/'));

const fileName = fc.oneof(
  fc.constantFrom('_index', 'index', 'a', 'b', 'A', 'c d', '14f', '..', 'con', 'a\\b', '__proto__'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 4 }).map((text) => text.replaceAll('/', '')),
);
const folderName = fileName.filter((name) => name !== '' && name !== '..');
const path = fc
  .tuple(fc.array(folderName, { maxLength: 3 }), fileName)
  .map(([folders, name]) => [...folders, `${name}.md`].join('/'));

const date = fc.constantFrom('2020-01-01T00:00:00.1Z', '2020-01-01T00:00:00.9Z', '2024-05-05', '2199-01-01');

/** A chapter whose names, addresses and dates may be anything. */
const anyChapter: fc.Arbitrary<Chapter> = fc
  .record({
    path,
    frontMatter: fc.record(
      {
        title: fc.constantFrom('A', 'a', 'Ä', 'B 10', 'B 9', ''),
        heading: fc.constantFrom('Chapter 1', 'A'),
        weight: fc.constantFrom(0, 0, 1, 2, -1, Number.NaN),
        draft: fc.constantFrom(false, false, false, true),
        slug: written,
        url: written,
        aliases: fc.array(written, { maxLength: 2 }),
      },
      { requiredKeys: [] },
    ),
    dates: fc.record({ date, publishDate: date, expiryDate: date }, { requiredKeys: [] }),
  })
  .map((made) => makeChapter(made.path, made.frontMatter, made.dates));

/** Chapters with different paths, as a disk holds them. */
export const anyChapters = fc.uniqueArray(anyChapter, { selector: (chapter) => chapter.path, maxLength: 12 });

/** Paths of files that are not chapters. */
export const anyResources = fc.uniqueArray(
  path.map((chapter) => chapter.replace(/\.md$/, '.png')),
  { maxLength: 5 },
);
