import type { FoundWord } from './find-terms.js';
import type { TermEntry } from './read-terms.js';

/** Files that are loaded for the words of a query: what a reader with a slow connection can wait for. */
const MOST_FILES = 3;

/**
 * Chooses which of the terms that were found are read: all whose records are at hand, and of the common ones those that say
 * most, as long as their records stand in few files. First each word's best, the rarest first: of several
 * common words the most common tells least, and its record is the longest.
 */
export function chooseRecords(words: readonly FoundWord[]): ReadonlySet<TermEntry> {
  const chosen = new Set<TermEntry>();
  const common: { readonly entry: TermEntry; readonly rank: number }[] = [];
  for (const { variants } of words) {
    variants.forEach(({ entry }, rank) => {
      if (entry.isRare) chosen.add(entry);
      else common.push({ entry, rank });
    });
  }
  const read = words.reduce((sum, word) => sum + word.files, 0);
  const most = Math.max(1, MOST_FILES - read);
  const files = new Set<string>();
  for (const { entry } of common.sort((a, b) => a.rank - b.rank || a.entry.sections - b.entry.sections)) {
    if (files.size === most && !files.has(entry.file)) continue;
    files.add(entry.file);
    chosen.add(entry);
  }
  return chosen;
}
