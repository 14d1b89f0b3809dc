import type { KeyEdit } from '../../editing/key-edit.js';
import type { Page } from '../../model/book.js';
import { readHeadingNumber, writeHeadingNumber } from '../../text/heading-number.js';
import type { Sibling } from '../manuscript/open-manuscript.js';
import { continuesChapter, nextHeading } from './next-heading.js';

/** What a new chapter is called. Empty strings for what it has not, null for no colour. */
export interface NewKeys {
  readonly heading: string;
  readonly title: string;
  readonly colour: string | null;
}

/** What is asked for: a title, if any, and whether letters go on. */
export interface KeyRequest {
  readonly title: string | null;
  readonly style: 'part' | 'chapter';
}

/**
 * The heading after that of the chapter before; of a lettered chapter (14a, 14b) also the title and the colour, each where
 * all its parts have the same.
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
  const parts = continuesChapter(heading, style) ? listParts(heading, siblings) : [];
  return {
    heading: nextHeading(heading, style) ?? '',
    title: title ?? onlyOf(parts.map(({ chapter }) => chapter?.frontMatter.title ?? null)) ?? '',
    colour: onlyOf(parts.map(({ chapter }) => chapter?.frontMatter.accent ?? null)),
  };
}

/** The heading in the words of the chapters before it, with the number of its original. */
export function translateKeys(original: Page, before: Sibling | null, { title }: KeyRequest): NewKeys {
  const [own, goal] = [before?.page.heading ?? '', original.heading].map(readHeadingNumber);
  const isCounted = own !== null && own !== undefined && goal !== null && goal !== undefined;
  const counted = isCounted && writeHeadingNumber({ ...own, number: goal.number, letter: goal.letter });
  return { heading: counted || original.heading, title: title ?? '', colour: null };
}

/** The keys as edits of an archetype. One of its keys without a value goes, rather than stay empty. */
export function fillKeys({ heading, title, colour }: NewKeys): readonly KeyEdit[] {
  const set = (key: string, value: string): KeyEdit =>
    value === '' ? { kind: 'remove', key } : { kind: 'set', key, value };
  return [set('heading', heading), set('title', title), ...(colour === null ? [] : [set('c', colour)])];
}

/** The parts of the lettered chapter that has a part of this heading. */
function listParts(heading: string, siblings: readonly Sibling[]): readonly Sibling[] {
  const own = readHeadingNumber(heading);
  return siblings.filter(({ page }) => {
    const number = readHeadingNumber(page.heading);
    return number?.letter && number.number === own?.number && number.prefix === own.prefix;
  });
}

/** The value that all have; null where they differ, and for none. */
function onlyOf<Value>(values: readonly (Value | null)[]): Value | null {
  const [first = null] = values;
  return values.every((value) => value === first) ? first : null;
}
