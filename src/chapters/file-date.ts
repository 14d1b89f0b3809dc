import { baseName, splitPath } from '../content/logical-path.js';
import type { Chapter, DateValue } from '../model/chapter.js';
import { parseDate } from '../time/dates.js';
import type { Zone } from '../time/zone.js';

/** What the name of a file says of its chapter. */
export interface FileDate {
  readonly date: DateValue;
  /** What follows the date in the name: the slug of a chapter that has none. */
  readonly slug: string | undefined;
}

const dated = /^(\d{4}-\d\d-\d\d)(?:.(\d\d)-(\d\d)-(\d\d))?(.*)$/su;

/**
 * Reads the date at the beginning of a file's name, or of the folder's for a bundle (content rule 3):
 * `2025-03-04-title.md`, `2025-03-04T10-20-30-title.md`; the suffix of its language is no part of the name. Null without one.
 */
export function readFileDate(
  { path, bundle }: Pick<Chapter, 'path' | 'bundle'>,
  language: string,
  zone: Zone,
): FileDate | null {
  const name = bundle === 'single' ? baseName(path, language) : splitPath(splitPath(path).folder).name;
  const parts = dated.exec(name);
  if (parts === null) return null;
  const [, day = '', hour, minute, second, rest = ''] = parts;
  const date = parseDate(hour === undefined ? day : `${day}T${hour}:${minute}:${second}`, zone);
  return date === null ? null : { date, slug: rest.replace(/^[ _-]+|(?<![ _-])[ _-]+$/g, '') || undefined };
}
