import { isAtHome } from '../../content/origin.js';
import type { KeyEdit } from '../../editing/key-edit.js';
import type { Page } from '../../model/book.js';
import type { Chapter } from '../../model/chapter.js';
import { readCountedHeading } from '../../text/counted-heading.js';
import { listSiblings, type Manuscript } from '../manuscript/open-manuscript.js';
import type { ChapterEdit } from '../manuscript/plan-edits.js';
import { countHeadings, type HeadingInOrder } from './count-headings.js';

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
export interface NumberedPage extends HeadingInOrder {
  readonly page: Page;
  readonly chapter: Chapter;
  readonly heading: string;
}

/** Headings counted anew in reading order (`countHeadings`), each kind ("Chapter", "Part") by itself. In one language. */
export function renumberHeadings(manuscript: Manuscript, isAsked: IsAsked): readonly KeyChange[] {
  const kinds = new Map<string, NumberedPage[]>();
  for (const numbered of listNumbered(manuscript, isAsked)) {
    const { kind } = numbered.counted;
    const list = kinds.get(kind);
    if (list === undefined) kinds.set(kind, [numbered]);
    else list.push(numbered);
  }
  return [...kinds.values()].flatMap((list) => {
    const headings = countHeadings(list);
    return list.flatMap(({ chapter, heading }, index) => {
      const to = headings[index] ?? heading;
      return to === heading ? [] : [{ chapter, key: 'heading' as const, from: heading, to }];
    });
  });
}

/**
 * The chapters with a heading that can be counted, in reading order, without those that stand in for a translation. Words
 * behind a number ("World War 2 Begins") are a part of the count only beside other pieces of the same chapter.
 */
export function listNumbered({ opened }: Manuscript, isAsked: IsAsked): readonly NumberedPage[] {
  const { book, chapters } = opened;
  const all = book.order.flatMap((key) => {
    const page = book.pages[key];
    const chapter = chapters.get(page?.source ?? '');
    const heading = page?.heading ?? '';
    const counted = readCountedHeading(heading);
    const section = page?.parent ?? '';
    if (page === undefined || chapter === undefined || !isAtHome(chapter)) return [];
    return counted === null || !isAsked(section) ? [] : [{ page, chapter, section, heading, counted }];
  });
  const isPieceOf = (own: (typeof all)[number], other: (typeof all)[number] | undefined) =>
    other?.section === own.section && other.counted.key === own.counted.key;
  const lettered = findLettered(opened);
  const sure = all.filter((own, index) => {
    const { rest, letter } = own.counted;
    if (lettered.has(own.section) && single.test(own.heading)) return false;
    return (
      isBare(rest) || isPieceOf(own, all[index + 1]) || (letter !== '' && isPieceOf(own, all[index - 1]))
    );
  });
  return sure.map((own, index) => {
    const before = sure[index - 1];
    return { ...own, isParted: before?.section === own.section && before.counted.kind !== own.counted.kind };
  });
}

/** A heading that ends in one letter: "Part C", which may be a hundred. */
const single = /(?:^|\s)\p{Lu}$/u;

/** The sections whose parts are counted by letters ("Part A", "Part B"): in them "Part C" and "Part D" are no Roman numbers. */
function findLettered({ book }: Manuscript['opened']): ReadonlySet<string> {
  const pages = book.order.flatMap((key) => book.pages[key] ?? []);
  const ours = pages.filter(({ heading }) => single.test(heading) && !/[IVXLCDM]$/.test(heading));
  return new Set(ours.map(({ parent }) => parent ?? ''));
}

function isBare(rest: string): boolean {
  return !/[\p{L}\p{N}]/u.test(rest);
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
