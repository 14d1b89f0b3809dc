import { arrangeBook, type BookSurroundings } from '../book/arrange-book.js';
import type { OnOpened } from '../chapters/read-chapters.js';
import type { Book } from '../model/book.js';
import type { Chapter } from '../model/chapter.js';
import type { Config } from '../model/config.js';
import type { Outcome } from '../model/diagnostic.js';
import { haveSame } from './have-same.js';
import { isWrittenAlike } from './is-written-alike.js';
import { chapterOptions, shareResources } from './open-book.js';
import type { OpenOne } from './open-sites.js';
import { type ChapterState, noChapters, type RecalledChapter, recallChapters } from './recall-chapters.js';
import { withoutNow } from './without-now.js';

/** What is kept of a book that was opened. Plain data: it can be written down. */
export interface BookState {
  readonly read: ChapterState;
  readonly arranged: Arranged | null;
}

interface Arranged extends BookSurroundings {
  readonly chapters: readonly Chapter[];
  readonly resources: readonly string[];
  readonly config: Config;
  readonly outcome: Outcome<Book>;
}

/** Opens the books of sites as `openBook` does, again and again: what follows from the same inputs stays the same object. */
export interface BookRecall {
  readonly open: OpenOne;
  /** What the last book in a language leaves to be kept; undefined when there was none. */
  readonly stateOf: (language: string) => BookState | undefined;
  /** Whether the last book in a language is the one that was stored. */
  readonly isAsStored: (language: string) => boolean;
}

/** Without what cannot be written down. */
export function stripFiles({ read, arranged }: BookState): BookState {
  const stripped = read.known.read.map(({ file: _, ...chapter }) => chapter);
  return { read: { ...read, known: { ...read.known, read: stripped } }, arranged };
}

/**
 * Prepares a recall:
 *
 * 1. the front matter of a file is read once, and stays the same object as long as it says the same;
 * 2. the book is arranged anew only when a chapter says something else, when files come or go, or with the config.
 *
 * @param stored What an earlier recall left, by language.
 * @param onOpened As for `readChapters`.
 */
export function createBookRecall(
  stored: (language: string) => BookState | null = () => null,
  onOpened?: OnOpened,
): BookRecall {
  const states = new Map<string, BookState>();
  const first = new Map<string, BookState | null>();
  const recall = (language: string): BookState | null => {
    const known = first.get(language);
    if (known !== undefined) return known;
    const state = stored(language);
    first.set(language, state);
    return state;
  };
  const open: OpenOne = (inputs, main) => {
    const { config, sources } = inputs;
    const { key } = config.place;
    const before = states.get(key) ?? recall(key) ?? { read: noChapters, arranged: null };
    const read = recallChapters(before.read, sources.chapters, chapterOptions(inputs), onOpened);
    const { virtualHeads, diagnostics } = read.known;
    const chapters = collect(read.known.read, (one) => one.chapters);
    const resources = sources.resources.map(({ path }) => path);
    const now = { chapters, resources, config, virtualHeads, shared: shareResources(main) };
    const arranged =
      before.arranged !== null && isArrangedFrom(before.arranged, now)
        ? before.arranged
        : { ...now, outcome: arrangeBook(chapters, sources.resources, config, now) };
    states.set(key, { read, arranged });
    return {
      chapters: indexChapters(arranged.chapters),
      book: arranged.outcome.value,
      diagnostics: [
        ...diagnostics,
        ...collect(read.known.read, (one) => one.diagnostics),
        ...arranged.outcome.diagnostics,
      ],
    };
  };
  return {
    open,
    stateOf: (language) => states.get(language),
    isAsStored: (language) => {
      const arranged = states.get(language)?.arranged ?? null;
      return arranged !== null && arranged === first.get(language)?.arranged;
    },
  };
}

const indexed = new WeakMap<readonly Chapter[], ReadonlyMap<string, Chapter>>();

/** Chapters by their paths; the same map as long as they are the same. */
function indexChapters(chapters: readonly Chapter[]): ReadonlyMap<string, Chapter> {
  const known = indexed.get(chapters) ?? new Map(chapters.map((chapter) => [chapter.path, chapter]));
  indexed.set(chapters, known);
  return known;
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
    isWrittenAlike(withoutHost(arranged.config), withoutHost(now.config)) &&
    arranged.virtualHeads === now.virtualHeads &&
    haveSame(arranged.chapters, now.chapters, (chapter) => chapter) &&
    haveSame(arranged.resources, now.resources, (path) => path) &&
    haveSame([...arranged.shared], [...now.shared], ([file, { url }]) => `${file} ${url}`)
  );
}

/** No page of a book follows from where the site is published. */
function withoutHost(config: Config): object {
  return { ...withoutNow(config), baseUrl: '' };
}

/** Whether the same chapters are published now as when the book was arranged. */
function isStillTrue({ validFrom, validUntil }: Book, { publish: { now } }: Config): boolean {
  return (validFrom === null || now >= validFrom) && (validUntil === null || now < validUntil);
}
