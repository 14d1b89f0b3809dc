import type { Config } from '../../model/config.js';
import { urlize } from '../../url/slug.js';
import { findPartKey } from './select-pages.js';

/** A kind of book file, by the ending of its name. */
export type BookFormat = 'epub' | 'pdf';

/**
 * Where a book file lies in the published folder: `NAME.epub`, `fr/NAME.fr.epub` for a further language, and
 * `NAME.part-1.epub` for a part. `NAME` is `books.name`, else made from the title, else `book`.
 */
export function nameBookFile(
  config: Config,
  homeTitle: string,
  { format, part }: { readonly format: BookFormat; readonly part: string | null },
): string {
  const { books, place, title } = config;
  const names = [
    books.name || urlize(title || homeTitle).replace(/[^\p{L}\p{N}-]+/gu, '') || 'book',
    ...(part === null ? [] : [findPartKey(part).slice(1).replaceAll('/', '-')]),
    ...(place.keys.length === 0 || place.key === place.main ? [] : [place.key]),
  ];
  return `${place.folder}${names.join('.')}.${format}`;
}
