import { statSync } from 'node:fs';
import { diagnose } from '../diagnostics/catalogue.js';
import type { FileTimes, LoadedFile } from '../model/source.js';
import { readGitTimes } from './git-times.js';
import type { BookReading } from './reading.js';

/** Which times of files a book asks for, since they cost time and differ from one machine to the next. */
export interface WantedTimes {
  /** `enableGitInfo`. */
  readonly git: boolean;
  /** `:fileModTime` in a list of dates. */
  readonly modified: boolean;
}

/** Where no times are asked for. */
const noTimes: ReadonlyMap<string, FileTimes> = new Map();

/** The times that are wanted of chapters, by their file. Reports `source/no-git-history` once. */
export function readFileTimes(
  reading: BookReading,
  book: string,
  chapters: readonly LoadedFile[],
  wanted: WantedTimes,
): ReadonlyMap<string, FileTimes> {
  if (!wanted.git && !wanted.modified) return noTimes;
  const committed = wanted.git ? readGitTimes(book) : null;
  if (wanted.git && committed === null) reading.diagnostics.push(diagnose('source/no-git-history', {}));
  const entries = chapters.map(({ file, absolute }): [string, FileTimes] => {
    const time = committed?.get(file);
    const modified = wanted.modified ? readModified(absolute) : undefined;
    return [
      file,
      { ...(time === undefined ? {} : { committed: time }), ...(modified === undefined ? {} : { modified }) },
    ];
  });
  return new Map(entries);
}

/** Seconds are all that a date of a chapter shows. */
function readModified(absolute: string): number | undefined {
  const stats = statSync(absolute, { throwIfNoEntry: false });
  return stats === undefined ? undefined : Math.trunc(stats.mtimeMs / 1000);
}
