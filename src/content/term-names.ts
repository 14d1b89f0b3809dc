import type { PageHead } from '../model/chapter.js';
import { logicalFolder } from './logical-path.js';

/** The terms that a page names of a taxonomy, as they are written (content rule 12); none for a list with more than words in it. */
export function readTermNames({ frontMatter, params }: PageHead, taxonomy: string): readonly string[] {
  const value = taxonomy === 'keywords' ? frontMatter.keywords : params[taxonomy];
  if (value === undefined) return [];
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const words = list.filter((term) => term !== null);
  return words.every(isWord) ? words.map(String).filter((word) => word !== '') : [];
}

function isWord(term: unknown): boolean {
  return typeof term === 'string' || typeof term === 'number' || typeof term === 'boolean';
}

/** The logical path of a term's page, without the leading slash: in all spellings of its name the same. */
export function termPath(taxonomy: string, name: string): string {
  return `${taxonomy}/${logicalFolder(name)}`;
}
