import { isDeepStrictEqual } from 'node:util';
import { arrangeBook } from '../book/arrange-book.js';
import type { SharedResources } from '../book/resources.js';
import { type ChapterOptions, readChapters } from '../chapters/read-chapters.js';
import type { Book } from '../model/book.js';
import type { Chapter } from '../model/chapter.js';
import type { Config } from '../model/config.js';
import type { Diagnostic, Outcome } from '../model/diagnostic.js';
import type { LoadedFile, SourceFile } from '../model/source.js';
import { chapterOptions, type OpenBook, shareResources } from '../press/open-book.js';
import type { OpenOne } from '../press/open-sites.js';
import { decodeText } from '../text/decode.js';
import { createSiteMemories } from './create-site-memories.js';
import { haveSame } from './have-same.js';
import { withoutNow } from './without-now.js';

/** Opens a book as `openBook` does, again and again: what follows from the same inputs stays the same object. */
export type RecallBook = OpenOne;

/** What one file says. */
interface ReadChapter {
  readonly file: LoadedFile;
  /** None when the file is no text. */
  readonly chapters: readonly Chapter[];
  readonly diagnostics: readonly Diagnostic[];
  /** Whether its head, or the beginning of its text, has the word `cascade`. */
  readonly mayCascade: boolean;
}

interface Arranged {
  readonly chapters: readonly Chapter[];
  readonly resources: readonly SourceFile[];
  readonly config: Config;
  readonly shared: SharedResources;
  readonly outcome: Outcome<Book>;
}

/** Opens the book of each site with a memory of its own. */
export function createBookMemories(): RecallBook {
  return createSiteMemories(createBookMemory, ({ config }) => config);
}

/**
 * Prepares the memory:
 *
 * 1. the front matter of a file is read once, and stays the same object as long as it says the same;
 * 2. the book is arranged anew only when a chapter says something else, when files come or go, or with the config.
 */
function createBookMemory(): RecallBook {
  const readHeads = createChapterMemory();
  let arranged: Arranged | null = null;
  let opened: OpenBook | null = null;
  return ({ config, sources }, main) => {
    const read = readHeads(sources.chapters, chapterOptions(config, sources));
    const chapters = collect(read, (one) => one.chapters);
    const { resources } = sources;
    const now = { chapters, resources, config, shared: shareResources(main) };
    const isSame = arranged !== null && isArrangedFrom(arranged, now);
    if (!isSame) {
      arranged = { ...now, outcome: arrangeBook(chapters, resources, config, now.shared) };
      opened = null;
    }
    const { outcome } = arranged as Arranged; // set above, if not before
    opened = {
      chapters: opened?.chapters ?? new Map(chapters.map((chapter) => [chapter.path, chapter])),
      book: outcome.value,
      diagnostics: [...collect(read, (one) => one.diagnostics), ...outcome.diagnostics],
    };
    return opened;
  };
}

/** As `flatMap`, which takes ten times as long on lists that are mostly empty or of one. */
function collect<Item>(
  read: readonly ReadChapter[],
  listOf: (one: ReadChapter) => readonly Item[],
): readonly Item[] {
  const all: Item[] = [];
  for (const one of read) for (const item of listOf(one)) all.push(item);
  return all;
}

type ReadHeads = (files: readonly LoadedFile[], options: Partial<ChapterOptions>) => readonly ReadChapter[];

/**
 * Reads chapters, those that are not known in one go. A `cascade` makes chapters depend on each other: where one may
 * be, all are read again as soon as more than bodies changed.
 */
function createChapterMemory(): ReadHeads {
  let known: ReadonlyMap<string, ReadChapter> = new Map();
  let asked: Partial<ChapterOptions> | null = null;
  return (files, options) => {
    const before: ReadonlyMap<string, ReadChapter> = isDeepStrictEqual(asked, options) ? known : new Map();
    const recalled = files.map((file) => recallHead(file, before.get(file.path)));
    const isSame = files.length === before.size && recalled.every((one) => one !== null);
    const read = isSame ? recalled : readOthers(files, recalled, before, options);
    known = new Map(read.map((one) => [one.file.path, one]));
    asked = options;
    return read;
  };
}

/** What is known of a file, if its bytes or at least those of its head are the same; else null. */
function recallHead(file: LoadedFile, before: ReadChapter | undefined): ReadChapter | null {
  if (before === undefined || before.file === file) return before ?? null;
  const end = before.chapters[0]?.bodyStart ?? 0;
  const [old, now] = [decodeText(before.file.bytes), decodeText(file.bytes)];
  const isSame = end > 0 && old !== null && now !== null && old.slice(0, end) === now.slice(0, end);
  return isSame && isNamedByHead(before.chapters[0]) ? { ...before, file } : null;
}

/** Else its text may name it. */
function isNamedByHead(chapter: Chapter | undefined): boolean {
  return chapter?.frontMatter.title !== undefined || chapter?.frontMatter.heading !== undefined;
}

/** Reads what is not recalled, or all of it where chapters may depend on each other. */
function readOthers(
  files: readonly LoadedFile[],
  /** For each of the files; null for one that is not known. */
  recalled: readonly (ReadChapter | null)[],
  before: ReadonlyMap<string, ReadChapter>,
  options: Partial<ChapterOptions>,
): readonly ReadChapter[] {
  const unread = files.filter((_, at) => recalled[at] === null);
  const fresh = readApart(unread, options);
  const mayDepend =
    unread.length < files.length && [...before.values(), ...fresh.values()].some((one) => one.mayCascade);
  const others = mayDepend ? readApart(files, options) : fresh;
  return files.flatMap((file, at) => {
    const own = others.get(file);
    return own === undefined ? (recalled[at] ?? []) : keepEqual(own, before.get(file.path));
  });
}

function mayCascade({ bytes }: LoadedFile, chapter: Chapter | undefined): boolean {
  // No UTF-16 unit takes more than three bytes.
  const head = bytes.subarray(0, (chapter?.bodyStart ?? 0) * 3);
  return /cascade/i.test(Buffer.from(head).toString('latin1'));
}

/** What each of the files says. */
function readApart(
  files: readonly LoadedFile[],
  options: Partial<ChapterOptions>,
): ReadonlyMap<LoadedFile, ReadChapter> {
  const { value, diagnostics } = readChapters(files, options);
  const chapters = new Map(value.map((chapter) => [chapter.path, chapter]));
  const findings = new Map<string | undefined, Diagnostic[]>();
  for (const found of diagnostics) findings.set(found.file, [...(findings.get(found.file) ?? []), found]);
  return new Map(
    files.map((file) => {
      const chapter = chapters.get(file.path);
      const own = chapter === undefined ? [] : [chapter];
      const found = findings.get(file.file) ?? [];
      return [file, { file, chapters: own, diagnostics: found, mayCascade: mayCascade(file, chapter) }];
    }),
  );
}

/** What was read now, with the object from before where that is equal. */
function keepEqual(fresh: ReadChapter, before: ReadChapter | undefined): ReadChapter {
  const isEqual = before !== undefined && isDeepStrictEqual(fresh.chapters, before.chapters);
  return isEqual ? { ...fresh, chapters: before.chapters } : fresh;
}

function isArrangedFrom(arranged: Arranged, now: Omit<Arranged, 'outcome'>): boolean {
  return (
    isStillTrue(arranged.outcome.value, now.config) &&
    isDeepStrictEqual(withoutNow(arranged.config), withoutNow(now.config)) &&
    haveSame(arranged.chapters, now.chapters, (chapter) => chapter) &&
    haveSame(arranged.resources, now.resources, ({ path }) => path) &&
    haveSame([...arranged.shared], [...now.shared], ([file, { url }]) => `${file} ${url}`)
  );
}

/** Whether the same chapters are published now as when the book was arranged. */
function isStillTrue({ validFrom, validUntil }: Book, { publish: { now } }: Config): boolean {
  return (validFrom === null || now >= validFrom) && (validUntil === null || now < validUntil);
}
