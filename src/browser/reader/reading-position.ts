import { pathBelow } from './address.js';
import type { Memory } from './memory.js';
import { findMarked, findTop, listParagraphs, markParagraph, type ParagraphMark } from './paragraphs.js';

/** Where someone stopped reading. */
export interface ReadingPosition extends ParagraphMark {
  /** The chapter's path below the book's front page. */
  readonly path: string;
  /** "Chapter 14f", or the title of a chapter without a heading. */
  readonly name: string;
}

/** The chapter that is open. */
export interface OpenChapter extends Pick<ReadingPosition, 'path' | 'name'> {
  readonly home: URL;
  /** Keeps what the window remembers, until it is closed. */
  readonly session: Memory;
}

/** The fragment that asks for the stored place, in links that this program makes. */
export const RESUME = '#resume';

/** Links by which reading goes on; all others, in the text and in the search, look something up. */
const WAYS = '.turn a, .contents a, .chapters a, .pieces a, .tree a, .front-begin a, a[href$="#resume"]';
/** What the window remembers: the path of the chapter that is being read. */
const READING = 'reading';

/** The stored place, or null. One that leads out of the book is none: another program may have written it. */
export function readPosition(memory: Memory): ReadingPosition | null {
  // Only what `keepPosition` wrote has all four fields.
  const stored = memory.read('place') as Partial<ReadingPosition> | null | undefined;
  const { path, name, index, start } = stored ?? {};
  if (typeof path !== 'string' || typeof name !== 'string' || !isBelow(path)) return null;
  return typeof index === 'number' && typeof start === 'string' ? { path, name, index, start } : null;
}

function isBelow(path: string): boolean {
  return new URL(path, 'https://book.invalid/book/').href.startsWith('https://book.invalid/book/');
}

/** Takes note of the chapter to which a reader goes on. */
export function watchWays(home: URL, session: Memory): void {
  document.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>(WAYS) : null;
    if (link !== null) session.write(READING, pathBelow(home, link.href));
  });
}

/**
 * Whether the chapter is read, and not only looked up in from another one, at which the reader's place stays. What was
 * looked up is read once its end is seen.
 */
export function isReading(memory: Memory, { path, session }: OpenChapter): boolean {
  const place = readPosition(memory);
  return place === null || place.path === path || session.read(READING) === path;
}

/** A chapter whose end was seen is being read, and the place is the beginning of the next one. */
export function finishChapter(memory: Memory, { path, home, session }: OpenChapter): void {
  session.write(READING, path);
  const next = findNext(home);
  if (next !== null) memory.write('place', next);
}

/** Milliseconds between two looks at the place while the page is scrolled. */
const PAUSE = 400;

/** Remembers the paragraph at the top of the window, from the first scrolling on; at the end of the chapter, the next one. */
export function keepPosition(memory: Memory, chapter: OpenChapter): void {
  const paragraphs = listParagraphs();
  let waiting = false;
  const keep = () => {
    waiting = false;
    const top = findTop(paragraphs);
    if (!isReading(memory, chapter)) return;
    const { path, name, home, session } = chapter;
    session.write(READING, path);
    if (isAtEnd() && findNext(home) !== null) finishChapter(memory, chapter);
    else if (top !== undefined) memory.write('place', { path, name, ...markParagraph(paragraphs, top) });
  };
  addEventListener(
    'scroll',
    () => {
      if (waiting) return;
      waiting = true;
      setTimeout(keep, PAUSE);
    },
    { passive: true },
  );
  addEventListener('pagehide', () => {
    if (waiting) keep();
  });
}

/** Whether what follows the chapter's text is in the window, after some scrolling. */
function isAtEnd(): boolean {
  const foot = document.querySelector('.page-foot')?.getBoundingClientRect();
  return foot !== undefined && foot.top < innerHeight && scrollY > 0;
}

/** The beginning of the chapter after this one; null after the last one. */
function findNext(home: URL): ReadingPosition | null {
  const next = document.querySelector<HTMLAnchorElement>('.turn a[rel="next"]');
  const name = next?.querySelector('.turn-heading, .turn-title')?.textContent ?? '';
  return next === null ? null : { path: pathBelow(home, next.href), name, index: 0, start: '' };
}

/** Goes to the stored place of this chapter; at its beginning, nothing moves. */
export function resumePosition(place: ReadingPosition): void {
  if (place.start === '') return;
  const paragraph = findMarked(listParagraphs(), place);
  paragraph?.scrollIntoView({ block: 'start', behavior: 'instant' });
}
