import type { Chapter } from '../model/chapter.js';

type Placed = Pick<Chapter, 'origin'>;

/** Key of the language that a chapter's name and folder say, on the site of `language`. */
export function namedLanguage({ origin }: Placed, language: string): string {
  return origin?.language ?? language;
}

/** Whether a chapter is shown where its translation is missing. */
export function isStandIn({ origin }: Placed): boolean {
  return origin?.role === 'stand-in';
}

/** Whether this is the site on which a chapter is edited and checked. */
export function isAtHome({ origin }: Placed): boolean {
  return origin === undefined || origin.role === 'moved';
}
