import type { Site } from './site.js';

/** A site whose files say which version they are of, from their first byte to their last; some come and go. */
export function makeVersion(number: number): Site {
  const paths = ['index.html', 'sitemap.xml', `part-${number % 3}/index.html`, `style.${number % 5}.css`];
  const chapters = Array.from(
    { length: 12 },
    (_, index) => `part-${index % 4}/${index + (number % 7)}/index.html`,
  );
  return Object.fromEntries([...paths, ...chapters].map((path) => [path, `${number} `.repeat(2000)]));
}

/** A file of `makeVersion` in short: the number of its version, or what is wrong with it. */
export function shorten(content: string): string {
  const number = content.split(' ', 1)[0] ?? '';
  return content === `${number} `.repeat(2000) ? number : `not whole: ${content.slice(0, 40)}`;
}

/** `makeVersion` in short. */
export function shortenAll(site: Site): Site {
  return Object.fromEntries(Object.entries(site).map(([path, content]) => [path, shorten(content)]));
}
