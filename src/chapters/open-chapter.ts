import type { BundleKind, Origin } from '../model/chapter.js';
import type { LanguagePlace } from '../model/config.js';
import type { LoadedFile } from '../model/source.js';
import { findBundleKind } from '../text/bundle-kind.js';
import { languageOf } from '../text/file-language.js';
import { reportEncoding } from './encoding.js';
import { type ReadHead, type Reading, readHead } from './read-head.js';

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

/** Reads the head of a file; null, and `front-matter/not-utf-8`, for one that is no text. */
export function openChapter(
  file: LoadedFile,
  place: Pick<LanguagePlace, 'key' | 'main' | 'keys'>,
  reading: Reading,
): OpenedChapter | null {
  const head = readHead(file, reading);
  if (head === null) {
    reading.diagnostics.push(reportEncoding(file));
    return null;
  }
  const { path } = file;
  const language = languageOf(file, place);
  const origin = language === place.key ? {} : { origin: { language, role: 'stand-in' } as const };
  return { path, file: file.file, source: file, bundle: findBundleKind(path, language), ...origin, head };
}
