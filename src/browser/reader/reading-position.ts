import type { Memory } from './memory.js';
import { findMarked, findTop, listParagraphs, markParagraph, type ParagraphMark } from './paragraphs.js';

/** Where someone stopped reading. */
export interface ReadingPosition extends ParagraphMark {
  /** The chapter's path below the book's front page. */
  readonly path: string;
  /** "Chapter 14f", or the title of a chapter without a heading. */
  readonly name: string;
}

/** The fragment that asks for the stored place, in links that this program makes. */
export const RESUME = '#resume';

/** The stored place, or null. */
export function readPosition(memory: Memory): ReadingPosition | null {
  // Only what `keepPosition` wrote has all four fields.
  const stored = memory.read('place') as Partial<ReadingPosition> | null | undefined;
  const { path, name, index, start } = stored ?? {};
  if (typeof path !== 'string' || typeof name !== 'string') return null;
  return typeof index === 'number' && typeof start === 'string' ? { path, name, index, start } : null;
}

/** Milliseconds between two looks at the place while the page is scrolled. */
const PAUSE = 400;

/** Remembers the paragraph at the top of the window, from the first scrolling on. */
export function keepPosition(memory: Memory, page: Pick<ReadingPosition, 'path' | 'name'>): void {
  const paragraphs = listParagraphs();
  let waiting = false;
  const keep = () => {
    waiting = false;
    const top = findTop(paragraphs);
    if (top !== undefined) memory.write('place', { ...page, ...markParagraph(paragraphs, top) });
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

/** Goes to the stored place of this chapter. */
export function resumePosition(place: ReadingPosition): void {
  const paragraph = findMarked(listParagraphs(), place);
  paragraph?.scrollIntoView({ block: 'start', behavior: 'instant' });
}
