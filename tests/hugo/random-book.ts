import fc from 'fast-check';
import type { Archive } from './archive.js';
import {
  cascade,
  forConfiguration,
  forLanguages,
  holding,
  keyOf,
  keys,
  type Line,
  settings,
} from './random-keys.js';
import { type Format, writeHead } from './write-head.js';

const pick = (...values: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...values);

const folders = ['', 'p/', 'Q Two/', 'p/deep/', 'p/deep/er/', 'été/'];
const names = [
  'a.md',
  'a.fr.md',
  'B c.md',
  'B c.fr.md',
  '2024-03-04-dated.md',
  'über.md',
  'x.y.md',
  'J_K.md',
  'bundle/index.md',
  'bundle/index.fr.md',
];
const branches = [
  '_index.md',
  'p/_index.md',
  'p/deep/_index.md',
  'Q Two/_index.md',
  'tags/_index.md',
  'tags/ink/_index.md',
  '_index.fr.md',
  'p/_index.fr.md',
  'tags/ink/_index.fr.md',
];
const files = [
  'p/f.txt',
  'p/bundle/g.txt',
  'bundle/sub/h.txt',
  'Q Two/i.txt',
  'p/bundle/inner.md',
  'bundle/sub/_index.md',
  'p/deep/J.TXT',
  'p/bundle/g.fr.txt',
];

const paths = fc.tuple(
  fc.uniqueArray(
    fc.tuple(pick(...folders), pick(...names)).map((parts) => parts.join('')),
    { minLength: 1, maxLength: 7 },
  ),
  fc.subarray(branches),
  fc.subarray(files),
);

/** In Hugo a feed takes the address of its page from it, where that names a file: there are none. */
const outputs = ['home', 'section', 'taxonomy', 'term'].map((kind) => `${kind}: [html]`);
const site: readonly Line[] = [
  'baseURL: https://example.org/',
  'title: The Book',
  `outputs: {${outputs.join(', ')}}`,
];

const titles =
  'Zebra apple Éclair "10" "9/10 Lives?" mango Mango "über all" Ox ink "The Fox" Kiwi "a-b" Œuf "e; f" Été'.match(
    /"[^"]*"|\S+/g,
  ) ?? [];

/** The languages of a book: lines of its configuration, and whether each has a content folder of its own. */
interface Languages {
  readonly lines: readonly Line[];
  readonly inFolders: boolean;
}

const languages = fc.constantFrom<Languages>(
  ...Array.from({ length: 4 }, () => ({ lines: [], inFolders: false })),
  { lines: ['languages: {en: {weight: 1}, fr: {weight: 2, title: Le Livre}}'], inFolders: false },
  {
    lines: ['languages: {fr: {weight: 1}, en: {weight: 2}}'],
    inFolders: false,
  },
  {
    lines: ['languages: {en: {weight: 1}, fr: {weight: 2}}', 'defaultContentLanguageInSubdir: true'],
    inFolders: false,
  },
  {
    lines: ['languages: {en: {weight: 1, contentDir: content/en}, fr: {weight: 2, contentDir: content/fr}}'],
    inFolders: true,
  },
);

const formats: fc.Arbitrary<Format> = fc.constantFrom('yaml', 'yaml', 'toml', 'json');
const bodies = pick('Text.', 'Text.', '', '# Head *x*\n\nText.', 'One.\n\n<!--more-->\n\nTwo & three.');

const chapters = fc.record({
  lines: fc.uniqueArray(fc.oneof({ arbitrary: keys, weight: 4 }, { arbitrary: cascade, weight: 1 }), {
    maxLength: 5,
    selector: keyOf,
  }),
  format: formats,
  body: bodies,
});

/** A small Hugo site whose keys are mixed at random: chapters with titles of their own, sections, files, settings. */
export const randomBook: fc.Arbitrary<Archive> = fc
  .tuple(
    paths,
    fc.array(chapters, { minLength: titles.length, maxLength: titles.length }),
    fc.uniqueArray(settings, { maxLength: 3, selector: keyOf }),
    languages,
  )
  .map(([[singles, sections, others], written, settled, { lines: tongues, inFolders }]) => {
    const placeOf = (path: string) => `content/${inFolders ? splitLanguages(path) : path}`;
    const isTranslated = tongues.length > 0;
    // With `uglyURLs` Hugo mixes up the addresses of the homes.
    const suits = (line: Line) => (isTranslated ? !line.startsWith('uglyURLs') : !forLanguages.test(line));
    // Without languages these would be chapters of the section above, or files of a bundle.
    const isNamed = (path: string) => isTranslated || !/index\.fr\./.test(path);
    const texts = [...singles, ...sections].filter(isNamed).map((path, at): [string, string] => {
      const { lines = [], format = 'yaml', body = '' } = written[at] ?? {};
      const own = lines.filter(
        (line) => suits(line) && !forConfiguration.test(line) && (isSingle(path) || !isOfSingle(line)),
      );
      return [placeOf(path), `${writeHead([...own, `title: ${titles[at]}`], format)}\n${body}\n`];
    });
    return {
      'hugo.yaml': `${[...site, ...tongues, ...settled.filter(suits)].join('\n')}\n`,
      ...Object.fromEntries(texts),
      // What is inside a bundle of one language is a chapter in another.
      ...Object.fromEntries(
        others
          .filter((path) => !isTranslated || !path.endsWith('.md'))
          .map((path) => [placeOf(path), writeFile(path)]),
      ),
    };
  });

/** In a book whose languages have content folders, files are there instead of having a suffix. */
function splitLanguages(path: string): string {
  return path.includes('.fr.') ? `fr/${path.replace('.fr.', '.')}` : `en/${path}`;
}

function isSingle(path: string): boolean {
  return !/(?:^|\/)_index\./.test(path);
}

/** Lines that stand in no section here. */
function isOfSingle(line: Line): boolean {
  return !line.startsWith('cascade') && (holding.test(line) || line.startsWith('aliases'));
}

/** What is in a file beside chapters; inside a bundle it may be a chapter by its name, and is titled for the case that it is one. */
function writeFile(path: string): string {
  return path.endsWith('.md') ? `---\ntitle: ${path}\n---\n` : 'file\n';
}
