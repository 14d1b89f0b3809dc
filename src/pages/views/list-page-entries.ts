import type { Page } from '../../model/book.js';
import type { Entry, PageView } from '../../model/page-view.js';
import type { FindLettered, LetteredChapter } from './lettered.js';

/** How entries are made: from a book's lettered chapters and the views of its pages. */
export interface EntryMaker {
  readonly findLettered: FindLettered;
  readonly viewOf: (page: Page) => PageView;
}

/**
 * Pages as lists show them, in order: a line for each, and one for the pieces of a lettered chapter, where its first
 * piece stands. A list that has only some of the pieces, as a term's may, names these; one alone is a page like any other.
 */
export function listPageEntries(pages: readonly Page[], maker: EntryMaker): readonly Entry[] {
  const entries: Entry[] = [];
  const listed = new Set(pages);
  const done = new Set<Page>();
  for (const page of pages) {
    if (done.has(page)) continue;
    const lettered = keepListed(maker.findLettered(page), listed);
    for (const piece of lettered?.pieces ?? []) done.add(piece.page);
    entries.push(makeEntry(page, lettered, maker));
  }
  return entries;
}

function keepListed(found: LetteredChapter | null, listed: ReadonlySet<Page>): LetteredChapter | null {
  const pieces = found?.pieces.filter(({ page }) => listed.has(page)) ?? [];
  return found === null || pieces.length < 2 ? null : { ...found, pieces };
}

function makeEntry(page: Page, lettered: LetteredChapter | null, { viewOf }: EntryMaker): Entry {
  const view = viewOf(page);
  const pieces = (lettered?.pieces ?? []).map(({ letter, page: piece }) => ({ letter, page: viewOf(piece) }));
  return {
    page: view,
    heading: lettered?.heading ?? page.heading,
    title: page.title,
    pieces,
    get minutes() {
      return pieces.length === 0 ? view.minutes : pieces.reduce((sum, piece) => sum + piece.page.minutes, 0);
    },
  };
}
