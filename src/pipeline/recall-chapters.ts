import { type ChapterOptions, type OnOpened, readChapters } from '../chapters/read-chapters.js';
import { decodeBeginning, decodeText } from '../files/decode.js';
import type { Chapter, VirtualHeads } from '../model/chapter.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { LoadedFile } from '../model/source.js';
import { isWrittenAlike } from './is-written-alike.js';

/** What one file says. Plain data but for the file itself. */
export interface RecalledChapter {
  readonly path: string;
  /** `SourceFile.hash`. */
  readonly hash: string | undefined;
  /** The text of its head; empty when the head alone does not say what the chapter is called. */
  readonly headText: string;
  /** None when the file is no text. */
  readonly chapters: readonly Chapter[];
  readonly diagnostics: readonly Diagnostic[];
  /** Whether its head, or the beginning of its text, has the word `cascade`. */
  readonly mayCascade: boolean;
  /** The file it was read from, in this process. */
  readonly file?: LoadedFile;
}

/** What all files say. */
interface RecalledChapters {
  readonly read: readonly RecalledChapter[];
  readonly virtualHeads: VirtualHeads;
  /** What is wrong and in none of the files: in the cascade of the configuration. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What was read last, and how. */
export interface ChapterState {
  readonly known: RecalledChapters;
  readonly asked: Partial<ChapterOptions> | null;
}

const nothing: RecalledChapters = { read: [], virtualHeads: new Map(), diagnostics: [] };

/** Where nothing was read before. */
export const noChapters: ChapterState = { known: nothing, asked: null };

/**
 * Reads chapters as `readChapters` does, after another reading: what says the same stays the same object. Chapters that are not
 * known are read in one go. A `cascade` makes pages depend on each other: where one may be, all are read again as soon as
 * more than bodies changed.
 */
export function recallChapters(
  last: ChapterState,
  files: readonly LoadedFile[],
  options: Partial<ChapterOptions>,
  onOpened?: OnOpened,
): ChapterState {
  const known = isWrittenAlike(last.asked, options) ? last.known : nothing;
  const before = new Map(known.read.map((one) => [one.path, one]));
  const recalled = files.map((file) => recallHead(file, before.get(file.path)));
  const isSame = files.length === before.size && recalled.every((one) => one !== null);
  return {
    known: isSame ? { ...known, read: recalled } : readOthers(files, recalled, known, { options, onOpened }),
    asked: options,
  };
}

/** What is known of a file, if its bytes or at least those of its head are the same; else null. */
function recallHead(file: LoadedFile, before: RecalledChapter | undefined): RecalledChapter | null {
  if (before === undefined || before.file === file) return before ?? null;
  const { hash } = file;
  if (hash !== undefined && hash === before.hash) return { ...before, file };
  const { headText } = before;
  const isSame = headText !== '' && decodeText(file.bytes)?.startsWith(headText) === true;
  return isSame ? { ...before, file, hash } : null;
}

interface ChapterReading {
  readonly options: Partial<ChapterOptions>;
  readonly onOpened: OnOpened | undefined;
}

/** Reads what is not recalled, or all of it where pages may depend on each other. */
function readOthers(
  files: readonly LoadedFile[],
  /** For each of the files; null for one that is not known. */
  recalled: readonly (RecalledChapter | null)[],
  last: RecalledChapters,
  reading: ChapterReading,
): RecalledChapters {
  const unread = files.filter((_, at) => recalled[at] === null);
  const fresh = readApart(unread, reading);
  const { cascade = null } = reading.options;
  const mayDepend = cascade !== null || [...last.read, ...fresh.read].some((one) => one.mayCascade);
  const others = mayDepend && unread.length < files.length ? readApart(files, reading) : fresh;
  const now = new Map(others.read.map((one) => [one.path, one]));
  const before = new Map(last.read.map((one) => [one.path, one]));
  const read = files.flatMap((file, at) => {
    const own = now.get(file.path);
    return own === undefined ? (recalled[at] ?? []) : keepEqual(own, before.get(file.path));
  });
  const { virtualHeads, diagnostics } = others;
  return {
    read,
    virtualHeads: isWrittenAlike(virtualHeads, last.virtualHeads) ? last.virtualHeads : virtualHeads,
    diagnostics,
  };
}

/** Reads files, and divides what is found by them. */
function readApart(files: readonly LoadedFile[], { options, onOpened }: ChapterReading): RecalledChapters {
  const { value, virtualHeads, diagnostics } = readChapters(files, options, onOpened);
  const chapters = new Map(value.map((chapter) => [chapter.path, chapter]));
  const findings = new Map<string | undefined, Diagnostic[]>();
  for (const found of diagnostics) findings.set(found.file, [...(findings.get(found.file) ?? []), found]);
  const read = files.map((file): RecalledChapter => {
    const chapter = chapters.get(file.path);
    const found = findings.get(file.file) ?? [];
    findings.delete(file.file);
    const headText = chapter === undefined ? '' : readHeadText(file, chapter);
    return {
      ...{ path: file.path, hash: file.hash, headText, chapters: chapter === undefined ? [] : [chapter] },
      ...{ diagnostics: found, mayCascade: mayCascade(file, chapter), file },
    };
  });
  return { read, virtualHeads, diagnostics: [...findings.values()].flat() };
}

/** A chapter that its head does not name may be named by its text. */
function readHeadText({ bytes }: LoadedFile, { frontMatter, bodyStart }: Chapter): string {
  const isNamed = frontMatter.title !== undefined || frontMatter.heading !== undefined;
  return isNamed ? decodeBeginning(bytes, bodyStart) : '';
}

function mayCascade({ bytes }: LoadedFile, chapter: Chapter | undefined): boolean {
  // No UTF-16 unit takes more than three bytes.
  const length = Math.min(bytes.length, (chapter?.bodyStart ?? 0) * 3);
  return /cascade/i.test(Buffer.from(bytes.buffer, bytes.byteOffset, length).toString('latin1'));
}

/** What was read now, with the object from before where that is equal. */
function keepEqual(fresh: RecalledChapter, before: RecalledChapter | undefined): RecalledChapter {
  const isEqual = before !== undefined && isWrittenAlike(fresh.chapters, before.chapters);
  return isEqual ? { ...fresh, chapters: before.chapters } : fresh;
}
