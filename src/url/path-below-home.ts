/**
 * The path of a page below its site's front page, `part-1/14f/`, as the site's scripts have it: `folder` is that of its
 * language. An address of a page's own (`url`) may lead out of it, and up first.
 */
export function pathBelowHome(url: string, folder: string): string {
  const path = url.slice(1);
  if (path.startsWith(folder)) return path.slice(folder.length);
  return '../'.repeat(folder.split('/').length - 1) + path;
}
