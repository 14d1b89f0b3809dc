import type { ChapterWords } from '../../model/chapter-words.js';
import type { ChapterFacts, RenderedChapter } from '../../model/rendered.js';
import type { ChapterRow, Slice, UnitRow } from './memory-model.js';
import type { SiteMemory } from './open-memory.js';
import { createTextStore } from './text-store.js';
import type { ChapterOrigin } from './write-memory.js';

/** What a process keeps of a site that it opens again and again: what it makes itself, over what the disk has. */
export interface LiveMemory {
  /** The chapters as they were rendered last. */
  readonly chapters: SiteMemory;
  /** What the last run has left: its units, and the chapters as they were for it. Null before the first one. */
  readonly lastRun: () => SiteMemory | null;
  readonly learnChapter: (chapter: RenderedChapter, origin: ChapterOrigin) => ChapterRow;
  /** @param units As `Units.rows`. @param chapters The paths of all chapters of the site. */
  readonly learnRun: (units: LearntUnits, chapters: Iterable<string>) => void;
}

interface LearntUnits {
  readonly rows: () => ReadonlyMap<string, UnitRow> | null;
  readonly paths: readonly string[];
}

/** A chapter that was rendered in this process. */
interface LiveChapter {
  readonly facts: ChapterFacts;
  readonly html: () => string;
  readonly terms: ChapterWords | null;
}

/** Nothing of it lies on the disk. */
const nowhere: Slice = [-1, 0, 0, 0];

/** Begins with what is kept on the disk of a site, if anything is. */
export function createLiveMemory(stored: SiteMemory | null): LiveMemory {
  const rows = new Map<string, ChapterRow>();
  const store = createTextStore();
  const read = createReader(stored);
  const find = (path: string) => rows.get(path) ?? stored?.find(path) ?? null;
  const chapters = { ...read, find, targets: stored?.targets ?? '', units: null, paths: [] };
  let last: SiteMemory | null = stored;
  return {
    chapters,
    lastRun: () => last,
    learnChapter: (chapter, origin) => {
      const { html: _, terms, ...facts } = chapter;
      const isToBeChecked = facts.diagnostics.length > 0 || facts.fragmentLinks.length > 0;
      const row = { ...origin, isToBeChecked, facts: nowhere, html: nowhere, words: null };
      rows.set(chapter.path, row);
      read.learn(row, { facts, html: store(chapter.html), terms });
      return row;
    },
    learnRun: ({ rows: units, paths }, all) => {
      const then = new Map([...all].map((path) => [path, find(path)] as const));
      last = { ...chapters, find: (path) => then.get(path) ?? null, units: units(), paths };
      for (const path of rows.keys()) if (!then.has(path)) rows.delete(path);
    },
  };
}

/** Reads of rows what this process or the disk has of them. Facts that were asked for once are kept, and words as long as there is room. */
function createReader(stored: SiteMemory | null) {
  const own = new WeakMap<ChapterRow, LiveChapter>();
  const facts = new WeakMap<ChapterRow, ChapterFacts>();
  const words = new WeakMap<ChapterRow, WeakRef<ChapterWords>>();
  const readFacts = (row: ChapterRow): ChapterFacts => {
    const known = facts.get(row) ?? readStored(stored).factsOf(row);
    facts.set(row, known);
    return known;
  };
  const readWords = (row: ChapterRow): ChapterWords | null => {
    const known = words.get(row)?.deref() ?? readStored(stored).wordsOf(row);
    if (known !== null) words.set(row, new WeakRef(known));
    return known;
  };
  return {
    learn: (row: ChapterRow, chapter: LiveChapter) => void own.set(row, chapter),
    factsOf: (row: ChapterRow) => own.get(row)?.facts ?? readFacts(row),
    htmlOf: (row: ChapterRow) => own.get(row)?.html() ?? readStored(stored).htmlOf(row),
    wordsOf: (row: ChapterRow) => {
      const chapter = own.get(row);
      return chapter === undefined ? readWords(row) : chapter.terms;
    },
  };
}

function readStored(stored: SiteMemory | null): SiteMemory {
  if (stored === null) throw new Error('A chapter is known of which nothing is kept.');
  return stored;
}
