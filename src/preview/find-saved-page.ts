import type { Edition } from './open-edition.js';

/** The address of the page whose chapter was saved; null unless it is one chapter, and published. */
export function findSavedPage(changes: readonly string[], { inputs, sites }: Edition): string | null {
  const [file, ...others] = changes;
  if (file === undefined || others.length > 0) return null;
  const pages = sites.flatMap(({ opened }) => Object.values(opened.book.pages));
  const page = pages.find((candidate) => candidate.file === file);
  return page === undefined ? null : inputs.config.basePath + page.url.slice(1);
}
