import { hash } from 'node:crypto';
import type { ChapterWords } from '../model/chapter-words.js';
import type { ChapterFacts, LinkTargets, RenderedChapter } from '../model/rendered.js';
import { keyOfShortcodes, keyOfTargets } from './memory/keys.js';
import type { LiveMemory } from './memory/live-memory.js';
import type { ChapterRow } from './memory/memory-model.js';
import type { SiteMemory } from './memory/open-memory.js';
import type { ChapterOrigin } from './memory/write-memory.js';
import type { PlannedChapter } from './open-book.js';
import type { OpenSite } from './open-site.js';
import type { RenderBasis } from './render-basis.js';

/** What a site can go on from. */
export interface SiteRecall {
  readonly memory: SiteMemory;
  /** Nothing differs but the text of chapters below their heads. */
  readonly isSameBook: boolean;
  /** Where a process opens the site again and again. */
  readonly live?: LiveRecall;
}

/** What lasts from one opening of a site to the next. */
export interface LiveRecall {
  readonly basis: RenderBasis;
  readonly learnChapter: LiveMemory['learnChapter'];
}

/** The chapters of a site that would be rendered as they were. What they ask for is null for all others. */
export interface ChapterRecall {
  readonly known: ReadonlyMap<string, ChapterRow>;
  readonly factsOf: (path: string) => ChapterFacts | null;
  readonly htmlOf: (path: string) => string | null;
  readonly termsOf: (path: string) => ChapterWords | null;
  /** What links can lead to. */
  readonly targetsKey: () => string;
  /** `ChapterRow.shortcodes`. */
  readonly shortcodesKey: (chapter: PlannedChapter) => string;
  /** Makes a chapter known that was rendered, if there is a memory in this process. */
  readonly learn: (chapter: RenderedChapter, origin: () => ChapterOrigin) => void;
}

/** Finds out which chapters are known. @param listTargets What links can lead to now. */
export function createChapterRecall(
  site: OpenSite,
  planned: ReadonlyMap<string, PlannedChapter>,
  recall: SiteRecall | null,
  listTargets: () => LinkTargets,
): ChapterRecall {
  const { targetsKey, shortcodesKey } = createKeys(site, recall, listTargets);
  const live = recall?.live;
  const isSame = (row: ChapterRow, chapter: PlannedChapter) =>
    row.hash === chapter.file.hash &&
    row.job === chapter.key &&
    row.shortcodes !== '' &&
    (recall?.isSameBook === true ||
      ((row.targets === null || row.targets === targetsKey()) &&
        (row.shortcodes === null || row.shortcodes === shortcodesKey(chapter))));
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
    shortcodesKey,
    learn: (chapter, origin) => {
      if (live !== undefined) known.set(chapter.path, live.learnChapter(chapter, origin()));
    },
  };
}

/** The keys of what chapters share, each made when it is first asked for. */
function createKeys(
  site: OpenSite,
  recall: SiteRecall | null,
  listTargets: () => LinkTargets,
): Pick<ChapterRecall, 'targetsKey' | 'shortcodesKey'> {
  const live = recall?.live;
  let targets = recall?.isSameBook === true ? recall.memory.targets : null;
  let shortcodes: { readonly key: string | null } | null = null;
  return {
    targetsKey: () => {
      targets ??= live?.basis.targets() ?? keyOfTargets(listTargets());
      return targets;
    },
    shortcodesKey: ({ page }) => {
      shortcodes ??= { key: live === undefined ? keyOfShortcodes(site) : live.basis.shortcodes() };
      return shortcodes.key === null ? '' : hash('sha256', `${shortcodes.key}${JSON.stringify(page())}`);
    },
  };
}
