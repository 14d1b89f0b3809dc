import type { Book } from '../../model/book.js';
import type { Position } from '../../model/page-view.js';

/** Counted once for a book, however many sites are made of it. */
const counted = new WeakMap<Book, ReadonlyMap<string, Position>>();

/** The places of a book's chapters in reading order, by key. */
export function countPositions(book: Book): ReadonlyMap<string, Position> {
  const known = counted.get(book);
  if (known !== undefined) return known;
  const chapters = book.order.filter((key) => book.pages[key]?.kind === 'page');
  const total = chapters.length;
  const positions = new Map(chapters.map((key, at): [string, Position] => [key, { index: at + 1, total }]));
  counted.set(book, positions);
  return positions;
}
