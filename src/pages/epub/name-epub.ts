import type { Config } from '../../model/config.js';
import { urlize } from '../../url/slug.js';

/**
 * Where the EPUB of a book lies in the published folder: `NAME.epub`, `fr/NAME.fr.epub` for a further language, and
 * `NAME.part-1.epub` for a part. `NAME` is `books.name`, else made from the title, else `book`.
 */
export function nameEpub(config: Config, homeTitle: string, part: string | null): string {
  const { books, place, title } = config;
  const names = [
    books.name || urlize(title || homeTitle).replace(/[^\p{L}\p{N}-]+/gu, '') || 'book',
    ...(part === null ? [] : [part.replace(/^\/+|\/+$/g, '').replaceAll('/', '-')]),
    ...(place.keys.length === 0 || place.key === place.main ? [] : [place.key]),
  ];
  return `${place.folder}${names.join('.')}.epub`;
}
