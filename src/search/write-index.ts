import { hash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { OutputFile } from '../model/output.js';
import type { SearchablePage } from './list-found.js';
import { createPageLister, type SearchPage, type SearchText } from './list-pages.js';
import { listDivisions, listParts, writeDates } from './list-parts.js';
import { type BookWords, listUnits } from './list-units.js';
import { createVocabularyMerger } from './merge-vocabularies.js';
import type { SearchSetting } from './search-setting.js';
import { createEndingWriter } from './write-endings.js';
import { writeNames } from './write-names.js';
import { type WrittenTerms, writeTerms } from './write-terms.js';

/** What the index of a book is made from. */
export interface SearchContext {
  /** In reading order. */
  readonly found: readonly SearchablePage[];
  readonly setting: SearchSetting;
  /** The text of every rendered chapter by `Chapter.path`. */
  readonly texts: ReadonlyMap<string, SearchText>;
}

/** The version of the format: a reader's script that knows another one does not search. */
const VERSION = 4;
/** Where the files lie in the published folder. `src/browser/search/load-files.ts` reads them there. */
const FOLDER = 'search/';

/** Whether an output path is that of a file of the index; `language` is the folder of its language. */
export function isOfSearch(path: string, language: string): boolean {
  return path.startsWith(language + FOLDER) && /\.(?:js|bin)$/.test(path);
}

/** Hexadecimal digits of the SHA-256 over a file's data that are its name. `src/browser/search/load-files.ts` reads as many. */
const NAME_LENGTH = 10;

/** Makes the search index of a book, again and again. */
export type WriteIndex = (context: SearchContext) => readonly OutputFile[];

/**
 * Prepares the search index of a book (the manual, "The search index"):
 *
 * 1. the pages that can be found, and their sections, numbered in reading order (`list-found.ts`);
 * 2. all their terms, sorted (`list-units.ts`), and of each a record that says where it stands (`write-records.ts`);
 * 3. common terms, their records, and rare terms with theirs, cut by size (`write-terms.ts`); names, cut likewise
 *    (`write-names.ts`);
 * 4. `search/index.js`, which says how to find the rest. Each file has a name made from its content, so that those with the same
 *    words keep theirs.
 *
 * Texts are scripts that call a function with their data, because that is what a page can load from a server and
 * from a disk alike. Records are bytes, and for a disk (`relativeUrls`) scripts too.
 *
 * What follows from the same as in the index before is not made again: all of it while no text has changed; titles, the
 * order of the terms, words backwards. Of records nothing is kept, since each weight depends on the length of the book.
 */
export function createIndexWriter(): WriteIndex {
  const [listPages, merge, writeEndings] = [
    createPageLister(),
    createVocabularyMerger(),
    createEndingWriter(),
  ];
  let before: WrittenIndex | null = null;
  return (context) => {
    const pages = listPages(context.found, context.texts);
    if (before === null || !isFromSame(before, context, pages)) {
      const words = listUnits(pages, merge);
      const files = writeFiles(context.setting, pages, words, writeTerms(words, writeEndings));
      before = { setting: context.setting, pages, files };
    }
    return before.files;
  };
}

/** An index, and what it was made from. */
interface WrittenIndex {
  readonly setting: SearchSetting;
  readonly pages: readonly SearchPage[];
  readonly files: readonly OutputFile[];
}

function isFromSame(before: WrittenIndex, { setting }: SearchContext, pages: readonly SearchPage[]) {
  return (
    isDeepStrictEqual(before.setting, setting) &&
    before.pages.length === pages.length &&
    before.pages.every(({ terms, headings, excerpt, page }, index) => {
      const now = pages[index];
      return (
        terms === now?.terms &&
        headings === now.headings &&
        excerpt === now.excerpt &&
        isDeepStrictEqual(page, now.page)
      );
    })
  );
}

/** The kinds of files: records of common terms, rare terms, pairs of frequent words, endings, names, excerpts, dates. */
type FileKind = 'r' | 't' | 'p' | 'e' | 'n' | 'x' | 'd';

function writeFiles(
  setting: SearchSetting,
  pages: readonly SearchPage[],
  words: BookWords,
  terms: WrittenTerms,
): readonly OutputFile[] {
  const names = writeNames(pages, setting);
  const home = setting.folder + FOLDER;
  const files = new Map<string, OutputFile>();
  /** The names of the files, one after the other. Two with the same data are one file. */
  const write = (kind: FileKind, pieces: readonly Uint8Array[], ending: 'js' | 'bin'): string =>
    pieces
      .map((data) => {
        const name = hash('sha256', data).slice(0, NAME_LENGTH);
        const path = `${home}${kind}/${name}.${ending}`;
        const call = [Buffer.from(`octavoSearch("${kind}/${name}",`), data, Buffer.from(')\n')];
        files.set(path, { path, content: ending === 'js' ? Buffer.concat(call) : data });
        return name;
      })
      .join('');
  const writeBytes = (kind: FileKind, pieces: readonly Uint8Array[]): string =>
    setting.relativeUrls
      ? write(kind, pieces.map(headBytes).map(quoteBytes), 'js')
      : write(kind, pieces.map(headBytes), 'bin');
  const root = {
    version: VERSION,
    files: {
      r: writeBytes('r', terms.records),
      t: writeBytes(
        't',
        terms.rare.map(({ bytes }) => bytes),
      ),
      p: writeBytes(
        'p',
        terms.pairs.map(({ bytes }) => bytes),
      ),
      e: write(
        'e',
        terms.endings.map(({ text }) => quoteCoded(text)),
        'js',
      ),
      n: write('n', names.pieces.map(quoteText), 'js'),
      x: write('x', names.excerpts.map(quoteText), 'js'),
      d: write('d', writeDates(pages).map(quoteText), 'js'),
    },
    sections: words.sections,
    common: terms.common,
    rare: terms.rare.map(({ firstTerm }) => firstTerm),
    pairs: terms.pairs.map(({ firstTerm }) => firstTerm),
    frequent: terms.frequent,
    endings: terms.endings.map(({ firstTerm }) => firstTerm),
    names: names.firsts,
    parts: listParts(pages),
    divisions: listDivisions(pages),
    ...(setting.relativeUrls ? { scripts: 1 } : {}),
  };
  const call = `octavoSearch("index",${JSON.stringify(root)})\n`;
  return [...files.values(), { path: `${home}index.js`, content: setting.stemmer + call }];
}

/** Of text that needs no escapes: terms are letters and digits, numbers have an alphabet without quotation marks. */
function quoteCoded(text: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from('"'), text, Buffer.from('"')]);
}

function quoteText(text: string): Uint8Array {
  return Buffer.from(JSON.stringify(text));
}

function quoteBytes(bytes: Uint8Array): Uint8Array {
  return Buffer.from(`"${Buffer.from(bytes).toString('base64')}"`);
}

/** Records with the number of their bytes in front, by which a reader sees that all of them came. */
function headBytes(bytes: Uint8Array): Uint8Array {
  const head = Buffer.alloc(4);
  head.writeUInt32LE(head.length + bytes.length);
  return Buffer.concat([head, bytes]);
}
