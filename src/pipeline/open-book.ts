import { Buffer } from 'node:buffer';
import { hash } from 'node:crypto';
import { arrangeBook } from '../book/arrange-book.js';
import type { SharedResources } from '../book/resources.js';
import { type ChapterOptions, type OnOpened, readChapters } from '../chapters/read-chapters.js';
import { withLazyBytes } from '../files/lazy-bytes.js';
import type { Page } from '../model/book.js';
import type { Chapter } from '../model/chapter.js';
import type { Config } from '../model/config.js';
import type { Evidence } from '../model/evidence.js';
import type { RenderJob, ShortcodePage } from '../model/rendered.js';
import type { LoadedFile } from '../model/source.js';
import { addBasePath, makeAbsolute } from '../url/site-address.js';
import type { EvidenceTable } from './gather-site-evidence.js';
import type { OpenBook, OpenSite } from './open-site.js';
import { type IncludedSources, readIncluded } from './read-included.js';
import type { Inputs } from './read-inputs.js';

/**
 * From files to an arranged book: the stages `chapters` and `book`. In a book in several languages `main` is the main
 * language's, whose resources the others refer to.
 */
export function openBook(inputs: Inputs, main?: Omit<OpenSite, 'family'>, onOpened?: OnOpened): OpenBook {
  const { config, sources } = inputs;
  const chapters = readChapters(sources.chapters, chapterOptions(inputs), onOpened);
  const book = arrangeBook(chapters.value, sources.resources, config, {
    shared: shareResources(main),
    virtualHeads: chapters.virtualHeads,
  });
  return {
    chapters: new Map(chapters.value.map((chapter) => [chapter.path, chapter])),
    book: book.value,
    diagnostics: [...chapters.diagnostics, ...book.diagnostics],
  };
}

/** What the reading of chapters follows from besides their files. */
export function chapterOptions({ config, sources, assigned = new Map() }: Inputs): ChapterOptions {
  const { times } = sources;
  const { timeZone, place, environment, cascade, dates, taxonomies } = config;
  return { timeZone, place, environment, cascade, dates, taxonomies, times, assigned };
}

/** Where the main language publishes its resources. */
export function shareResources(main: Omit<OpenSite, 'family'> | undefined): SharedResources {
  if (main === undefined) return new Map();
  const files = new Map(main.inputs.sources.resources.map(({ path, file }) => [path, file]));
  return new Map(main.opened.book.resources.map((found) => [files.get(found.source) ?? '', found]));
}

/** A published chapter that may have to be rendered. */
export interface PlannedChapter {
  readonly path: string;
  readonly file: LoadedFile;
  /** What its rendering follows from besides its file, what all share, and what shortcodes ask for. A hash. */
  readonly key: string;
  /** What its shortcodes may ask of its page, if it has any. */
  readonly page: () => ShortcodePage;
  /** What the Markdown stage needs of it. The file is read for that. */
  readonly job: () => RenderJob;
}

/** Every published chapter in reading order, then those outside it. */
export function planChapters(
  { inputs: { config, sources }, opened: { book, chapters } }: Pick<OpenSite, 'inputs' | 'opened'>,
  evidence: EvidenceTable,
): readonly PlannedChapter[] {
  const files = new Map<string, LoadedFile>(sources.chapters.map((file) => [file.path, file]));
  return [...book.order, ...book.others].flatMap((key) => {
    const page = book.pages[key];
    const chapter = chapters.get(page?.source ?? '');
    const file = files.get(page?.source ?? '');
    if (page === undefined || chapter === undefined || file === undefined) return [];
    const home = { page, config, sources, evidence: evidence.get(chapter.file) };
    const sum = hash('sha256', JSON.stringify(renderHead(chapter, home)), 'base64url');
    return [
      {
        path: chapter.path,
        file,
        key: sum,
        page: () => pageFacts(chapter, home),
        job: () => renderJob(chapter, file, home),
      },
    ];
  });
}

/** What the Markdown stage needs of every one of them. */
export function planRendering(
  inputs: Inputs,
  opened: OpenBook,
  evidence: EvidenceTable = new Map(),
): readonly RenderJob[] {
  return planChapters({ inputs, opened }, evidence).map(({ job }) => job());
}

/** What the Markdown stage needs of one chapter. */
export function renderJob(chapter: Chapter, file: LoadedFile, home: ChapterHome): RenderJob {
  const job = {
    ...renderHead(chapter, home),
    ...(holdsShortcode(file.bytes)
      ? { page: { ...pageFacts(chapter, home), ...readIncluded(file, home.sources) } }
      : {}),
  };
  // Asked for when the chapter's turn has come: until then they may not be in memory.
  return withLazyBytes(job, () => file.bytes);
}

/** The same without what only shortcodes need, and the bytes. */
function renderHead(
  chapter: Chapter,
  { evidence }: Pick<ChapterHome, 'evidence'>,
): Omit<RenderJob, 'bytes' | 'page'> {
  const { isCjk, summary } = chapter.frontMatter;
  const titles = titlesOf(chapter);
  return {
    path: chapter.path,
    file: chapter.file,
    bodyStart: chapter.bodyStart,
    bodyLine: chapter.bodyLine,
    ...(chapter.textTitle === undefined ? {} : { hasTitle: true as const }),
    ...(summary === undefined ? {} : { summary }),
    ...(isCjk === undefined ? {} : { isCjk }),
    ...(titles.length === 0 ? {} : { titles }),
    ...(evidence === undefined ? {} : { evidence }),
  };
}

/** What its first heading would say once more. */
function titlesOf({ textTitle, frontMatter: { title, heading } }: Chapter): readonly string[] {
  if (textTitle !== undefined) return [];
  const both = title !== undefined && heading !== undefined ? [`${heading} ${title}`] : [];
  return [title, heading, ...both].flatMap((name) => name ?? []);
}

/** The page that a chapter is, the settings and files of its book, and what its line ends are judged by. */
export interface ChapterHome {
  readonly page: Page;
  readonly config: Config;
  /** Where it may include from. */
  readonly sources: IncludedSources;
  readonly evidence: Evidence | undefined;
}

const openers = ['{{<', '{{%'].map((opener) => Buffer.from(opener));

/** Most files have none, and are told so faster than they are read. */
function holdsShortcode(bytes: Uint8Array): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return view.includes('{{') && openers.some((opener) => view.includes(opener));
}

function pageFacts({ frontMatter, params }: Chapter, { page, config }: ChapterHome): ShortcodePage {
  const { title, heading, label, url } = page;
  return {
    ...{ title, heading, label, params },
    description: frontMatter.description ?? '',
    url: addBasePath(config, url),
    permalink: makeAbsolute(config, url),
  };
}
