import type { KeyEdit } from '../editing/key-edit.js';
import type { Chapter } from '../model/chapter.js';
import { type HeadingNumber, readHeadingNumber, writeHeadingNumber } from '../text/heading-number.js';
import { listSiblings, type Manuscript } from './open-manuscript.js';
import type { ChapterEdit } from './plan-edits.js';

/** One value of a chapter that changes. */
export interface KeyChange {
  readonly chapter: Chapter;
  readonly key: 'weight' | 'heading';
  readonly from: string;
  readonly to: string;
}

/** Weights in even steps for the pages of the given sections (by key), in their order: `step`, twice `step`, … */
export function renumberWeights(
  manuscript: Manuscript,
  sections: readonly string[],
  step: number,
): readonly KeyChange[] {
  return sections.flatMap((section) => {
    // Sections without an `_index.md` have no weight and come last; they stay there.
    const pages = listSiblings(manuscript, section).filter(({ chapter }) => chapter !== null);
    return pages.flatMap(({ page, chapter }, index) => {
      const to = (index + 1) * step;
      if (chapter === null || page.weight === to) return [];
      return [
        {
          chapter,
          key: 'weight' as const,
          from: page.weight === 0 ? '' : String(page.weight),
          to: String(to),
        },
      ];
    });
  });
}

/** A heading with a number, on its way. */
interface Numbered {
  readonly chapter: Chapter;
  readonly section: string;
  readonly heading: string;
  readonly number: HeadingNumber;
}

/**
 * Headings counted anew in reading order, each kind ("Chapter", "Part") by itself: from the number of the first one on, or
 * from it in every section where most sections begin with that number. Parts of a chapter (14a, 14b) stay parts of one
 * chapter, lettered from `a`.
 */
export function renumberHeadings(manuscript: Manuscript, sections: readonly string[]): readonly KeyChange[] {
  const kinds = new Map<string, Numbered[]>();
  for (const numbered of listNumbered(manuscript, sections)) {
    const kind = `${numbered.number.prefix.trim().toLowerCase()} ${numbered.number.style}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), numbered]);
  }
  return [...kinds.values()].flatMap(countAnew);
}

function listNumbered({ opened }: Manuscript, sections: readonly string[]): readonly Numbered[] {
  const { book, chapters } = opened;
  return book.order.flatMap((key) => {
    const page = book.pages[key];
    const chapter = chapters.get(page?.source ?? '');
    const heading = page?.heading ?? '';
    const number = readHeadingNumber(heading);
    const section = page?.parent ?? '';
    if (chapter === undefined || number === null || !sections.includes(section)) return [];
    return [{ chapter, section, heading, number }];
  });
}

function countAnew(list: readonly Numbered[]): readonly KeyChange[] {
  const first = list[0]?.number.number ?? 1;
  const starts = list.filter(({ section }, index) => list[index - 1]?.section !== section);
  const restarts = starts.filter(({ number }) => number.number === first).length * 2 > starts.length;
  let next = first - 1;
  let letter = '';
  return list.flatMap(({ chapter, section, heading, number }, index) => {
    const before = list[index - 1];
    const begins = before !== undefined && before.section !== section;
    if (begins && restarts && starts.length > 1) next = first - 1;
    const goesOn =
      before !== undefined &&
      !begins &&
      letter !== '' &&
      number.letter !== '' &&
      before.number.number === number.number;
    letter = number.letter === '' ? '' : goesOn ? followLetter(letter) : 'a';
    next += goesOn ? 0 : 1;
    const to = writeHeadingNumber({ ...number, number: next, letter });
    return to === heading ? [] : [{ chapter, key: 'heading' as const, from: heading, to }];
  });
}

function followLetter(letter: string): string {
  return String.fromCharCode(letter.charCodeAt(0) + 1);
}

/** The changes as edits, one for each chapter. */
export function editKeys(changes: readonly KeyChange[]): readonly ChapterEdit[] {
  const edits = new Map<string, KeyEdit[]>();
  for (const { chapter, key, to } of changes) {
    const value = key === 'weight' ? Number(to) : to;
    edits.set(chapter.path, [...(edits.get(chapter.path) ?? []), { kind: 'set', key, value }]);
  }
  return [...edits].map(([path, list]) => ({ path, edits: list }));
}
