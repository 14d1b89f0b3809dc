import { sep } from 'node:path';

/** Whether `path` is `folder` or lies below it. Both are absolute and normalised; links are the caller's affair. */
export function isInside(folder: string, path: string): boolean {
  // With the separator: `/site-old` begins like `/site` and is not inside it.
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
