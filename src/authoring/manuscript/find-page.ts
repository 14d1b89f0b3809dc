import { isAtHome } from '../../content/origin.js';
import type { Page } from '../../model/book.js';
import { readCountedHeading, writeCountedHeading } from '../../text/counted-heading.js';
import { nearestWord } from '../../text/nearest.js';
import type { Manuscript } from './open-manuscript.js';

/** The page that a word of the command line means and the book that it is in, or a sentence that says why there is none. */
export type FoundPage =
  | { readonly ok: true; readonly page: Page; readonly manuscript: Manuscript }
  | { readonly ok: false; readonly message: string };

/** The ways to name a page, the surest first; the first that fits any page decides. */
const ways: readonly ((page: Page, word: string) => boolean)[] = [
  ({ source, file }, word) =>
    source !== null && [source, compose(file), compose(file)?.replace(/^content\//, '')].includes(word),
  ({ source, file }, word) => [source, compose(file)].some((path) => path?.replace(/\.\w+$/, '') === word),
  ({ url }, word) => url === word || url === `/${word}/` || url === `${word}/`,
  ({ source }, word) =>
    source
      ?.split('/')
      .at(-1)
      ?.replace(/\.\w+$/, '') === word.replace(/\.\w+$/, ''),
  ({ heading }, word) => heading !== '' && heading.toLowerCase() === word.toLowerCase(),
  ({ heading, kind }, word) =>
    kind === 'page' && bareNumber(heading) === word.toLowerCase().replace(/\s/g, ''),
  ({ title }, word) => title.toLowerCase() === word.toLowerCase(),
];

/** Disks have names in several forms, terminals in one. */
function compose(file: string | null): string | undefined {
  return file?.normalize('NFC');
}

/**
 * Finds a page by its file, with or without `content/` and extension; its address; its file's name alone; its heading
 * ("Chapter 14f") or the number in it ("14f"); or its title. What fits in several languages means the main one.
 */
export function findPage({ family }: Manuscript, word: string): FoundPage {
  const books = family.map((manuscript) => ({ manuscript, pages: listPages(manuscript) }));
  const name = word.normalize('NFC').replace(/^\.\//, '');
  for (const fits of ways) {
    for (const { manuscript, pages } of books) {
      const found = pages.filter((page) => fits(page, name));
      const [page] = found;
      if (page !== undefined && found.length === 1) return { ok: true, page, manuscript };
      if (page !== undefined) return { ok: false, message: describeChoice(word, found) };
    }
  }
  return {
    ok: false,
    message: describeMiss(
      word,
      books.flatMap(({ pages }) => pages),
    ),
  };
}

/** As `findPage`; for a chapter that is edited in another language, the page in that one. */
export function findOriginal(manuscript: Manuscript, word: string): FoundPage {
  const found = findPage(manuscript, word);
  if (!found.ok) return found;
  const { chapters } = found.manuscript.opened;
  const chapter = chapters.get(found.page.source ?? '');
  if (chapter === undefined || isAtHome(chapter)) return found;
  for (const other of manuscript.family) {
    const page = listPages(other).find(({ file }) => file === found.page.file);
    const own = other.opened.chapters.get(page?.source ?? '');
    if (page !== undefined && own !== undefined && isAtHome(own))
      return { ok: true, page, manuscript: other };
  }
  return found;
}

function listPages({ opened }: Manuscript): readonly Page[] {
  return opened.book.order.flatMap((key) => opened.book.pages[key] ?? []);
}

function describeChoice(word: string, found: readonly Page[]): string {
  return `"${word}" may be ${found.slice(0, 4).map(nameOf).join(' or ')}: name the file.`;
}

function describeMiss(word: string, pages: readonly Page[]): string {
  const names = pages.flatMap(({ source, heading }) => [
    source?.split('/').at(-1) ?? '',
    source ?? '',
    heading,
  ]);
  const nearest = nearestWord(
    word,
    names.filter((candidate) => candidate !== ''),
  );
  const hint = nearest === null ? '`octavo list` shows all.' : `Was "${nearest}" meant?`;
  return `No chapter is called "${word}". ${hint}`;
}

function nameOf({ file, url }: Page): string {
  return file ?? url;
}

function bareNumber(heading: string): string | null {
  const counted = readCountedHeading(heading);
  if (counted === null) return null;
  const number = writeCountedHeading(
    { ...counted, gap: '', rest: '' },
    counted.number.number,
    counted.letter,
  );
  return number.slice(counted.number.prefix.length).toLowerCase();
}
