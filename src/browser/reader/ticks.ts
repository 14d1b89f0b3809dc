import { pathBelow } from './address.js';
import { isNumber, type Memory, readRecord } from './memory.js';

/** Words of each chapter whose end was seen, by path. */
export type Seen = Readonly<Record<string, number>>;

export function readSeen(memory: Memory): Seen {
  return readRecord(memory.read('seen'), isNumber);
}

/** Notes a chapter as read once its end comes into the window. */
export function watchEnd(memory: Memory, path: string, words: number): void {
  const end = document.querySelector('.page-foot');
  if (end === null) return;
  const watcher = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    watcher.disconnect();
    memory.write('seen', { ...readSeen(memory), [path]: words });
  });
  watcher.observe(end);
}

/** Ticks the links that lead to chapters read. */
export function tickLinks(home: URL, seen: Seen, links: Iterable<HTMLAnchorElement>): void {
  for (const link of links) {
    if (Object.hasOwn(seen, pathBelow(home, link.href))) link.dataset['seen'] = '';
  }
}

/** The part of the book that was read, in percent of its words, rounded down; null when nothing was. */
export function measureProgress(seen: Seen, total: number): number | null {
  const read = Object.values(seen).reduce((sum, words) => sum + words, 0);
  return read > 0 && total > 0 ? Math.min(100, Math.floor((read / total) * 100)) : null;
}
