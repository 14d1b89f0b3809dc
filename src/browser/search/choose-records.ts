import type { TermEntry } from './read-terms.js';
import type { ResolvedGroup } from './resolve-query.js';

/** Files and bytes that are loaded for the words of a query: what a reader with a slow connection can wait for. */
const MOST_FILES = 3;
/** Of the words that have files of their own so many are read in any case. */
const FEWEST_FILES = 2;
const MOST_BYTES = 64 * 1024;

/** A term, and after which others it is chosen. */
interface RankedEntry {
  readonly entry: TermEntry;
  readonly rank: number;
}

/**
 * Chooses which of the terms that were found are read: all whose records are at hand; then words as they are written, the
 * rarest first, for of several common words the most common tells least, and its record is the longest; then, as long as there are
 * few files, the forms of the words that say most. A form never takes the place of a word: pages that hold the words of a
 * query as they stand there must be found. Words that name a work come last: it is known what they lead to. Of a frequent word in a phrase its neighbours tell.
 */
export function chooseRecords(
  groups: readonly ResolvedGroup[],
  isPartOfName: (group: number) => boolean,
): ReadonlySet<TermEntry> {
  const chosen = new Set<TermEntry>();
  const [own, forms]: [RankedEntry[], RankedEntry[]] = [[], []];
  let read = 0;
  for (const [at, { words, wholeWord }] of groups.entries()) {
    const isPhrase = words.length > 1;
    const order = isPartOfName(at) ? 1 : 0;
    for (const { variants, files } of wholeWord === null ? words : [...words, wholeWord]) {
      read += files;
      variants.forEach(({ entry, worth }, rank) => {
        if (entry.isRare) chosen.add(entry);
        else if (worth < 1) forms.push({ entry, rank });
        else if (!isPhrase || !entry.isBare) own.push({ entry, rank: order });
      });
    }
  }
  const files = new Set<string>();
  let bytes = 0;
  const choose = (entry: TermEntry, most: number): void => {
    const isNew = !files.has(entry.file);
    if (isNew && (files.size >= most || (bytes > 0 && bytes + entry.length > MOST_BYTES))) return;
    if (isNew) bytes += entry.length;
    files.add(entry.file);
    chosen.add(entry);
  };
  const rarestFirst = (a: RankedEntry, b: RankedEntry) =>
    a.rank - b.rank || a.entry.sections - b.entry.sections;
  for (const { entry } of own.sort(rarestFirst)) choose(entry, Math.max(FEWEST_FILES, MOST_FILES - read));
  const most = Math.max(own.length === 0 ? 1 : 0, MOST_FILES - 1 - read);
  for (const { entry } of forms.sort(rarestFirst)) choose(entry, most);
  return chosen;
}
