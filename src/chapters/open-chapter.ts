import { findBundleKind } from '../content/bundle-kind.js';
import { languageOf } from '../content/file-language.js';
import type { BundleKind, Origin } from '../model/chapter.js';
import type { LanguagePlace } from '../model/config.js';
import type { LoadedFile } from '../model/source.js';
import { reportEncoding } from './encoding.js';
import { findMergeMarks } from './merge-marks.js';
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
