import type { FoundWord } from './find-terms.js';
import type { TermEntry } from './read-terms.js';

/** Files that are loaded for the words of a query: what a reader with a slow connection can wait for. */
const MOST_FILES = 3;

/**
 * Chooses which of the terms that were found are read: all whose records are at hand; then words as they are written, the
 * rarest first, for of several common words the most common tells least, and its record is the longest; then, as long as there are
 * few files, the forms of the words that say most. A form never takes the place of a word: pages that hold the words of a
 * query as they stand there must be found.
 */
export function chooseRecords(words: readonly FoundWord[]): ReadonlySet<TermEntry> {
  const chosen = new Set<TermEntry>();
  const [own, forms]: [TermEntry[], { readonly entry: TermEntry; readonly rank: number }[]] = [[], []];
  for (const { variants } of words) {
    variants.forEach(({ entry, worth }, rank) => {
      if (entry.isRare) chosen.add(entry);
      else if (worth === 1) own.push(entry);
      else forms.push({ entry, rank });
    });
  }
  const files = new Set<string>();
  const choose = (entry: TermEntry, most: number): void => {
    if (files.size >= most && !files.has(entry.file)) return;
    files.add(entry.file);
    chosen.add(entry);
  };
  const read = words.reduce((sum, word) => sum + word.files, 0);
  for (const entry of own.sort((a, b) => a.sections - b.sections)) choose(entry, MOST_FILES);
  const most = Math.max(own.length === 0 ? 1 : 0, MOST_FILES - read);
  const ranked = forms.sort((a, b) => a.rank - b.rank || a.entry.sections - b.entry.sections);
  for (const { entry } of ranked) choose(entry, most);
  return chosen;
}
