import type { Page } from '../model/book.js';
import { readHeadingNumber } from '../text/heading-number.js';
import { nearestWord } from '../text/nearest.js';
import type { Manuscript } from './open-manuscript.js';

/** The page that a word of the command line means, or a sentence that says why there is none. */
export type FoundPage =
  | { readonly ok: true; readonly page: Page }
  | { readonly ok: false; readonly message: string };

/** The ways to name a page, the surest first; the first that fits any page decides. */
const ways: readonly ((page: Page, word: string) => boolean)[] = [
  ({ source, file }, word) => source !== null && (source === word || file === word),
  ({ source, file }, word) => [source, file].some((path) => path?.replace(/\.\w+$/, '') === word),
  ({ url }, word) => url === word || url === `/${word}/` || url === `${word}/`,
  ({ source }, word) =>
    source
      ?.split('/')
      .at(-1)
      ?.replace(/\.\w+$/, '') === word.replace(/\.\w+$/, ''),
  ({ heading }, word) => heading !== '' && heading.toLowerCase() === word.toLowerCase(),
  ({ heading, kind }, word) => kind === 'page' && bareNumber(heading) === word.toLowerCase(),
  ({ title }, word) => title.toLowerCase() === word.toLowerCase(),
];

/**
 * Finds a page by its file, with or without `content/` and extension; its address; its file's name alone; its heading
 * ("Chapter 14f") or the number in it ("14f"); or its title.
 */
export function findPage({ opened }: Manuscript, word: string): FoundPage {
  const pages = opened.book.order.flatMap((key) => opened.book.pages[key] ?? []);
  const name = word.replace(/^\.\//, '');
  for (const fits of ways) {
    const found = pages.filter((page) => fits(page, name));
    const [only] = found;
    if (only !== undefined && found.length === 1) return { ok: true, page: only };
    if (found.length > 1) {
      return {
        ok: false,
        message: `"${word}" may be ${found.slice(0, 4).map(nameOf).join(' or ')}: name the file.`,
      };
    }
  }
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
  return { ok: false, message: `No chapter is called "${word}". ${hint}` };
}

function nameOf({ file, url }: Page): string {
  return file ?? url;
}

function bareNumber(heading: string): string | null {
  const number = readHeadingNumber(heading);
  return number === null ? null : heading.slice(number.prefix.length).toLowerCase();
}
