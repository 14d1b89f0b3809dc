import fc from 'fast-check';

/** The files of a book: text by path relative to its folder. */
export type Files = Readonly<Record<string, string>>;

/** One thing that a writer does to a book; what cannot be done to it leaves it as it is. */
export interface Edit {
  readonly name: string;
  readonly apply: (files: Files) => Files;
}

const parts = ['part-1', 'part-2', 'part-3'];

/** A book of 30 chapters in three parts, with links, aliases, a resource, a template of its own and a static file. */
export function startBook(): Files {
  const chapters = Array.from({ length: 30 }, (_, at): [string, string] => {
    const part = parts[at % parts.length];
    const link = at % 4 === 0 ? `\n\nSee [the one before](chapter-${Math.max(0, at - 3)}.md#notes).` : '';
    const call =
      at % 10 === 3 ? '\n\n{{< details summary="More" >}}\nOf *{{< param title >}}*.\n{{< /details >}}' : '';
    const alias = at % 15 === 0 ? `aliases: [/old/${at}/]\n` : '';
    const head = `heading: Chapter ${at}\ntitle: "Number ${at}"\nweight: ${at + 1}\n${alias}`;
    return [
      `content/${part}/chapter-${at}.md`,
      `---\n${head}---\n\nText of ${at}.\n\n## Notes\n\nMore.${link}${call}\n`,
    ];
  });
  return Object.fromEntries([
    ...chapters,
    [
      'octavo.yaml',
      'title: A Book\nbaseURL: https://example.org/book/\nenableRobotsTXT: true\noutputs: {page: [html, markdown]}\n',
    ],
    ['content/_index.md', '---\ntitle: Home\n---\n\nWelcome.\n'],
    ['content/part-1/_index.md', '---\ntitle: One\nweight: 1\n---\n'],
    ['content/part-2/map.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['static/robots.txt', 'User-agent: *\n'],
  ]);
}

/** Cascades of a configuration. */
const configured = [
  'cascade: {draft: true}\n',
  'cascade: {weight: many}\n',
  'cascade: [{tags: [all], target: {kind: section}}]\n',
  '',
  '',
];

/** Languages of a configuration. */
const speaking = [
  'languages: {en: {weight: 1}, fr: {weight: 2, title: Un livre}, ar: {weight: 3}}',
  'languages: {en: {weight: 2}, fr: {weight: 1}}\nshowUntranslated: false',
  'defaultContentLanguage: fr\ndefaultContentLanguageInSubdir: true\nlanguages: {en: {}, fr: {}}',
  'languages: {en: {}, fr: {contentDir: content/part-2}}',
];

/** The beginning of that book in three languages, a part of it translated into each. */
export function startTranslations(): Files {
  const few = Object.entries(startBook()).filter(([path]) => !/-(?:[2-9]\d|1[5-9])\.md$/.test(path));
  const translated = few.flatMap(([path, text], at): readonly (readonly [string, string])[] =>
    path.endsWith('.md') && at % 2 === 0
      ? [[path.replace(/\.md$/, at % 4 === 0 ? '.fr.md' : '.ar.md'), `${text}\nTraduit.\n`]]
      : [],
  );
  const config = { 'octavo.yaml': `title: A Book\n${speaking[0]}\n` };
  return { ...Object.fromEntries([...few, ...translated]), ...config };
}

const place = fc.nat({ max: 400 });
const number = fc.nat({ max: 9 });

/** The path of an existing chapter, by a number. */
function pick(files: Files, at: number): string {
  const paths = Object.keys(files).filter((path) => /^content\/part.*chapter-.*\.md$/.test(path));
  return paths[at % Math.max(1, paths.length)] ?? '';
}

function change(files: Files, path: string, to: (text: string) => string): Files {
  const text = files[path];
  return text === undefined ? files : { ...files, [path]: to(text) };
}

function rename(files: Files, to: (path: string) => string): Files {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [to(path), text]));
}

function remove(files: Files, isGone: (path: string) => boolean): Files {
  return Object.fromEntries(Object.entries(files).filter(([path]) => !isGone(path)));
}

const setKey = (key: string, value: string) => (text: string) =>
  text.includes(`\n${key}:`)
    ? text.replace(new RegExp(`\n${key}:.*`), `\n${key}: ${value}`)
    : text.replace('---\n', `---\n${key}: ${value}\n`);

const byChapter = (name: string, to: (text: string, n: number) => string) =>
  fc.tuple(place, number).map(
    ([at, n]): Edit => ({
      name: `${name} ${at} ${n}`,
      apply: (files) => change(files, pick(files, at), (text) => to(text, n)),
    }),
  );

const byFiles = (name: string, apply: (files: Files, at: number, n: number) => Files) =>
  fc
    .tuple(place, number)
    .map(([at, n]): Edit => ({ name: `${name} ${at} ${n}`, apply: (files) => apply(files, at, n) }));

const soundEdits = [
  byChapter('edit', (text, n) => `${text}\nAnother paragraph, ${n}.\n`),
  byChapter('retitle', (text, n) => setKey('title', `"Renamed ${n}"`)(text)),
  byChapter('weigh', (text, n) => setKey('weight', String(n * 7))(text)),
  byChapter('date', (text, n) => setKey('date', `203${n}-01-01`)(text)),
  byChapter('draft', (text, n) => setKey('draft', n % 2 === 0 ? 'true' : 'false')(text)),
  byChapter('tag', (text, n) => setKey('tags', `[tag-${n % 3}]`)(text)),
  byChapter('slug', (text, n) => setKey('slug', `slug-${n}`)(text)),
  byChapter('alias', (text, n) => setKey('aliases', `[/alias-${n}/]`)(text)),
  byChapter('link', (text, n) => `${text}\n[link](../part-1/chapter-${n * 3}.md)\n`),
  byChapter(
    'call',
    (text, n) => `${text}\n{{< param title >}} and {{%${n % 2 === 0 ? '' : '\n'} param "title" %}}.\n`,
  ),
  byChapter('refer', (text, n) => `${text}\n[there]({{< relref "/part-1/chapter-${n * 3}.md" >}})\n`),
  byChapter('mend', (text) => text.replace('title: "open\n', '').replace(/\n\[nowhere\].*\n/g, '')),
  byChapter('empty', () => ''),
  byFiles('create', (files, at, n) => ({
    ...files,
    [`content/part-${n}/chapter-new-${at}.md`]: `---\ntitle: New ${n}\nweight: ${at}\n---\n\nNew.\n`,
  })),
  byFiles('rename', (files, at, n) => {
    const from = pick(files, at);
    return rename(files, (path) => (path === from ? `content/part-2/chapter-moved-${n}.md` : path));
  }),
  byFiles('rename a folder', (files, at, n) => {
    const from = `content/part-${(at % 3) + 1}/`;
    return rename(files, (path) =>
      path.startsWith(from) ? path.replace(from, `content/moved-${n}/`) : path,
    );
  }),
  byFiles('delete', (files, at) => {
    const gone = pick(files, at);
    return remove(files, (path) => path === gone);
  }),
  byFiles('template', (files, _at, n) => ({
    ...files,
    'templates/partials/page-foot.html': `<footer>${n} {{ page.next?.title }} {{ page.position?.index }}</footer>\n`,
  })),
  byFiles('shortcode', (files, at, n) => ({
    ...files,
    [`templates/shortcodes/${at % 2 === 0 ? 'param' : 'details'}.html`]: `${n} ${at % 2 === 0 ? '' : '{{ shortcode.content }}'}{{ page.title }}{{ site.title }}\n`,
  })),
  byFiles('drop templates', (files) => remove(files, (path) => path.startsWith('templates/'))),
  byFiles('style', (files, _at, n) => ({ ...files, 'templates/assets/prose.css': `p { margin: ${n}px }\n` })),
  byFiles('cascade', (files, at, n) => {
    const rules = ['weight: 7', 'draft: true', 'title: Cascaded', 'date: wrong', 'build: {list: never}'];
    const head = `title: One\nweight: 1\ncascade: {${rules[(at + n) % rules.length]}}\n`;
    return { ...files, [`content/part-${(at % 3) + 1}/_index.md`]: `---\n${head}---\n` };
  }),
  byFiles('cascade to made-up pages', (files, at, n) => {
    const rules = [
      'weight: 70',
      'title: Cascaded',
      'c: teal',
      'slug: elsewhere',
      `tags: [ink, tag ${at % 3}]`,
    ];
    const head = `title: Home\ncascade: {${rules[n % rules.length]}, target: {kind: "{section,term,taxonomy}"}}\n`;
    return { ...files, 'content/_index.md': `---\n${head}---\n` };
  }),
  byFiles('end the cascade', (files, at) => ({
    ...files,
    [`content/part-${(at % 3) + 1}/_index.md`]: '---\ntitle: Part\nweight: 2\n---\n',
  })),
  byFiles('configure', (files, at, n) => ({
    ...files,
    'octavo.yaml': `title: Book ${n}\nbaseURL: https://example.org/${at % 2 === 0 ? 'book/' : ''}\n${configured[at % 5]}`,
  })),
  byFiles('static file', (files, at, n) => ({ ...files, [`static/files/${n}.txt`]: `${at}` })),
  byFiles('resource', (files, at, n) => ({ ...files, [`content/part-2/${n}.svg`]: `<svg id="s${at}"/>` })),
  byFiles('mend all', (files, at) => (at % 3 === 0 ? startBook() : files)),
];

/** What a writer does to the languages of a book. */
const translatingEdits = [
  byFiles('translate', (files, at, n) => {
    const path = pick(files, at);
    const suffix = ['fr', 'ar', 'en'][n % 3];
    return {
      ...files,
      [path.replace(/\.md$/, `.${suffix}.md`)]: `---\ntitle: Un ${n}\n---\n\nUn, deux, ${at}.\n`,
    };
  }),
  byFiles('translate a picture', (files, at, n) => ({
    ...files,
    [`content/part-2/map${n % 2 === 0 ? '.fr' : ''}.svg`]: `<svg id="s${at}"/>`,
  })),
  byChapter('tie', (text, n) => setKey('translationKey', `key-${n % 2}`)(text)),
  byChapter('refer to a language', (text, n) => {
    const lang = ['fr', 'ar'][n % 2];
    return `${text}\n[there]({{< relref path="/part-1/chapter-${n}" lang="${lang}" >}})\n`;
  }),
  byFiles('speak', (files, at, n) => ({
    ...files,
    'octavo.yaml': `title: Book ${n}\n${speaking[at % speaking.length]}\n`,
  })),
];

const faultyEdits = [
  byChapter('break the head', (text) => text.replace(/^---\n/, '---\ntitle: "open\n')),
  byChapter('break a link', (text, n) => `${text}\n[nowhere](nowhere-${n}.md)\n`),
  byFiles('break a template', (files) => ({
    ...files,
    'templates/partials/page-foot.html': '{{ if page }}',
  })),
  byFiles('break the configuration', (files) => ({ ...files, 'octavo.yaml': 'title: [\n' })),
];

/** Any edit of a book in several languages. */
export const anyTranslatingEdit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 8, arbitrary: fc.oneof(...translatingEdits) },
  { weight: 12, arbitrary: fc.oneof(...soundEdits) },
  { weight: 1, arbitrary: fc.oneof(...faultyEdits) },
);

/** Any edit: of text, front matter, names, folders, templates, configuration, files beside the text; good or bad. */
export const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 16, arbitrary: fc.oneof(...soundEdits) },
  { weight: 1, arbitrary: fc.oneof(...faultyEdits) },
);
