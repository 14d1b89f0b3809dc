import type { Page } from '../model/book.js';
import type { FamilyPlace } from '../model/chapter-family.js';
import { type HeadingPiece, readHeadingPiece } from '../text/heading-piece.js';

/** What decides of which chapter a page is a piece. */
export type Candidate = Pick<Page, 'key' | 'kind' | 'parent' | 'heading'>;

/** A page whose heading names a piece of a chapter. */
interface Member {
  readonly key: string;
  readonly parent: string | null;
  readonly piece: HeadingPiece;
}

/**
 * Finds the chapters in pieces of a book, by the keys of their pages: pages of one section, next to each other in
 * reading order, whose headings have the same base, where at most the first has no letter. It does not matter whether
 * titles are equal, letters rise, or one is missing or comes twice. A page between two pieces ends the run, and the rest
 * is a run of its own. A section is a piece of nothing, whatever its heading. `reading` is in reading order.
 */
export function findFamilies(reading: Iterable<Candidate>): ReadonlyMap<string, FamilyPlace> {
  const places = new Map<string, FamilyPlace>();
  let run: Member[] = [];
  const close = () => {
    if (run.length > 1) for (const [key, place] of describeRun(run)) places.set(key, place);
    run = [];
  };
  for (const page of reading) {
    const member = readMember(page);
    if (member === null || !continues(run.at(-1), member)) close();
    if (member !== null) run.push(member);
  }
  close();
  return places;
}

function readMember({ key, kind, parent, heading }: Candidate): Member | null {
  const piece = kind === 'page' ? readHeadingPiece(heading) : null;
  return piece === null ? null : { key, parent, piece };
}

function continues(before: Member | undefined, { parent, piece }: Member): boolean {
  return before?.parent === parent && before.piece.key === piece.key && piece.letter !== '';
}

function describeRun(run: readonly Member[]): readonly (readonly [key: string, place: FamilyPlace])[] {
  const members = run.map(({ key }) => key);
  const heading = run[0]?.piece.base ?? '';
  return run.map(({ key, piece: { letter, mark, rest } }, at) => [
    key,
    { heading, index: at + 1, of: run.length, letter, mark, rest, members },
  ]);
}
