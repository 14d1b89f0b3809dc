import type { PictureSize } from '../../model/source.js';
import type { TargetIndex } from './index-targets.js';

/**
 * The size of a picture of the book, by its address as it stands in HTML (base path included). Null for a file that
 * cannot be measured, undefined for what is no picture of the book.
 */
export function findPicture(
  { basePath, pictures }: TargetIndex,
  href: string,
): PictureSize | null | undefined {
  const [path = ''] = href.split(/[?#]/, 1);
  if (!path.startsWith(basePath)) return undefined;
  const url = `/${path.slice(basePath.length)}`;
  return Object.hasOwn(pictures, url) ? pictures[url] : undefined;
}
