import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { runOctavo, writeFiles } from './run-octavo.js';

const book = mkdtempSync(join(tmpdir(), 'octavo-sites-'));
after(() => rmSync(book, { recursive: true, force: true }));
const chapter = (head: string, text: string) => `---\n${head}\n---\n\n${text}\n`;
writeFiles(book, {
  'octavo.yaml': [
    'title: The Ledger',
    'baseURL: https://example.org/book/',
    'enableRobotsTXT: true',
    'languages:',
    '  en: { weight: 1, menus: { main: [{ name: Start, pageRef: / }] } }',
    '  fr:',
    '    weight: 2',
    '    title: Le registre',
    '    menus: { main: [{ name: Accueil, pageRef: / }] }',
    '    taxonomies: { étiquette: étiquettes }',
    '  ar: { weight: 3, title: السجل }',
    '  ja: { weight: 4, title: 台帳 }',
  ].join('\n'),
  'content/part/_index.md': chapter('title: Part', ''),
  'content/part/_index.fr.md': chapter('title: Partie', ''),
  'content/part/one.md': chapter(
    'title: Ferries\nweight: 1\ndate: 2025-01-02\ntags: [boats]',
    'The ferries were running.',
  ),
  'content/part/one.fr.md': chapter(
    'title: Les traversiers\nweight: 1\ndate: 2025-01-02\nétiquettes: [bateaux]',
    'Les traversiers continuaient.\n\n{{< youtube w7Ft2ymGmfc >}}',
  ),
  'content/part/one.ar.md': chapter('title: العبارات\nweight: 1', 'كانت العبارات تسير.'),
  'content/part/one.ja.md': chapter('title: 渡し船\nweight: 1', '渡し船は川を\n渡っていた。'),
  'content/part/two.md': chapter('title: Piers\nweight: 2', 'The piers were closed.'),
  'templates/partials/page-foot.html':
    '{{ for entry of site.menus.main ?? [] }}<a class="entry">{{ entry.name }}</a>{{ /for }}\n',
});
const built = runOctavo(book, ['build']);
const read = (path: string): string => readFileSync(join(book, 'public', path), 'utf8');
const hasFile = (path: string): boolean => existsSync(join(book, 'public', path));

test('the book is built without a warning, and built again there is nothing to do', () => {
  assert.deepEqual([built.code, /no warnings/.test(built.stdout)], [0, true], built.stderr);
  assert.match(runOctavo(book, ['build']).stdout, /nothing to do/);
});

test('translations are told to search engines, the main language as that for everybody else', () => {
  const links = (path: string) =>
    [...read(path).matchAll(/ hreflang="(.*?)" href="(.*?)">$/gm)].map(([, ...found]) => found);
  assert.deepEqual(links('fr/part/index.html'), [
    ['en', 'https://example.org/book/part/'],
    ['x-default', 'https://example.org/book/part/'],
    ['fr', 'https://example.org/book/fr/part/'],
  ]);
  assert.equal(links('ar/part/one/index.html').length, 5);
  const sitemap = read('fr/sitemap.xml');
  assert.match(sitemap, /hreflang="x-default" href="https:\/\/example\.org\/book\/part\/one\/"/);
  assert.doesNotMatch(sitemap, /fr\/part\/two/);
  for (const key of ['en', 'fr', 'ar', 'ja'])
    assert.ok(read('sitemap.xml').includes(`/book/${key}/sitemap.xml`));
  assert.equal(read('robots.txt'), 'User-agent: *\nSitemap: https://example.org/book/sitemap.xml\n');
});

test('what is not translated is shown in the main language, with a notice, and search engines get the original', () => {
  const page = read('fr/part/two/index.html');
  assert.match(page, /^<html lang="fr" dir="ltr"/m);
  assert.match(
    page,
    /<p class="untranslated">Ce chapitre n’est pas encore traduit\. En voici l’original \(English\)\.<\/p>/,
  );
  assert.match(page, /<div lang="en" dir="ltr">\n<h1 id="page:title">Piers<\/h1>\n<\/div>/);
  assert.match(page, /<div class="prose" lang="en" dir="ltr">\n<p>The piers were closed\.<\/p>/);
  assert.match(page, /<link rel="canonical" href="https:\/\/example\.org\/book\/part\/two\/">/);
  assert.doesNotMatch(page, /<link rel="alternate" hreflang/);
  const told = /لم يُترجم هذا الفصل بعد/;
  assert.match(read('ar/part/two/index.html'), told);
  assert.doesNotMatch(read('ar/part/one/index.html'), told);
});

test('each language has its feed, its llms.txt, its 404, its menus and its taxonomies', () => {
  assert.match(
    read('fr/index.xml'),
    /<title>Le registre<\/title>\n<link>https:\/\/example\.org\/book\/fr\/<\/link>[\s\S]*<language>fr<\/language>/,
  );
  assert.match(read('fr/llms.txt'), /^# Le registre\n\n## Sommaire\n\n- \[Partie\]/);
  assert.match(read('fr/404.html'), /Cette page n’est pas dans le livre/);
  assert.match(read('ja/404.html'), /このページは本の中にありません/);
  const entry = (path: string) => /class="entry">(.*?)</.exec(read(path))?.[1];
  assert.deepEqual(
    ['part/one/', 'fr/part/one/', 'ar/part/one/'].map((at) => entry(`${at}index.html`)),
    ['Start', 'Accueil', undefined],
  );
  const taxonomies = ['tags/boats', 'fr/étiquettes/bateaux', 'fr/tags', 'ar/tags/boats'];
  assert.deepEqual(taxonomies.map(hasFile), [true, true, false, false]);
});

test('Japanese lines are joined without a space, and a shortcode speaks the language of its page', () => {
  assert.match(read('ja/part/one/index.html'), /<p>渡し船は川を渡っていた。<\/p>/);
  assert.match(read('fr/part/one/index.html'), />Vidéo YouTube<\/a>/);
});
