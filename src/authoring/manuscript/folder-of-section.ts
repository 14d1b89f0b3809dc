import { splitPath } from '../../content/logical-path.js';
import type { Manuscript } from './open-manuscript.js';

/** The folder of a section (by its key) under the content folder, as it is written there; empty for the home. */
export function folderOfSection({ opened }: Manuscript, section: string): string {
  const source = opened.book.pages[section]?.source;
  return source ? splitPath(source).folder : section.slice(1);
}
