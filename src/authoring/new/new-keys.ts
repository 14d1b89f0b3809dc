import type { KeyEdit } from '../../editing/key-edit.js';
import type { Page } from '../../model/book.js';
import { readCountedHeading, writeCountedHeading } from '../../text/counted-heading.js';
import type { Sibling } from '../manuscript/open-manuscript.js';
import { continuesPiece, type HeadingStyle, nextHeading } from './next-heading.js';

/** What a new chapter is called. Empty strings for what it has not, null for no colour. */
export interface NewKeys {
  readonly heading: string;
  readonly title: string;
  readonly colour: string | null;
}

/** What is asked for: a title, if any, and whether letters go on. */
export interface KeyRequest {
  readonly title: string | null;
  readonly style: HeadingStyle;
}

/**
 * The heading after that of the chapter before; of a further piece of one (14a, 14b; or 14, 14b) also the title and the
 * colour, each where all its pieces have the same.
 *
 * @param siblings All pages of the section.
 */
export function inheritKeys(
  before: Sibling | null,
  siblings: readonly Sibling[],
  { title, style }: KeyRequest,
): NewKeys {
  if (before === null) return { heading: '', title: title ?? '', colour: null };
  const { heading } = before.page;
  const around = siblings.map(({ page }) => page.heading);
  const pieces = continuesPiece(heading, around, style) ? listPieces(heading, siblings) : [];
  // The title of a chapter in one piece is its own, unless a letter says that others are to come.
  const isShared = pieces.length > 1 || readCountedHeading(heading)?.letter !== '';
  const shared = isShared ? onlyOf(pieces.map(({ chapter }) => chapter?.frontMatter.title ?? null)) : null;
  return {
    heading: nextHeading(heading, around, style) ?? '',
    title: title ?? shared ?? '',
    colour: onlyOf(pieces.map(({ chapter }) => chapter?.frontMatter.accent ?? null)),
  };
}

/** The heading in the words of the chapters before it, with the number of its original. */
export function translateKeys(original: Page, before: Sibling | null, { title }: KeyRequest): NewKeys {
  const own = readCountedHeading(before?.page.heading ?? '');
  const goal = readCountedHeading(original.heading);
  const heading = own && goal ? writeCountedHeading(own, goal.number.number, goal.letter) : original.heading;
  return { heading, title: title ?? '', colour: null };
}

/** The keys as edits of an archetype. One of its keys without a value goes, rather than stay empty. */
export function fillKeys({ heading, title, colour }: NewKeys): readonly KeyEdit[] {
  const set = (key: string, value: string): KeyEdit =>
    value === '' ? { kind: 'remove', key } : { kind: 'set', key, value };
  return [set('heading', heading), set('title', title), ...(colour === null ? [] : [set('c', colour)])];
}

/** The pieces of the chapter that a heading is one of. */
function listPieces(heading: string, siblings: readonly Sibling[]): readonly Sibling[] {
  const own = readCountedHeading(heading);
  return siblings.filter(({ page }) => readCountedHeading(page.heading)?.key === own?.key);
}

/** The value that all have; null where they differ, and for none. */
function onlyOf<Value>(values: readonly (Value | null)[]): Value | null {
  const [first = null] = values;
  return values.every((value) => value === first) ? first : null;
}
