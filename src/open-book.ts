import { arrangeBook } from './book/arrange-book.js';
import { type ChapterOptions, readChapters } from './chapters/read-chapters.js';
import type { Book } from './model/book.js';
import type { Chapter } from './model/chapter.js';
import type { Config } from './model/config.js';
import type { Diagnostic } from './model/diagnostic.js';
import type { LinkTargets, RenderJob } from './model/rendered.js';
import type { LoadedFile, SourceFile, Sources } from './model/source.js';
import type { Inputs } from './read-inputs.js';

/** A book understood: its chapters' front matter, their order and addresses. Nothing is rendered yet. */
export interface OpenBook {
  readonly chapters: ReadonlyMap<string, Chapter>;
  readonly book: Book;
  readonly diagnostics: readonly Diagnostic[];
}

/** From files to an arranged book: the stages `chapters` and `book`. */
export function openBook({ config, sources }: Inputs): OpenBook {
  const chapters = readChapters(sources.chapters, chapterOptions(config, sources));
  const book = arrangeBook(chapters.value, sources.resources, config);
  return {
    chapters: new Map(chapters.value.map((chapter) => [chapter.path, chapter])),
    book: book.value,
    diagnostics: [...chapters.diagnostics, ...book.diagnostics],
  };
}

/** What the reading of chapters follows from besides their files. */
export function chapterOptions(config: Config, { times }: Sources): ChapterOptions {
  const { timeZone, language, environment, cascade, dates, taxonomies } = config;
  return { timeZone, language, environment, cascade, dates, taxonomies, times };
}

/** What the Markdown stage needs of every published chapter, in reading order, then of those outside it. */
export function planRendering({ sources }: Inputs, { book, chapters }: OpenBook): readonly RenderJob[] {
  const files = new Map<string, LoadedFile>(sources.chapters.map((file) => [file.path, file]));
  return [...book.order, ...book.others].flatMap((key) => {
    const source = book.pages[key]?.source ?? '';
    const chapter = chapters.get(source);
    const file = files.get(source);
    return chapter === undefined || file === undefined ? [] : [renderJob(chapter, file)];
  });
}

/** What the Markdown stage needs of one chapter. */
export function renderJob(chapter: Chapter, file: LoadedFile): RenderJob {
  const { summary } = chapter.frontMatter;
  return {
    path: chapter.path,
    file: chapter.file,
    bytes: file.bytes,
    bodyStart: chapter.bodyStart,
    bodyLine: chapter.bodyLine,
    ...(summary === undefined ? {} : { summary }),
  };
}

/** Where the links of a chapter can lead. */
export function collectLinkTargets({ sources }: Inputs, { book }: OpenBook): LinkTargets {
  const pages = Object.values(book.pages).filter(({ url }) => url !== '');
  return {
    chapters: Object.fromEntries(
      pages.flatMap(({ source, key, url }) => (source === null ? [] : [[source, { key, url }]])),
    ),
    heldBack: Object.fromEntries(book.heldBack.map(({ source, file }) => [source, file])),
    pages: Object.fromEntries(pages.map(({ url, key }) => [url, key])),
    resources: Object.fromEntries(book.resources.map(({ source, url }) => [source, url])),
    pictures: collectPictures(sources, book),
    others: [
      ...sources.statics.map(({ path }) => encodeURI(`/${path}`)),
      ...book.redirects.map(({ outputPath }) => encodeURI(`/${outputPath.replace(/index\.html$/, '')}`)),
    ],
  };
}

function collectPictures({ resources, statics }: Inputs['sources'], book: Book): LinkTargets['pictures'] {
  const urls = new Map(book.resources.map(({ source, url }) => [source, url]));
  const sizeAt = (url: string | undefined, { picture }: SourceFile) =>
    url === undefined || picture === undefined ? [] : [[url, picture] as const];
  return Object.fromEntries([
    ...statics.flatMap((file) => sizeAt(encodeURI(`/${file.path}`), file)),
    ...resources.flatMap((file) => sizeAt(urls.get(file.path), file)),
  ]);
}
