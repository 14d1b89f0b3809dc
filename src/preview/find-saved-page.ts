import type { Page } from '../model/book.js';
import type { Edition } from './open-edition.js';

/** The address of the page whose chapter was saved; null unless it is one chapter, and published. */
export function findSavedPage(
  changes: readonly string[],
  { inputs, opened: { book } }: Edition,
): string | null {
  const [file, ...others] = changes;
  if (file === undefined || others.length > 0) return null;
  const page = Object.values(book.pages).find((candidate: Page) => candidate.file === file);
  return page === undefined ? null : inputs.config.basePath + page.url.slice(1);
}
