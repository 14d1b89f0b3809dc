import { isDeepStrictEqual } from 'node:util';
import { type ChapterOptions, readChapters } from '../chapters/read-chapters.js';
import { decodeText } from '../files/decode.js';
import type { Chapter, MadeUpHeads } from '../model/chapter.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { LoadedFile } from '../model/source.js';

/** What one file says. */
export interface RecalledChapter {
  readonly file: LoadedFile;
  /** None when the file is no text. */
  readonly chapters: readonly Chapter[];
  readonly diagnostics: readonly Diagnostic[];
  /** Whether its head, or the beginning of its text, has the word `cascade`. */
  readonly mayCascade: boolean;
}

/** What all files say. */
interface RecalledChapters {
  readonly read: readonly RecalledChapter[];
  readonly madeUp: MadeUpHeads;
  /** What is wrong and in none of the files: in the cascade of the configuration. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads chapters as `readChapters` does, again and again: what says the same stays the same object. */
export type RecallChapters = (
  files: readonly LoadedFile[],
  options: Partial<ChapterOptions>,
) => RecalledChapters;

const nothing: RecalledChapters = { read: [], madeUp: new Map(), diagnostics: [] };

/**
 * Prepares the memory: chapters that are not known are read in one go. A `cascade` makes pages depend on each other:
 * where one may be, all are read again as soon as more than bodies changed.
 */
export function createChapterMemory(): RecallChapters {
  let known = nothing;
  let asked: Partial<ChapterOptions> | null = null;
  return (files, options) => {
    const last = isDeepStrictEqual(asked, options) ? known : nothing;
    const before = new Map(last.read.map((one) => [one.file.path, one]));
    const recalled = files.map((file) => recallHead(file, before.get(file.path)));
    const isSame = files.length === before.size && recalled.every((one) => one !== null);
    known = isSame ? { ...last, read: recalled } : readOthers(files, recalled, last, options);
    asked = options;
    return known;
  };
}

/** What is known of a file, if its bytes or at least those of its head are the same; else null. */
function recallHead(file: LoadedFile, before: RecalledChapter | undefined): RecalledChapter | null {
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

/** Reads what is not recalled, or all of it where pages may depend on each other. */
function readOthers(
  files: readonly LoadedFile[],
  /** For each of the files; null for one that is not known. */
  recalled: readonly (RecalledChapter | null)[],
  last: RecalledChapters,
  options: Partial<ChapterOptions>,
): RecalledChapters {
  const unread = files.filter((_, at) => recalled[at] === null);
  const fresh = readApart(unread, options);
  const cascades = options.cascade !== null && options.cascade !== undefined;
  const mayDepend = cascades || [...last.read, ...fresh.read].some((one) => one.mayCascade);
  const others = mayDepend && unread.length < files.length ? readApart(files, options) : fresh;
  const now = new Map(others.read.map((one) => [one.file, one]));
  const before = new Map(last.read.map((one) => [one.file.path, one]));
  const read = files.flatMap((file, at) => {
    const own = now.get(file);
    return own === undefined ? (recalled[at] ?? []) : keepEqual(own, before.get(file.path));
  });
  const { madeUp, diagnostics } = others;
  return { read, madeUp: isDeepStrictEqual(madeUp, last.madeUp) ? last.madeUp : madeUp, diagnostics };
}

function mayCascade({ bytes }: LoadedFile, chapter: Chapter | undefined): boolean {
  // No UTF-16 unit takes more than three bytes.
  const length = Math.min(bytes.length, (chapter?.bodyStart ?? 0) * 3);
  return /cascade/i.test(Buffer.from(bytes.buffer, bytes.byteOffset, length).toString('latin1'));
}

/** Reads files, and divides what is found by them. */
function readApart(files: readonly LoadedFile[], options: Partial<ChapterOptions>): RecalledChapters {
  const { value, madeUp, diagnostics } = readChapters(files, options);
  const chapters = new Map(value.map((chapter) => [chapter.path, chapter]));
  const findings = new Map<string | undefined, Diagnostic[]>();
  for (const found of diagnostics) findings.set(found.file, [...(findings.get(found.file) ?? []), found]);
  const read = files.map((file) => {
    const chapter = chapters.get(file.path);
    const own = chapter === undefined ? [] : [chapter];
    const found = findings.get(file.file) ?? [];
    findings.delete(file.file);
    return { file, chapters: own, diagnostics: found, mayCascade: mayCascade(file, chapter) };
  });
  return { read, madeUp, diagnostics: [...findings.values()].flat() };
}

/** What was read now, with the object from before where that is equal. */
function keepEqual(fresh: RecalledChapter, before: RecalledChapter | undefined): RecalledChapter {
  const isEqual = before !== undefined && isDeepStrictEqual(fresh.chapters, before.chapters);
  return isEqual ? { ...fresh, chapters: before.chapters } : fresh;
}
