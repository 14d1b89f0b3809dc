import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { wholeBook } from '../../src/browser/search/open-index.js';
import type { SearchablePage } from '../../src/search/list-found.js';
import { createIndexWriter } from '../../src/search/write-index.js';
import { createWordGathering } from '../../src/words/gather-words.js';
import { publish } from '../browser/open-book.js';
import { draws } from '../support/draws.js';
import { openFiles } from './open-files.js';

/** Words of which some begin alike, as "hand" and "handful" do; the first are in nearly every chapter. */
const words = ['the', 'of', 'will', 'to', ...['hand', 'ferr', 'ink', 'tide', 'lamp', 'rope'].flatMap(grow)];
function grow(root: string): readonly string[] {
  return ['', 'ful', 'less', 'y', 'som', 'ward', 'craft', 'bound'].map((ending) => root + ending);
}

const parent = mkdtempSync(join(tmpdir(), 'octavo-complete-'));
after(() => rmSync(parent, { recursive: true, force: true }));

/** A library of texts, the same each time: word after word by a fixed rule. */
const texts = Array.from({ length: 400 }, (_, chapter) =>
  Array.from({ length: 120 }, (_, at) => {
    const draw = (chapter * 7919 + at * 104_729 + chapter * at * 31) % 9973;
    return words[draw % (draw % 3 === 0 ? words.length : 12)] ?? '';
  }),
);
for (const [volume, author] of ['Ada Brook', 'Maren Holt'].entries()) {
  const folder = join(parent, 'content', `work-${volume}`);
  mkdirSync(folder, { recursive: true });
  const head = `---\ntitle: ${volume === 0 ? 'Ledger of Weather' : 'Nets'}\nauthor: ${author}\nvolume: true\n---\n`;
  writeFileSync(join(folder, '_index.md'), head);
  texts.forEach((text, chapter) => {
    if (chapter % 2 === volume) {
      const file = `---\nheading: Chapter ${chapter}\ntitle: Page ${chapter}\n---\n\n${text.join(' ')}\n`;
      writeFileSync(join(folder, `${chapter}.md`), file);
    }
  });
}
await publish(parent, join(parent, 'public'), { now: Date.UTC(2026, 5, 1) });
const index = openFiles((path) => readFileSync(join(parent, 'public', path)));

async function find(query: string) {
  const found = await index.search(query, wholeBook);
  const paths = await Promise.all(
    found.sections.map(async (section) => (await index.names.find(section)).path),
  );
  return { paths, isUnchecked: found.isUnchecked };
}

const addressOf = (chapter: number) => `work-${chapter % 2}/${chapter}/`;

test('every page that holds the words of a query as they are written is found', async () => {
  const some = fc.uniqueArray(fc.constantFrom(...words), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(some, async (asked) => {
      const { paths } = await find(`${asked.join(' ')} `);
      const holding = texts.flatMap((text, chapter) =>
        asked.every((word) => text.includes(word)) ? [addressOf(chapter)] : [],
      );
      const found = new Set(paths);
      assert.deepEqual(
        holding.filter((path) => !found.has(path)),
        [],
        asked.join(' '),
      );
    }),
    draws(60),
  );
});

test('a quoted phrase is found where it stands and nowhere else, or it is told that it could not be checked', async () => {
  const place = fc.tuple(fc.nat(texts.length - 1), fc.nat(100), fc.integer({ min: 2, max: 4 }));
  await fc.assert(
    fc.asyncProperty(place, async ([chapter, at, length]) => {
      const phrase = texts[chapter]?.slice(at, at + length).join(' ') ?? '';
      const { paths, isUnchecked } = await find(`"${phrase}"`);
      const holding = texts.flatMap((text, number) =>
        ` ${text.join(' ')} `.includes(` ${phrase} `) ? [addressOf(number)] : [],
      );
      const found = new Set(paths);
      assert.deepEqual(
        holding.filter((path) => !found.has(path)),
        [],
        phrase,
      );
      if (!isUnchecked) assert.equal(found.size, holding.length, phrase);
    }),
    draws(60),
  );
});

/** Texts in which the most frequent words are so frequent that their places are not kept. */
const long = Array.from({ length: 40 }, (_, chapter) =>
  Array.from({ length: 3000 }, (_, at) => {
    const draw = Math.imul(chapter * 3001 + at, 0x9e3779b1) >>> 8;
    return words[draw % 7 === 0 ? draw % words.length : (draw >>> 3) % 5] ?? '';
  }),
);

test('with frequent words too a phrase is exact, or it is told that it could not be checked', async () => {
  const { vocabulary, add, endSection } = createWordGathering();
  const found = long.map((_, chapter): SearchablePage => {
    const name = `${chapter}`;
    return {
      source: name,
      url: `/${name}/`,
      heading: '',
      title: 'to the will',
      part: null,
      division: '',
      day: null,
    };
  });
  const chapters = new Map(
    long.map((text, chapter) => {
      add(text.join(' '), false);
      return [`${chapter}`, { headings: [], excerpt: '', terms: { vocabulary, sections: [endSection(-1)] } }];
    }),
  );
  const setting = { relativeUrls: false, folder: '', stemmer: '' };
  const files = new Map(
    createIndexWriter()({ found, setting, texts: chapters }).map(({ path, content }) => [
      path,
      Buffer.from(content),
    ]),
  );
  const { search, names, root } = openFiles((path) => files.get(path) ?? Buffer.alloc(0));
  assert.ok(root.frequent.length >= 4, 'words are frequent');
  let checked = 0;
  const place = fc.tuple(fc.nat(39), fc.nat(2990), fc.integer({ min: 2, max: 5 }));
  await fc.assert(
    fc.asyncProperty(place, async ([chapter, at, length]) => {
      const phrase = long[chapter]?.slice(at, at + length).join(' ') ?? '';
      const { sections, isUnchecked } = await search(`"${phrase}"`, wholeBook);
      const paths = new Set(
        await Promise.all(sections.map(async (section) => (await names.find(section)).path)),
      );
      const holding = long.flatMap((text, number) =>
        ` ${text.join(' ')} `.includes(` ${phrase} `) ? [`${number}/`] : [],
      );
      assert.deepEqual(
        holding.filter((path) => !paths.has(path)),
        [],
        phrase,
      );
      if (isUnchecked) return;
      checked += 1;
      assert.equal(paths.size, holding.length, phrase);
    }),
    draws(60),
  );
  assert.ok(checked > 10, `${checked} phrases were checked`);
});

test('a query that names an author finds the chapters of that author first, and a work its title page', async () => {
  const { paths } = await find('brook handcraft');
  assert.ok(paths.length > 10);
  assert.deepEqual(
    paths.slice(0, 10).filter((path) => !path.startsWith('work-0/')),
    [],
  );
  assert.equal((await find('ledger of weather')).paths[0], 'work-0/');
  assert.equal((await find('holt')).paths[0], 'work-1/');
  assert.equal((await find('holt chapter 17')).paths[0], 'work-1/17/');
});
