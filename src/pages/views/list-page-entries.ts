import type { Page } from '../../model/book.js';
import type { FamilyPlace } from '../../model/chapter-family.js';
import type { Entry, PageView, PieceLine, PieceView } from '../../model/page-view.js';

/** The view of a page. */
export type ViewOf = (page: Page) => PageView;

/**
 * Pages as lists show them, in order: one entry for each, and one for the pieces of a chapter, where its first piece
 * stands. A list that has only some of the pieces, as a term's may, names these; one alone is a page like any other.
 */
export function listPageEntries(pages: readonly Page[], viewOf: ViewOf): readonly Entry[] {
  const families = groupFamilies(pages);
  return pages.flatMap((page) => {
    const listed = page.family === null ? undefined : families.get(firstOf(page.family));
    if (page.family === null || listed === undefined || listed.length < 2)
      return [describePage(page, viewOf)];
    return listed[0] === page ? [describeFamily(page, page.family, listed, viewOf)] : [];
  });
}

/** A piece as lists and the head of its page show it. */
export function showPiece(page: Page, viewOf: ViewOf): PieceView {
  const { letter = '', mark = '', rest = '' } = page.family ?? {};
  return { letter, mark, rest, page: viewOf(page) };
}

/** The pages of each family that are in the list, in its order, by the key of its first piece. */
function groupFamilies(pages: readonly Page[]): ReadonlyMap<string, readonly Page[]> {
  const families = new Map<string, Page[]>();
  for (const page of pages) {
    if (page.family === null) continue;
    const listed = families.get(firstOf(page.family));
    if (listed === undefined) families.set(firstOf(page.family), [page]);
    else listed.push(page);
  }
  return families;
}

function firstOf({ members }: FamilyPlace): string {
  return members[0] ?? '';
}

function describePage(page: Page, viewOf: ViewOf): Entry {
  const view = viewOf(page);
  return {
    page: view,
    heading: view.heading,
    title: view.title,
    pieces: [],
    lines: [],
    get minutes() {
      return view.minutes;
    },
  };
}

function describeFamily(
  first: Page,
  { heading }: FamilyPlace,
  listed: readonly Page[],
  viewOf: ViewOf,
): Entry {
  const pieces = listed.map((page) => showPiece(page, viewOf));
  const lines = listLines(pieces);
  const [only, ...others] = lines;
  return {
    page: viewOf(first),
    heading,
    title: others.length === 0 ? (only?.title ?? '') : '',
    pieces,
    lines,
    get minutes() {
      return sumMinutes(pieces);
    },
  };
}

/** Neighbours of one title share a line, unless their headings say more than a letter. */
function listLines(pieces: readonly PieceView[]): readonly PieceLine[] {
  const groups: PieceView[][] = [];
  for (const piece of pieces) {
    const group = groups.at(-1);
    if (group !== undefined && shareLine(group[0], piece)) group.push(piece);
    else groups.push([piece]);
  }
  return groups.map((group) => ({
    title: group[0]?.page.title ?? '',
    pieces: group,
    get minutes() {
      return sumMinutes(group);
    },
  }));
}

function shareLine(one: PieceView | undefined, other: PieceView): boolean {
  return one?.page.title === other.page.title && one.rest === '' && other.rest === '';
}

function sumMinutes(pieces: readonly PieceView[]): number {
  return pieces.reduce((sum, { page }) => sum + page.minutes, 0);
}
