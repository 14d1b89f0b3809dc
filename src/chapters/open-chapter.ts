import { isUtf8 } from 'node:buffer';
import { findBundleKind } from '../content/bundle-kind.js';
import { languageOf } from '../content/file-language.js';
import { diagnose } from '../diagnostics/catalogue.js';
import { decodeText } from '../files/decode.js';
import type { BundleKind, Origin } from '../model/chapter.js';
import type { LanguagePlace } from '../model/config.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { LoadedFile } from '../model/source.js';
import { type HeadReading, type ReadHead, readHead } from './read-head.js';

/** A file whose head is read and whose fields are not yet cast. */
export interface OpenedChapter {
  readonly path: string;
  readonly file: string;
  /** The file itself and not its bytes, so that those of a large book can be let go of. */
  readonly source: LoadedFile;
  readonly bundle: BundleKind;
  readonly origin?: Origin;
  readonly head: ReadHead;
}

/** The site that chapters are read for. */
export interface ChapterSite {
  /** Which language it is in, and which the suffixes of file names can name. */
  readonly place: Pick<LanguagePlace, 'key' | 'main' | 'keys'>;
  /** The chapters that their `sites` brings to it, by `Chapter.path`. */
  readonly assigned: ReadonlyMap<string, Origin>;
}

/** Reads the head of a file, and looks for marks of a merge; null, and `front-matter/not-utf-8`, for one that is no text. */
export function openChapter(file: LoadedFile, site: ChapterSite, reading: HeadReading): OpenedChapter | null {
  const head = readHead(file, reading);
  if (head === null) {
    reading.diagnostics.push(reportEncoding(file));
    return null;
  }
  for (const fault of findMergeMarks(file)) reading.diagnostics.push(fault);
  return placeChapter(file, head, site);
}

/** What a file with its head is to a site. */
export function placeChapter(
  file: LoadedFile,
  head: ReadHead,
  { place, assigned }: ChapterSite,
): OpenedChapter {
  const { path } = file;
  const language = languageOf(file, place);
  const origin = assigned.get(path) ?? standIn(language, place);
  const bundle = findBundleKind(path, language);
  return { path, file: file.file, source: file, bundle, ...(origin === null ? {} : { origin }), head };
}

function standIn(language: string, { key }: ChapterSite['place']): Origin | null {
  return language === key ? null : { language, role: 'stand-in' };
}

const lineFeed = 0x0a;

/** The diagnostic of a file that is not UTF-8: at its first faulty character, or naming UTF-16 by its mark. */
function reportEncoding({ file, bytes }: LoadedFile): Diagnostic {
  const encoding = nameEncoding(bytes);
  const place = encoding === null ? findFaultyCharacter(bytes) : { line: 1, column: 1 };
  return diagnose('front-matter/not-utf-8', { encoding }, { file, ...place });
}

function nameEncoding(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'UTF-16 (little-endian)';
  return first === 0xfe && second === 0xff ? 'UTF-16 (big-endian)' : null;
}

function findFaultyCharacter(bytes: Uint8Array): { line: number; column: number } {
  let start = 0;
  for (let line = 1; start <= bytes.length; line += 1) {
    const found = bytes.indexOf(lineFeed, start);
    const end = found === -1 ? bytes.length : found;
    const part = bytes.subarray(start, end);
    if (!isUtf8(part)) return { line, column: countGoodCharacters(part) + 1 };
    start = end + 1;
  }
  return { line: 1, column: 1 };
}

function countGoodCharacters(line: Uint8Array): number {
  const text = new TextDecoder('utf-8').decode(line);
  return Math.max(text.indexOf('\uFFFD'), 0);
}

const opening = '<<<<<<<';
const closing = '>>>>>>>';
const mark = /^(?:<{7}|>{7}|\|{7})(?: |$)/;
const fence = /^ {0,3}(`{3,}|~{3,})/;

/**
 * Reports `content/merge-marks`, once for each place where git has put two versions of a piece of text, in the front matter
 * as in the text; where an author has taken out one mark only, for what is left. Fenced code may show such marks.
 */
function findMergeMarks({ file, bytes }: Pick<LoadedFile, 'file' | 'bytes'>): readonly Diagnostic[] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!view.includes(opening) && !view.includes(closing)) return [];
  const lines = (decodeText(bytes) ?? '').split('\n');
  let open: string | null = null;
  let isInside = false;
  let hasMiddle = false;
  return lines.flatMap((line, index) => {
    const found = fence.exec(line)?.[1];
    if (open !== null) {
      if (found?.startsWith(open) && line.trim() === found) open = null;
      return [];
    }
    if (found !== undefined && !isInside) open = found;
    if (/^={7}$/.test(line)) hasMiddle = true;
    if (!mark.test(line)) return [];
    const isEnd = line.startsWith(closing);
    // Seven quotations within each other are written like that, too.
    const isAlone = isEnd && !isInside && hasMiddle;
    const isFirst = line.startsWith(opening) && !isInside;
    isInside = !isEnd && (isInside || isFirst);
    if (isEnd) hasMiddle = false;
    if (!isFirst && !isAlone) return [];
    const place = { file, line: index + 1, column: 1, length: line.length };
    return [diagnose('content/merge-marks', { mark: line.slice(0, 7) }, place)];
  });
}
