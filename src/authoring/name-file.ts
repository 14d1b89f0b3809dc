import { readHeadingNumber } from '../text/heading-number.js';
import { urlize } from '../text/slug.js';

/** A chapter as far as its file's name may follow from it. */
export interface Named {
  readonly heading: string;
  readonly title: string;
}

/** The name of an existing chapter's file, without extension (of a bundle: its folder), and the chapter. */
export interface Example extends Named {
  readonly name: string;
}

/**
 * A name for the file of a new chapter in the way the one before it is named: after its number (`chapter-14f`), its number
 * and title (`07-the-ink-room`), or its title; without an example, after its title. Falls back on the heading. A name
 * without extension, fit for an address.
 */
export function nameFile(chapter: Named, example: Example | null): string {
  const title = urlize(chapter.title.replaceAll('/', ' '));
  const heading = urlize(chapter.heading.replaceAll('/', ' '));
  const number = example === null ? null : followNumber(chapter, example);
  if (number !== null && example !== null) {
    const isTitled = urlize(example.title) !== '' && example.name.endsWith(urlize(example.title));
    const rest = isTitled && title !== '' ? `-${title}` : '';
    if (!isTitled || rest !== '') return `${number}${rest}`;
  }
  return title || heading || 'chapter';
}

/** The part of the example's name up to its number, with the new chapter's number; null when it holds none. */
function followNumber({ heading }: Named, example: Example): string | null {
  const old = readHeadingNumber(example.heading);
  const next = readHeadingNumber(heading);
  if (old === null || next === null) return null;
  const pattern = new RegExp(`^(.*?)(0*)${old.number}${old.letter}(?![0-9a-z])`);
  const [, prefix = '', zeros = ''] = pattern.exec(example.name) ?? [];
  if (!pattern.test(example.name)) return null;
  const width = zeros.length + String(old.number).length;
  const digits = zeros === '' ? String(next.number) : String(next.number).padStart(width, '0');
  return `${prefix}${digits}${next.letter}`;
}
