import { arrangeBook } from '../../src/book/arrange-book.js';
import type { Book, Page } from '../../src/model/book.js';
import type { BundleKind, Chapter, ChapterDates, DateValue, FrontMatter } from '../../src/model/chapter.js';
import type { Config } from '../../src/model/config.js';
import type { Diagnostic, Outcome } from '../../src/model/diagnostic.js';
import type { PublishRules } from '../../src/model/output-rules.js';
import type { SourceFile } from '../../src/model/source.js';
import { defaultConfig, hugoTitles } from '../support/default-config.js';

/** The moment at which the books of these tests are built. */
export const now = Date.UTC(2025, 5, 15, 12);

/** A chapter as the stage before yields it: dates of the front matter, the publish date falling back to the date. */
export function makeChapter(
  path: string,
  frontMatter: Partial<FrontMatter> = {},
  dates: Partial<Record<keyof ChapterDates, string>> = {},
): Chapter {
  const file = `content/${path}`;
  const all = {
    ...(dates.date === undefined ? {} : { publishDate: dates.date, lastmod: dates.date }),
    ...dates,
  };
  return {
    path,
    file,
    bundle: bundleOf(path),
    frontMatter: { weight: 0, draft: false, aliases: [], keywords: [], resources: [], ...frontMatter },
    dates: Object.fromEntries(Object.entries(all).map(([name, text]) => [name, makeDate(text)])),
    params: {},
    places: Object.fromEntries(
      Object.keys(frontMatter).map((key, index) => [key, { file, line: index + 2, column: 1 }]),
    ),
    bodyStart: 0,
    bodyLine: 1,
  };
}

export function makeDate(text: string): DateValue {
  return { ms: Date.parse(text), iso: text };
}

function makeResource(path: string): SourceFile {
  return { path, file: `content/${path}`, absolute: `/book/content/${path}`, size: 1 };
}

export function makeConfig(publish: Partial<PublishRules> = {}, rest: Partial<Config> = {}): Config {
  return {
    ...defaultConfig,
    title: 'The Book',
    publish: { ...defaultConfig.publish, now, ...publish },
    titles: hugoTitles,
    ...rest,
  };
}

/** Arranges chapters and, by path, resources. */
export function arrange(
  chapters: readonly Chapter[],
  resources: readonly string[] = [],
  config: Config = makeConfig(),
): Outcome<Book> {
  return arrangeBook(chapters, resources.map(makeResource), config);
}

/** The pages of a book in reading order. */
export function pagesOf(book: Book): readonly Page[] {
  return book.order.flatMap((key) => book.pages[key] ?? []);
}

/** Findings as `code file:line`, for comparison. */
export function summarize(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ code, file, line }) => `${code} ${file}${line === undefined ? '' : `:${line}`}`);
}

function bundleOf(path: string): BundleKind {
  if (/(?:^|\/)_index\.md$/.test(path)) return 'branch';
  return /(?:^|\/)index\.md$/.test(path) ? 'leaf' : 'single';
}
