import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wholeBook } from '../../src/browser/search/open-index.js';
import { createIndexWriter } from '../../src/search/write-index.js';
import { createWordGathering } from '../../src/words/gather-words.js';
import { openFiles } from './open-files.js';

/** Thousands of words that begin alike, so that the rare terms with one beginning fill many files. */
const texts = Array.from({ length: 600 }, (_, chapter) =>
  Array.from(
    { length: 60 },
    (_, at) =>
      `chas${(chapter * 60 + at).toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '')}s`,
  ).join(' '),
);

test('a rare word is found though the words that begin as its stem does fill many files', async () => {
  const { vocabulary, add, endSection } = createWordGathering();
  const found = texts.map((_, chapter) => {
    const name = `${chapter}`;
    return { source: name, url: `/${name}/`, heading: '', title: '', part: null, division: '', day: null };
  });
  const chapters = new Map(
    texts.map((text, chapter) => {
      add(text, false);
      return [`${chapter}`, { headings: [], excerpt: '', terms: { vocabulary, sections: [endSection(-1)] } }];
    }),
  );
  // To it they are all forms of one word.
  const stemmer = 'var octavoStem = { stemmer: (word) => word.slice(0, 4) };\n';
  const setting = { relativeUrls: false, folder: '', stemmer };
  const files = new Map(
    createIndexWriter()({ found, setting, texts: chapters }).map(({ path, content }) => [
      path,
      Buffer.from(content),
    ]),
  );
  const { search, names, root } = openFiles((path) => files.get(path) ?? Buffer.alloc(0));
  assert.ok(root.rare.length > 8, `${root.rare.length} files`);
  for (const chapter of [3, 250, 599]) {
    const word = texts[chapter]?.split(' ')[30] ?? '';
    const { sections } = await search(`${word} `, wholeBook);
    assert.equal((await names.find(sections[0] ?? 0)).path, `${chapter}/`, word);
  }
});
