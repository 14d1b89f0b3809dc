import type { Book } from '../../model/book.js';
import type { Position } from '../../model/page-view.js';

/** Counted once for a book, however many sites are made of it. */
const counted = new WeakMap<Book, ReadonlyMap<string, Position>>();

/** The places of a site's chapters in reading order, by key: each in its volume, or among those outside of volumes. */
export function countPositions(book: Book): ReadonlyMap<string, Position> {
  const known = counted.get(book);
  if (known !== undefined) return known;
  const chapters = book.order.flatMap((key) => {
    const page = book.pages[key];
    return page?.kind === 'page' ? [page] : [];
  });
  const totals = new Map<string | null, number>();
  const places = chapters.map(({ key, volume }) => {
    const index = (totals.get(volume) ?? 0) + 1;
    totals.set(volume, index);
    return { key, volume, index };
  });
  const positions = new Map(
    places.map(({ key, volume, index }) => [key, { index, total: totals.get(volume) ?? 0 }] as const),
  );
  counted.set(book, positions);
  return positions;
}
