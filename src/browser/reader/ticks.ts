import { pathBelow } from './address.js';
import { isNumber, type Memory, readRecord } from './memory.js';
import { readPosition } from './reading-position.js';

/** Words of each chapter whose end was seen, by path. */
export type Seen = Readonly<Record<string, number>>;

export function readSeen(memory: Memory): Seen {
  return readRecord(memory.read('seen'), isNumber);
}

/**
 * Notes a chapter as read once its end comes into the window; one that fits into the window, when the reader turns to the
 * next one. `onRead` is told, too.
 */
export function watchEnd(memory: Memory, path: string, words: number, onRead: () => void): void {
  const end = document.querySelector('.page-foot');
  if (end === null) return;
  const note = () => {
    memory.write('seen', { ...readSeen(memory), [path]: words });
    onRead();
  };
  if (end.getBoundingClientRect().top + scrollY < innerHeight) {
    document.querySelector('.turn a[rel="next"]')?.addEventListener('click', note);
    return;
  }
  const watcher = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    watcher.disconnect();
    note();
  });
  watcher.observe(end);
}

/** Lets tick and place of a chapter that moved go along: the page names its former addresses. */
export function followMoved(memory: Memory, home: URL): void {
  const former = (document.body.dataset['moved'] ?? '').split(' ').filter((address) => address !== '');
  if (former.length === 0) return;
  const path = pathBelow(home, location.href);
  const paths = former.map((address) => pathBelow(home, address));
  const seen = Object.entries(readSeen(memory));
  if (seen.some(([old]) => paths.includes(old))) {
    const followed = seen.map(([old, words]) => [paths.includes(old) ? path : old, words]);
    memory.write('seen', Object.fromEntries(followed));
  }
  const place = readPosition(memory);
  if (place !== null && paths.includes(place.path)) memory.write('place', { ...place, path });
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
