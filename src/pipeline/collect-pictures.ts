import type { Book } from '../model/book.js';
import type { LinkTargets } from '../model/rendered.js';
import type { SourceFile } from '../model/source.js';
import type { SiteContext } from '../pages/views/site-context.js';
import type { Inputs } from './read-inputs.js';

/** The sizes of a book's pictures by their addresses from the root of the site; null for one that cannot be measured. */
export function collectPictures(
  { resources, staticFiles }: Inputs['sources'],
  book: Book,
): LinkTargets['pictures'] {
  const urls = new Map(book.resources.map(({ source, url }) => [source, url]));
  const sizeAt = (url: string | undefined, { picture }: SourceFile) =>
    url === undefined || picture === undefined ? [] : [[url, picture] as const];
  return Object.fromEntries([
    ...staticFiles.flatMap((file) => sizeAt(encodeURI(`/${file.path}`), file)),
    ...resources.flatMap((file) => sizeAt(urls.get(file.path), file)),
  ]);
}

/** The same, collected when a size is first asked for; undefined for what is no picture of the book. */
export function createSizeOf(sources: Inputs['sources'], book: Book): SiteContext['sizeOf'] {
  let pictures: LinkTargets['pictures'] | undefined;
  return (url) => {
    pictures ??= collectPictures(sources, book);
    return Object.hasOwn(pictures, url) ? pictures[url] : undefined;
  };
}
