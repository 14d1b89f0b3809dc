import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { makeBook, readTree, runOctavo, writeFiles } from './run-octavo.js';

function writeChapter(heading: string, weight: number, text = ''): string {
  return `---\nheading: ${heading}\ntitle: T ${heading}\nweight: ${weight}\n---\n\n${text}\n`;
}

/** The two ways to tell languages apart; `fileOf` names a file in them. */
const layouts = [
  {
    name: 'a suffix for each language',
    config: 'languages: {en: {weight: 1}, fr: {weight: 2}}\n',
    fileOf: (path: string, language: string) =>
      `content/${language === 'en' ? path : path.replace(/\.md$/, `.${language}.md`)}`,
  },
  {
    name: 'a folder for each language',
    config: 'languages: {en: {weight: 1, contentDir: content/en}, fr: {weight: 2, contentDir: content/fr}}\n',
    fileOf: (path: string, language: string) => `content/${language}/${path}`,
  },
];
type Layout = (typeof layouts)[number];

/** Four chapters, the third not translated, and a section that has no translation either. */
function makeLedger(context: TestContext, { config, fileOf }: Layout): string {
  const chapters = [1, 2, 3, 4].flatMap((number) => [
    [fileOf(`part/c${number}.md`, 'en'), writeChapter(`Chapter ${number}`, number * 10, 'See [two](c2.md).')],
    [
      fileOf(`part/c${number}.md`, 'fr'),
      writeChapter(`Chapitre ${number}`, number * 10, 'Voir [deux](c2.md).'),
    ],
  ]);
  return makeBook(context, {
    'octavo.yaml': `title: The Ledger\n${config}`,
    ...Object.fromEntries(chapters.filter(([file]) => file !== fileOf('part/c3.md', 'fr'))),
    [fileOf('notes/_index.md', 'en')]: '---\ntitle: Notes\nweight: 9\n---\n',
    [fileOf('notes/a.md', 'en')]: writeChapter('Note 1', 10),
  });
}

/** Runs the program, which must end well, and gives what it printed. */
function run(book: string, ...argv: readonly string[]): string {
  const { code, stdout, stderr } = runOctavo(book, argv);
  assert.equal(code, 0, `${argv.join(' ')}: ${stderr}`);
  return stdout;
}

/** The pages below the sections of one language, in reading order. */
function listPages(book: string, root: string): readonly string[] {
  const entries = JSON.parse(run(book, 'list', '--json')) as readonly { url: string; kind: string }[];
  return entries.flatMap(({ url, kind }) =>
    kind === 'page' && url.startsWith(`${root}part/`) ? [url.slice(`${root}part/`.length, -1)] : [],
  );
}

for (const layout of layouts) {
  const { name, fileOf } = layout;

  test(`${name}: within a section a chapter and its translations move together`, (context) => {
    const book = makeLedger(context, layout);
    run(book, 'move', fileOf('part/c4.md', 'fr'), '--before', 'Chapter 2', '--write');
    for (const root of ['/', '/fr/']) assert.deepEqual(listPages(book, root), ['c1', 'c4', 'c2', 'c3']);
    const files = readTree(book);
    for (const language of ['en', 'fr']) {
      assert.match(files[fileOf('part/c4.md', language)] ?? '', /^weight: 15$/m);
    }
  });

  test(`${name}: into another section files, links and addresses of all languages go along`, (context) => {
    const book = makeLedger(context, layout);
    run(book, 'move', 'part/c2.md', '--after', 'notes/a.md', '--write');
    const files = readTree(book);
    for (const language of ['en', 'fr']) {
      assert.equal(files[fileOf('part/c2.md', language)], undefined);
      const moved = files[fileOf('notes/c2.md', language)] ?? '';
      assert.match(moved, /^aliases: \[\/part\/c2\/\]$/m);
      assert.match(files[fileOf('part/c1.md', language)] ?? '', /\]\(\.\.\/notes\/c2\.md\)/);
    }
    run(book, 'build');
    const { ['public/fr/part/c2/index.html']: redirect = '' } = readTree(book);
    assert.match(redirect, /url=\/fr\/notes\/c2\//);
  });

  test(`${name}: what stands in for its translation has one alias for all languages`, (context) => {
    const book = makeLedger(context, layout);
    run(book, 'move', '/fr/part/c3/', '--after', 'notes/a.md', '--write');
    assert.match(readTree(book)[fileOf('notes/c3.md', 'en')] ?? '', /^aliases: \[\/part\/c3\/\]$/m);
    run(book, 'build');
    assert.match(readTree(book)['public/fr/part/c3/index.html'] ?? '', /url=\/fr\/notes\/c3\//);
  });

  test(`${name}: translations get the weights and numbers of the main language`, (context) => {
    const book = makeLedger(context, layout);
    const alone = { [fileOf('part/own.md', 'fr')]: writeChapter('Annexe', 35) };
    writeFiles(book, { ...alone, [fileOf('part/c2.md', 'en')]: writeChapter('Chapter 1', 10) });
    run(book, 'renumber', '--write');
    run(book, 'renumber', '--headings', '--write');
    const files = readTree(book);
    const weightOf = (path: string) => /^weight: (.*)$/m.exec(files[fileOf(path, 'fr')] ?? '')?.[1];
    assert.deepEqual(['part/c1.md', 'part/c2.md', 'part/own.md', 'part/c4.md'].map(weightOf), [
      '10',
      '20',
      '35',
      '40',
    ]);
    assert.match(files[fileOf('part/own.md', 'fr')] ?? '', /^heading: Annexe$/m);
    assert.match(files[fileOf('part/c4.md', 'fr')] ?? '', /^heading: Chapitre 4$/m);
    assert.deepEqual(listPages(book, '/fr/'), ['c1', 'c2', 'c3', 'own', 'c4']);
  });

  test(`${name}: new begins a chapter, or a translation at the place of its original`, (context) => {
    const book = makeLedger(context, layout);
    const translation = fileOf('part/c3.md', 'fr');
    run(book, 'new', translation, '--title', 'Trois');
    const text = readTree(book)[translation] ?? '';
    assert.match(text, /^heading: Chapitre 3$/m);
    assert.match(text, /^weight: 30$/m);
    run(book, 'new', '--after', 'Chapitre 4', '--title', 'Cinq');
    assert.match(readTree(book)[fileOf('part/c5.md', 'fr')] ?? '', /^heading: Chapitre 5$/m);
    assert.deepEqual(listPages(book, '/fr/'), ['c1', 'c2', 'c3', 'c4', 'c5']);
    assert.deepEqual(listPages(book, '/'), ['c1', 'c2', 'c3', 'c4']);
  });

  test(`${name}: why tells of a page in every language, however it is named`, (context) => {
    const book = makeLedger(context, layout);
    const french = run(book, 'why', fileOf('part/c2.md', 'fr'));
    assert.match(french, /^Chapitre 2 · T Chapitre 2\n/);
    assert.match(french, / {2}address +\/fr\/part\/c2\/ /);
    assert.ok(french.includes(`/part/c2/  (${fileOf('part/c2.md', 'en')})`));
    assert.match(run(book, 'why', 'part/c3.md'), / {2}in fr +\/fr\/part\/c3\/ {2}\(not translated\)\n/);
    assert.match(run(book, 'why', '/fr/part/c3/'), /\(not translated into fr, shown in en\)/);
  });
}

test('a language with an order of its own keeps it', (context) => {
  const book = makeBook(context, {
    'octavo.yaml': 'languages: {en: {weight: 1}, fr: {weight: 2}}\n',
    'content/part/a.md': writeChapter('A', 1),
    'content/part/b.md': writeChapter('B', 2),
    'content/part/c.md': writeChapter('C', 3),
    'content/part/a.fr.md': writeChapter('A', 9),
    'content/part/b.fr.md': writeChapter('B', 8),
    'content/part/c.fr.md': writeChapter('C', 7),
  });
  run(book, 'move', 'part/c.md', '--before', 'part/a.md', '--write');
  assert.deepEqual(listPages(book, '/'), ['c', 'a', 'b']);
  assert.deepEqual(listPages(book, '/fr/'), ['c', 'b', 'a']);
  run(book, 'renumber', '--write');
  assert.deepEqual(listPages(book, '/'), ['c', 'a', 'b']);
  assert.deepEqual(listPages(book, '/fr/'), ['c', 'b', 'a']);
  assert.match(readTree(book)['content/part/a.fr.md'] ?? '', /^weight: 30$/m);
});

test('more chapters of a language’s own than fit between two numbers are no reason to mix them', (context) => {
  const own = [1, 2, 3].map((number) => [`content/part/own${number}.fr.md`, writeChapter('X', 15)]);
  const book = makeBook(context, {
    'octavo.yaml': 'languages: {en: {weight: 1}, fr: {weight: 2}}\n',
    'content/part/a.md': writeChapter('A', 10),
    'content/part/b.md': writeChapter('B', 20),
    ...Object.fromEntries(own),
  });
  const refused = runOctavo(book, ['renumber', '--step', '3', '--write']);
  assert.equal(refused.code, 2);
  assert.match(refused.stderr, /^octavo: In fr, \/part has more chapters of its own than fit/);
  run(book, 'renumber', '--step', '4', '--write');
  assert.deepEqual(listPages(book, '/fr/'), ['a', 'own1', 'own2', 'own3', 'b']);
});

test('each text is tidied and mended in its own language, and a fault of it is told once', (context) => {
  const broken = 'It grew connec-\ntion by connec-\ntion, “five links".\n\nSee [nothing](nowhere.md).';
  const book = makeBook(context, {
    'octavo.yaml': 'languages: {en: {weight: 1}, fr: {weight: 2}, de: {weight: 3}}\n',
    'content/a.md': writeChapter('A', 1, broken),
    'content/b.md': writeChapter('B', 2, 'He said that that is so.'),
    'content/b.fr.md': writeChapter('B', 2, 'Une connec-\ntion, la connection.'),
  });
  const { stdout } = runOctavo(book, ['check', '--json']);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly { code: string }[] };
  assert.equal(diagnostics.filter(({ code }) => code === 'link/not-found').length, 1);
  const tidied = run(book, 'tidy');
  assert.equal(tidied.split('content/a.md').length, 2);
  assert.match(tidied, /content\/b\.fr\.md {2}1 repair/);
  assert.match(run(book, 'tidy', '/fr/b/'), /^ {2}content\/b\.fr\.md {2}1 repair\n.*\n$/);
  assert.match(runOctavo(book, ['check', '--fix']).stderr, /findings? in 1 file mended/);
});
