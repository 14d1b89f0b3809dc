import type { Book, Page } from '../../model/book.js';

/** A chapter that was cut into pieces: neighbours of the same title whose headings differ in their last letter. */
export interface LetteredChapter {
  /** What the headings have in common: "Chapter 14". */
  readonly heading: string;
  /** In order, at least two. */
  readonly pieces: readonly Piece[];
}

export interface Piece {
  /** `a`, `b` … */
  readonly letter: string;
  readonly page: Page;
}

/** The lettered chapter that a page is a piece of, or null. */
export type FindLettered = (page: Page) => LetteredChapter | null;

/** Finds the lettered chapters of a book (reading, section 5.2); the children of a page are looked through once. */
export function createLettered({ pages }: Book): FindLettered {
  const known = new Map<string, ReadonlyMap<string, LetteredChapter>>();
  return (page) => {
    const parent = pages[page.parent ?? ''];
    if (parent === undefined || page.heading === '') return null;
    const groups = known.get(parent.key) ?? findGroups(parent.children.flatMap((key) => pages[key] ?? []));
    known.set(parent.key, groups);
    return groups.get(page.key) ?? null;
  };
}

/** By the key of each piece. */
function findGroups(siblings: readonly Page[]): ReadonlyMap<string, LetteredChapter> {
  const found = new Map<string, LetteredChapter>();
  let start = 0;
  for (let end = 1; end <= siblings.length; end++) {
    if (belongTogether(siblings[end - 1], siblings[end])) continue;
    const group = siblings.slice(start, end);
    if (group.length > 1) {
      const chapter = describeGroup(group);
      for (const { key } of group) found.set(key, chapter);
    }
    start = end;
  }
  return found;
}

function describeGroup(group: readonly Page[]): LetteredChapter {
  const heading = splitHeading(group[0])?.stem.trimEnd() ?? '';
  return { heading, pieces: group.map((page) => ({ letter: splitHeading(page)?.letter ?? '', page })) };
}

/** Letters rise, so that a group has at most 26 pieces and no letter twice. */
function belongTogether(one: Page | undefined, other: Page | undefined): boolean {
  const [first, second] = [splitHeading(one), splitHeading(other)];
  if (first === null || second === null || one?.title !== other?.title || one?.title === '') return false;
  return first.stem === second.stem && first.letter < second.letter;
}

/** "Chapter 14f" → "Chapter 14" and "f". The letter stands behind a digit or a space: "Chapters" ends in none. */
function splitHeading(page: Page | undefined): { readonly stem: string; readonly letter: string } | null {
  const [, stem, letter] =
    /^(.*[\p{N} ])([a-z]|[A-Z])$/u.exec(page?.kind === 'page' ? page.heading : '') ?? [];
  return stem === undefined || letter === undefined ? null : { stem, letter };
}
