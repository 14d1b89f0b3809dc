import { isDeepStrictEqual } from 'node:util';
import { arrangeBook, type BookSurroundings } from '../book/arrange-book.js';
import type { Book } from '../model/book.js';
import type { Chapter } from '../model/chapter.js';
import type { Config } from '../model/config.js';
import type { Outcome } from '../model/diagnostic.js';
import type { SourceFile } from '../model/source.js';
import { chapterOptions, shareResources } from '../pipeline/open-book.js';
import type { OpenBook } from '../pipeline/open-site.js';
import type { OpenOne } from '../pipeline/open-sites.js';
import { createSiteMemories } from './create-site-memories.js';
import { haveSame } from './have-same.js';
import { createChapterMemory, type RecalledChapter } from './recall-chapters.js';
import { withoutNow } from './without-now.js';

/** Opens a book as `openBook` does, again and again: what follows from the same inputs stays the same object. */
export type RecallBook = OpenOne;

interface Arranged extends BookSurroundings {
  readonly chapters: readonly Chapter[];
  readonly resources: readonly SourceFile[];
  readonly config: Config;
  readonly outcome: Outcome<Book>;
}

/** Opens the book of each site with a memory of its own. */
export function createBookMemories(): RecallBook {
  return createSiteMemories(createBookMemory, ({ config }) => config);
}

/**
 * Prepares the memory:
 *
 * 1. the front matter of a file is read once, and stays the same object as long as it says the same;
 * 2. the book is arranged anew only when a chapter says something else, when files come or go, or with the config.
 */
function createBookMemory(): RecallBook {
  const recallChapters = createChapterMemory();
  let arranged: Arranged | null = null;
  let opened: OpenBook | null = null;
  return (inputs, main) => {
    const { config, sources } = inputs;
    const { read, madeUp, diagnostics } = recallChapters(sources.chapters, chapterOptions(inputs));
    const chapters = collect(read, (one) => one.chapters);
    const { resources } = sources;
    const now = { chapters, resources, config, madeUp, shared: shareResources(main) };
    const isSame = arranged !== null && isArrangedFrom(arranged, now);
    if (!isSame) {
      arranged = { ...now, outcome: arrangeBook(chapters, resources, config, now) };
      opened = null;
    }
    const { outcome } = arranged as Arranged; // set above, if not before
    opened = {
      chapters: opened?.chapters ?? new Map(chapters.map((chapter) => [chapter.path, chapter])),
      book: outcome.value,
      diagnostics: [...diagnostics, ...collect(read, (one) => one.diagnostics), ...outcome.diagnostics],
    };
    return opened;
  };
}

/** As `flatMap`, which takes ten times as long on lists that are mostly empty or of one. */
function collect<Item>(
  read: readonly RecalledChapter[],
  listOf: (one: RecalledChapter) => readonly Item[],
): readonly Item[] {
  const all: Item[] = [];
  for (const one of read) for (const item of listOf(one)) all.push(item);
  return all;
}

function isArrangedFrom(arranged: Arranged, now: Omit<Arranged, 'outcome'>): boolean {
  return (
    isStillTrue(arranged.outcome.value, now.config) &&
    isDeepStrictEqual(withoutNow(arranged.config), withoutNow(now.config)) &&
    arranged.madeUp === now.madeUp &&
    haveSame(arranged.chapters, now.chapters, (chapter) => chapter) &&
    haveSame(arranged.resources, now.resources, ({ path }) => path) &&
    haveSame([...arranged.shared], [...now.shared], ([file, { url }]) => `${file} ${url}`)
  );
}

/** Whether the same chapters are published now as when the book was arranged. */
function isStillTrue({ validFrom, validUntil }: Book, { publish: { now } }: Config): boolean {
  return (validFrom === null || now >= validFrom) && (validUntil === null || now < validUntil);
}
