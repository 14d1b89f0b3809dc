import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { repository } from '../house/source-files.js';
import { makeBook, runOctavo } from '../program/run-octavo.js';

/**
 * `answers/site.txt`: a line is the template of a shortcode; the line below it, after `= `, is what Hugo 0.169 made of its
 * call in the same site, with `\n` for a new line.
 */
const lines = readFileSync(join(repository, 'tests/hugo-templates/answers/site.txt'), 'utf8')
  .trimEnd()
  .split('\n');

const head = (title: string, keys: string) => `---\ntitle: ${title}\n${keys}---\n`;

const site: Readonly<Record<string, string>> = {
  'hugo.toml': [
    "baseURL = 'https://example.org/sub/'",
    "title = 'Tiny'",
    "disableKinds = ['taxonomy', 'term', 'rss', 'sitemap', '404']",
    '[params]',
    "color = 'green'",
    '[params.deep]',
    "x = 'dx'",
    '',
  ].join('\n'),
  'data/people.yaml': 'ann: {age: 30}\nbo: {age: 4}\n',
  'data/list.json': '["p","q"]',
  'i18n/en.yaml':
    "hello: Hi there\ncats:\n  one: one cat\n  other: '{{ .Count }} cats'\nname: 'I am {{ .Name }}'\n",
  'layouts/partials/plain.html': 'P\n',
  'templates/page.html': '<main>{{ page.content }}</main>\n',
  'content/_index.md': head('Home', ''),
  'content/docs/_index.md': head('Docs', 'weight: 2\n'),
  'content/docs/one.md': head('One', 'date: 2024-01-02\nweight: 3\nfoo: bar\n'),
  'content/docs/two.md': head('Two', 'date: 2024-03-02\nweight: 1\nfoo: baz\n'),
  'content/docs/zed.md': head('Zed', 'date: 2023-03-02\n'),
  'content/docs/sub/_index.md': head('Sub', 'weight: 9\n'),
  'content/docs/sub/three.md': head('Three', 'date: 2022-03-02\nlastmod: 2025-01-01\n'),
  'content/e/_index.md': head('E', 'weight: 50\nbuild: {list: never}\ncascade:\n  - build: {list: never}\n'),
};

const pageKeys =
  'date: 2024-05-06\nfoo: bar\nweight: 4\ndescription: "d & e"\nkeywords: [k1, k2]\nlist: [l1, "l<2>"]\n' +
  'nested: {a: na}\nwhen: 2024-02-03\nnum: 7\nflo: 1.50\n';

test('templates see the site as Hugo shows it', (context) => {
  const answers: Record<string, string> = {};
  const files: Record<string, string> = { ...site };
  for (let at = 0; at < lines.length; at += 2) {
    const name = `c${at}`;
    files[`layouts/shortcodes/${name}.html`] = `${lines[at]}\n`;
    files[`content/e/${name}.md`] = `${head('"P<g>"', pageKeys)}{{< ${name} a="x<y" n=5 f=2.5 b=true >}}\n`;
    answers[name] = (lines[at + 1] ?? '')
      .slice(2)
      .replace(/\\(n|\\)/g, (_, mark: string) => (mark === 'n' ? '\n' : '\\'));
  }
  const book = makeBook(context, files);
  const run = runOctavo(book, ['build']);
  assert.equal(run.code, 0, run.stderr);
  const wrong = Object.entries(answers).flatMap(([name, answer]) => {
    const html = readFileSync(join(book, `public/e/${name}/index.html`), 'utf8');
    const found = (/<main>([\s\S]*)<\/main>/.exec(html)?.[1] ?? '').trim();
    return found === answer
      ? []
      : [`${files[`layouts/shortcodes/${name}.html`]}  expected ${answer}\n  found    ${found}`];
  });
  assert.deepEqual(wrong, []);
  assert.ok(lines.length > 100, 'the answers were read');
});
