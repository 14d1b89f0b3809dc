import type { ChapterWords } from '../model/chapter-words.js';
import type { ChapterFacts, LinkTargets } from '../model/rendered.js';
import { keyOfTargets } from './memory/keys.js';
import type { ChapterRow } from './memory/memory-model.js';
import type { SiteMemory } from './memory/open-memory.js';
import type { PlannedChapter } from './open-book.js';

/** What a site can go on from. */
export interface SiteRecall {
  readonly memory: SiteMemory;
  /** Nothing differs but the text of chapters below their heads. */
  readonly isSameBook: boolean;
  /** Shortcodes are templates of Hugo's, which may ask for anything: what they make is not known. */
  readonly hasHugoTemplates: boolean;
}

/** The chapters of a site that would be rendered as they were. What they ask for is null for all others. */
export interface ChapterRecall {
  readonly known: ReadonlyMap<string, ChapterRow>;
  readonly factsOf: (path: string) => ChapterFacts | null;
  readonly htmlOf: (path: string) => string | null;
  readonly termsOf: (path: string) => ChapterWords | null;
  /** What links can lead to. */
  readonly targetsKey: () => string;
}

/** Finds out which chapters are known. @param listTargets What links can lead to now. */
export function createChapterRecall(
  planned: ReadonlyMap<string, PlannedChapter>,
  recall: SiteRecall | null,
  listTargets: () => LinkTargets,
): ChapterRecall {
  let key = recall?.isSameBook === true ? recall.memory.targets : null;
  const targetsKey = () => {
    key ??= keyOfTargets(listTargets());
    return key;
  };
  const isSame = (row: ChapterRow, { file, key: job }: PlannedChapter) =>
    row.hash === file.hash &&
    row.job === job &&
    !(row.hasShortcodes && recall?.hasHugoTemplates === true) &&
    (recall?.isSameBook === true ||
      // What a shortcode may ask of the book is not written down.
      (!row.hasShortcodes && (row.targets === null || row.targets === targetsKey())));
  const known = new Map<string, ChapterRow>();
  for (const chapter of recall === null ? [] : planned.values()) {
    const row = recall?.memory.find(chapter.path) ?? null;
    if (row !== null && isSame(row, chapter)) known.set(chapter.path, row);
  }
  const ask =
    <Value>(answer: (memory: SiteMemory, row: ChapterRow) => Value | null) =>
    (path: string): Value | null => {
      const row = known.get(path);
      return row === undefined || recall === null ? null : answer(recall.memory, row);
    };
  return {
    known,
    factsOf: ask(({ factsOf }, row) => factsOf(row)),
    htmlOf: ask(({ htmlOf }, row) => htmlOf(row)),
    termsOf: ask(({ wordsOf }, row) => wordsOf(row)),
    targetsKey,
  };
}
