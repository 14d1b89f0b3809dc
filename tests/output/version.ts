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

/** Whether a file of `makeVersion` is whole. */
export function isWholeFile(content: string): boolean {
  return content === `${content.split(' ', 1)[0]} `.repeat(2000);
}
