import { isAtHome } from '../../content/origin.js';
import type { KeyEdit } from '../../editing/key-edit.js';
import type { Page } from '../../model/book.js';
import type { Chapter } from '../../model/chapter.js';
import { type HeadingNumber, readHeadingNumber, writeHeadingNumber } from '../../text/heading-number.js';
import { listSiblings, type Manuscript } from '../manuscript/open-manuscript.js';
import type { ChapterEdit } from '../manuscript/plan-edits.js';

/** One value of a chapter that changes. */
export interface KeyChange {
  readonly chapter: Chapter;
  readonly key: 'weight' | 'heading';
  readonly from: string;
  readonly to: string;
}

/** What is to be numbered: every section for which this is true, by its key. */
export type IsAsked = (section: string) => boolean;

/** The sections of a book, and home, in reading order. Pages of a term are listed by it and belong to their sections. */
export function listSections({ opened: { book } }: Manuscript): readonly string[] {
  return book.order.filter((key) => ['home', 'section'].includes(book.pages[key]?.kind ?? ''));
}

/** Weights in even steps for the pages of each section, in their order: `step`, twice `step`, … In one language. */
export function renumberWeights(
  manuscript: Manuscript,
  isAsked: IsAsked,
  step: number,
): readonly KeyChange[] {
  return listSections(manuscript)
    .filter(isAsked)
    .flatMap((section) => {
      const pages = listWeighted(manuscript, section);
      return pages.flatMap((weighted, index) => changeWeight(weighted, (index + 1) * step));
    });
}

/** A page of a section that can have a weight. */
export interface Weighted {
  readonly page: Page;
  readonly chapter: Chapter;
}

/** The pages of a section in their order. Those without an `_index.md` have no weight and come last; they stay there. */
export function listWeighted(manuscript: Manuscript, section: string): readonly Weighted[] {
  return listSiblings(manuscript, section).flatMap(({ page, chapter }) =>
    chapter === null ? [] : [{ page, chapter }],
  );
}

/** The change to a new weight; none for the weight that a chapter has. */
export function changeWeight({ page, chapter }: Weighted, to: number): readonly KeyChange[] {
  const from = page.weight === 0 ? '' : String(page.weight);
  return page.weight === to ? [] : [{ chapter, key: 'weight', from, to: String(to) }];
}

/** A heading with a number, on its way. */
export interface Numbered {
  readonly page: Page;
  readonly chapter: Chapter;
  readonly section: string;
  readonly heading: string;
  readonly number: HeadingNumber;
}

/**
 * Headings counted anew in reading order, each kind ("Chapter", "Part") by itself: from the number of the first one on, or
 * from it in every section where most sections begin with that number. Parts of a chapter (14a, 14b) stay parts of one
 * chapter, lettered from `a`, and go on into the next section where that begins with a later letter. In one language.
 */
export function renumberHeadings(manuscript: Manuscript, isAsked: IsAsked): readonly KeyChange[] {
  const kinds = new Map<string, Numbered[]>();
  for (const numbered of listNumbered(manuscript, isAsked)) {
    const kind = `${numbered.number.prefix.trim().toLowerCase()} ${numbered.number.style}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), numbered]);
  }
  return [...kinds.values()].flatMap(countAnew);
}

/** The chapters with a number in their heading, in reading order, without those that stand in for a translation. */
export function listNumbered({ opened }: Manuscript, isAsked: IsAsked): readonly Numbered[] {
  const { book, chapters } = opened;
  return book.order.flatMap((key) => {
    const page = book.pages[key];
    const chapter = chapters.get(page?.source ?? '');
    const heading = page?.heading ?? '';
    const number = readHeadingNumber(heading);
    const section = page?.parent ?? '';
    if (page === undefined || chapter === undefined || !isAtHome(chapter)) return [];
    return number === null || !isAsked(section) ? [] : [{ page, chapter, section, heading, number }];
  });
}

function countAnew(list: readonly Numbered[]): readonly KeyChange[] {
  const first = list[0]?.number.number ?? 1;
  const starts = list.filter(({ section }, index) => list[index - 1]?.section !== section);
  const restarts =
    starts.length > 1 && starts.filter(({ number }) => number.number === first).length * 2 > starts.length;
  let next = first - 1;
  let letter = '';
  return list.flatMap(({ chapter, section, heading, number }, index) => {
    const before = list[index - 1];
    const begins = before !== undefined && before.section !== section;
    if (begins && restarts) next = first - 1;
    const goesOn =
      before !== undefined &&
      letter !== '' &&
      isSameChapter(before.number, number) &&
      (!begins || (!restarts && number.letter !== 'a'));
    letter = number.letter === '' ? '' : goesOn ? followLetter(letter) : 'a';
    next += goesOn ? 0 : 1;
    const to = writeHeadingNumber({ ...number, number: next, letter });
    return to === heading ? [] : [{ chapter, key: 'heading' as const, from: heading, to }];
  });
}

function isSameChapter(before: HeadingNumber, number: HeadingNumber): boolean {
  return number.letter !== '' && before.number === number.number;
}

function followLetter(letter: string): string {
  return String.fromCharCode(letter.charCodeAt(0) + 1);
}

/** The changes as edits, one for each chapter. */
export function editKeys(changes: readonly KeyChange[]): readonly ChapterEdit[] {
  const edits = new Map<string, KeyEdit[]>();
  for (const { chapter, key, to } of changes) {
    const value = key === 'weight' ? Number(to) : to;
    edits.set(chapter.file, [...(edits.get(chapter.file) ?? []), { kind: 'set', key, value }]);
  }
  return [...edits].map(([file, list]) => ({ file, edits: list }));
}
