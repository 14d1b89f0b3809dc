import { isDeepStrictEqual } from 'node:util';
import { arrangeBook } from '../book/arrange-book.js';
import { readChapters } from '../chapters/read-chapters.js';
import type { Book } from '../model/book.js';
import type { Chapter } from '../model/chapter.js';
import type { Config } from '../model/config.js';
import type { Diagnostic, Outcome } from '../model/diagnostic.js';
import type { LoadedFile, SourceFile } from '../model/source.js';
import type { OpenBook } from '../open-book.js';
import type { Inputs } from '../read-inputs.js';
import { haveSame } from './have-same.js';

/** Opens a book as `openBook` does, again and again: what follows from the same inputs stays the same object. */
export type RecallBook = (inputs: Inputs) => OpenBook;

/** What one file says. */
interface ReadChapter {
  readonly file: LoadedFile;
  /** None when the file is no text. */
  readonly chapters: readonly Chapter[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Arranged {
  readonly chapters: readonly Chapter[];
  readonly resources: readonly SourceFile[];
  readonly config: Config;
  readonly outcome: Outcome<Book>;
}

/**
 * Prepares the memory:
 *
 * 1. the front matter of a file is read once for its bytes, and stays the same object if it says the same as before;
 * 2. the book is arranged anew only when a chapter says something else, when files come or go, or with the config.
 */
export function createBookMemory(): RecallBook {
  const readOnes = createChapterMemory();
  let arranged: Arranged | null = null;
  let opened: OpenBook | null = null;
  return ({ config, sources }) => {
    const read = readOnes(sources.chapters, config.timeZone);
    const chapters = read.flatMap((one) => one.chapters);
    const { resources } = sources;
    const isSame = arranged !== null && isArrangedFrom(arranged, chapters, resources, config);
    if (!isSame) {
      arranged = { chapters, resources, config, outcome: arrangeBook(chapters, resources, config) };
      opened = null;
    }
    const { outcome } = arranged as Arranged; // set above, if not before
    opened = {
      chapters: opened?.chapters ?? new Map(chapters.map((chapter) => [chapter.path, chapter])),
      book: outcome.value,
      diagnostics: [...read.flatMap((one) => one.diagnostics), ...outcome.diagnostics],
    };
    return opened;
  };
}

/** Reads chapters, those that are not known in one go. */
function createChapterMemory(): (files: readonly LoadedFile[], timeZone: string) => readonly ReadChapter[] {
  const known = new Map<LoadedFile, ReadChapter>();
  let last: readonly LoadedFile[] = [];
  let zone = '';
  return (files, timeZone) => {
    if (zone !== timeZone) known.clear();
    zone = timeZone;
    const unread = files.filter((file) => !known.has(file));
    const current = new Set(files);
    const gone = last.filter((file) => !current.has(file));
    const before = new Map(gone.map((file) => [file.path, known.get(file)]));
    for (const one of readApart(unread, timeZone))
      known.set(one.file, keepEqual(one, before.get(one.file.path)));
    for (const file of gone) known.delete(file);
    last = files;
    return files.flatMap((file) => known.get(file) ?? []);
  };
}

/** What each of the files says. */
function readApart(files: readonly LoadedFile[], timeZone: string): readonly ReadChapter[] {
  const { value, diagnostics } = readChapters(files, { timeZone });
  const chapters = new Map(value.map((chapter) => [chapter.path, chapter]));
  const findings = new Map<string | undefined, Diagnostic[]>();
  for (const found of diagnostics) findings.set(found.file, [...(findings.get(found.file) ?? []), found]);
  return files.map((file) => {
    const chapter = chapters.get(file.path);
    const own = chapter === undefined ? [] : [chapter];
    return { file, chapters: own, diagnostics: findings.get(file.file) ?? [] };
  });
}

/** What was read now, with the object from before where that is equal. */
function keepEqual(fresh: ReadChapter, before: ReadChapter | undefined): ReadChapter {
  const isEqual = before !== undefined && isDeepStrictEqual(fresh.chapters, before.chapters);
  return isEqual ? { ...fresh, chapters: before.chapters } : fresh;
}

function isArrangedFrom(
  arranged: Arranged,
  chapters: readonly Chapter[],
  resources: readonly SourceFile[],
  config: Config,
): boolean {
  return (
    isStillTrue(arranged.outcome.value, config) &&
    isDeepStrictEqual(withoutNow(arranged.config), withoutNow(config)) &&
    haveSame(arranged.chapters, chapters, (chapter) => chapter) &&
    haveSame(arranged.resources, resources, ({ path }) => path)
  );
}

/** Whether the same chapters are published now as when the book was arranged. */
function isStillTrue({ validFrom, validUntil }: Book, { publish: { now } }: Config): boolean {
  return (validFrom === null || now >= validFrom) && (validUntil === null || now < validUntil);
}

function withoutNow(config: Config): object {
  return { ...config, publish: { ...config.publish, now: 0 } };
}
