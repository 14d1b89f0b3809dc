import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { placeOfLetter, readCountedHeading } from '../../text/counted-heading.js';
import { placeOfKey, type SourcedPage } from '../checked-book.js';

/** What a heading is compared by. */
interface CountedPage extends SourcedPage {
  /** Of headings that are counted together. */
  readonly kind: string;
  readonly number: number;
  /** From 0; -1 for none, null where its place is not known. */
  readonly letter: number | null;
  /** Equal for headings that say the same. */
  readonly name: string;
}

/**
 * Looks at the numbers of the headings of a section's pages. Reports `order/duplicate-heading` for one that is there
 * already, and `order/heading-number` for one that does not rise. Each is compared with the last one of its kind, a range
 * by its first number, and the letters of pieces after their number: 1, 1b, 1c, 2 is right. Behind a heading of another
 * kind the count may begin again: "Chapter 1" in "Part 2".
 */
export function checkHeadings(pages: readonly SourcedPage[]): readonly Diagnostic[] {
  const last = new Map<string, CountedPage>();
  const first = new Map<string, number>();
  let seen = new Map<string, CountedPage>();
  let kind = '';
  return pages.flatMap((sourced) => {
    const counted = readCountedPage(sourced);
    if (counted === null) return [];
    const isAgain = kind !== '' && kind !== counted.kind && counted.number === first.get(counted.kind);
    if (isAgain) {
      seen = new Map([...seen].filter(([, other]) => other.kind !== counted.kind));
      last.delete(counted.kind);
    }
    kind = counted.kind;
    if (!first.has(kind)) first.set(kind, counted.number);
    const same = seen.get(counted.name);
    if (same !== undefined) return [reportSame(counted, same)];
    seen.set(counted.name, counted);
    const before = last.get(kind);
    last.set(kind, counted);
    return before === undefined || isBefore(before, counted) ? [] : [reportFall(counted, before)];
  });
}

/**
 * Looks at the numbers of sections beside each other. Reports `order/duplicate-heading` where one goes on counting from the
 * section before it and begins with a heading of that. One that begins with the number of the other counts for itself.
 *
 * @param sections The pages of each.
 */
export function checkSectionHeadings(sections: readonly (readonly SourcedPage[])[]): readonly Diagnostic[] {
  const counted = sections.map((pages) => pages.flatMap((sourced) => readCountedPage(sourced) ?? []));
  return counted.flatMap((pages, index) => {
    const before = counted[index - 1] ?? [];
    const [own] = pages;
    const [start] = before.filter(({ kind }) => kind === own?.kind);
    if (own === undefined || start === undefined || own.number <= start.number) return [];
    const same = before.find(({ name }) => name === own.name);
    return same === undefined ? [] : [reportSame(own, same)];
  });
}

function readCountedPage(sourced: SourcedPage): CountedPage | null {
  const { heading } = sourced.page;
  const counted = readCountedHeading(heading);
  if (counted !== null) {
    const { kind, key, letter, rest, number } = counted;
    const words = rest
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      .toLowerCase();
    const name = `${key} ${letter.toLowerCase()} ${words}`;
    return { ...sourced, kind, number: number.number, letter: placeOfLetter(letter), name };
  }
  const [, prefix, number] = /^(.*?)(\d{1,6})\s*[-–—−]/.exec(heading) ?? [];
  if (prefix === undefined) return null;
  const kind = `${prefix.trim().toLowerCase()} arabic`;
  return { ...sourced, kind, number: Number(number), letter: -1, name: heading.trim().toLowerCase() };
}

function isBefore(first: CountedPage, second: CountedPage): boolean {
  if (first.number !== second.number) return first.number < second.number;
  return first.letter === null || second.letter === null || first.letter <= second.letter;
}

function reportSame({ page, chapter }: CountedPage, { chapter: other }: CountedPage): Diagnostic {
  const related = { ...placeOfKey(other, 'heading'), message: 'has it already' };
  const details = { heading: page.heading, file: other.file };
  return diagnose('order/duplicate-heading', details, placeOfKey(chapter, 'heading'), [related]);
}

function reportFall({ page, chapter }: CountedPage, { page: before }: CountedPage): Diagnostic {
  const details = { heading: page.heading, before: before.heading };
  return diagnose('order/heading-number', details, placeOfKey(chapter, 'heading'));
}
