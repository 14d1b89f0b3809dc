import type { Page } from '../../model/book.js';
import type { Outcome, RelatedSpan } from '../../model/diagnostic.js';
import type { PageView } from '../../model/page-view.js';
import type { SafeHtml } from '../../model/safe-html.js';
import type { ContentsLine, ContentsList } from '../../model/template-data.js';
import { type Engine, markSafe } from '../../templates/engine.js';
import { escapeFor } from '../../text/escape.js';
import { listPageEntries } from '../views/list-page-entries.js';
import type { PageViews } from '../views/page-views.js';
import type { Shared, SiteContext } from '../views/site-context.js';

/** The list that holds the current page (reading, section 5.1), and the lists above it. */
const INNERMOST: WindowRule = { whole: 60, around: 12 };
const ABOVE: WindowRule = { whole: 20, around: 6 };

/** The pieces up to which a chapter is never cut by the end of a window. */
const WIDEST = 26;

/** The template that draws one list of the contents, and the lists in it through itself. */
const PARTIAL = 'partials/contents.html';

/** Draws the contents beside a page's text. */
export type DrawNavigation = (page: Page, subject?: RelatedSpan) => Promise<Outcome<SafeHtml>>;

/**
 * Contents with one window per level on the way from home to the page: as many lines, however long the book.
 * The partial also gets what all templates share. Pages whose windows are the same share one text, drawn once; the current page is marked in it, and the
 * chapter that it is a piece of opened, by one replacement each.
 */
export function createNavigation(
  pages: Readonly<Record<string, Page>>,
  views: PageViews,
  engine: Engine,
  shared: object,
  share: NonNullable<SiteContext['share']> = shareAsItIs,
): DrawNavigation {
  const drawn = new Map<string, Promise<Shared<Outcome<string>>>>();
  const ranks = createRanks();

  return async (page, subject) => {
    const levels = findLevels(page, pages, ranks).map((level) => widenLevel(level, pages));
    const key = levels.map(({ owner, start, end }) => `${owner.key} ${start} ${end}`).join('\n');
    const known = drawn.get(key);
    const text =
      known ??
      share(() => engine.render(PARTIAL, { list: buildList(levels, pages, views), ...shared }, subject));
    drawn.set(key, text);
    const { value, diagnostics } = (await text).take();
    const first = views.find(page.family?.members[0] ?? null);
    const opened = first === undefined ? value : openFamily(value, first.url);
    const marked = markSafe(markCurrent(opened, views.view(page).url));
    return { value: marked, diagnostics: known === undefined ? diagnostics : [] };
  };
}

async function shareAsItIs<Value>(make: () => Promise<Value>): Promise<Shared<Value>> {
  const value = await make();
  return { take: () => value };
}

/** A window on the children of one page; `open` is the child that leads on to the current page. */
interface Level {
  readonly owner: Page;
  readonly start: number;
  readonly end: number;
  readonly open: string | null;
}

function findLevels(page: Page, pages: Readonly<Record<string, Page>>, rankOf: RankOf): readonly Level[] {
  const levels: Level[] = [];
  let open: string | null = null;
  // A section's own page shows its children below it; a chapter stands among those of its parent.
  for (let owner: Page | undefined = page; owner !== undefined; owner = pages[owner.parent ?? '']) {
    if (owner.children.length > 0) {
      const rule: WindowRule = levels.length === 0 ? INNERMOST : ABOVE;
      const entry = open === null ? -1 : rankOf(owner, open);
      levels.unshift({ owner, ...placeWindow(owner.children.length, entry, rule), open });
    }
    // A volume is a book of its own: beside its pages stands its own tree.
    if (owner.volume === owner.key) break;
    open = owner.key;
  }
  return levels;
}

/** Moves the ends of a window outwards to where no chapter in pieces is cut, unless it has very many. */
function widenLevel(level: Level, pages: Readonly<Record<string, Page>>): Level {
  const { children } = level.owner;
  const familyAt = (index: number) => pages[children[index] ?? '']?.family ?? null;
  const isInside = (index: number) => {
    const family = familyAt(index);
    return family !== null && family.of <= WIDEST && family.members[0] === familyAt(index - 1)?.members[0];
  };
  let { start, end } = level;
  while (isInside(start)) start--;
  while (isInside(end)) end++;
  return { ...level, start, end };
}

function buildList(
  levels: readonly Level[],
  pages: Readonly<Record<string, Page>>,
  views: PageViews,
): ContentsList | null {
  const [level, ...deeper] = levels;
  if (level === undefined) return null;
  const { owner, start, end, open } = level;
  const shown = owner.children.slice(start, end).flatMap((key) => pages[key] ?? []);
  const entries = listPageEntries(shown, views.view);
  const openView = views.find(open);
  const drawn = entries.map(({ page, heading, title, pieces, lines }): ContentsLine => {
    const list = page === openView ? buildList(deeper, pages, views) : null;
    return { page, heading, title, pieces, lines, list };
  });
  return { owner: views.view(owner), before: start, after: owner.children.length - end, lines: drawn };
}

type RankOf = (owner: Page, child: string) => number;

/** The places of children among their siblings; counted once for each page that is asked about. */
function createRanks(): RankOf {
  const ranks = new Map<string, ReadonlyMap<string, number>>();
  return (owner, child) => {
    const known = ranks.get(owner.key) ?? new Map(owner.children.map((key, index) => [key, index]));
    ranks.set(owner.key, known);
    return known.get(child) ?? -1;
  };
}

/** Opens the fold of a chapter in pieces, which follows the link to its first piece. */
function openFamily(text: string, url: PageView['url']): string {
  const first = text.indexOf(`href="${escapeFor('attribute', url)}"`);
  const fold = first < 0 ? -1 : text.indexOf('<details', first);
  // A chapter whose pieces are one line of letters has none.
  if (fold < 0 || fold > text.indexOf('</li>', first)) return text;
  const end = fold + '<details'.length;
  return `${text.slice(0, end)} open${text.slice(end)}`;
}

/** A window's way to the rest of its list leads to the list's own page, which does not make it the current line. */
function markCurrent(text: string, url: PageView['url']): string {
  const link = `href="${escapeFor('attribute', url)}"`;
  const more = `<li class="more"><a ${link}`;
  let at = text.indexOf(link);
  while (at > 0 && text.endsWith(more, at + link.length)) at = text.indexOf(link, at + 1);
  return at < 0
    ? text
    : `${text.slice(0, at + link.length)} aria-current="page"${text.slice(at + link.length)}`;
}

/** A stretch of a list: from `start` up to, not including, `end`. */
interface Window {
  readonly start: number;
  readonly end: number;
}

/** A list of up to `whole` entries is shown whole; of a longer one, at least `around` on each side of an entry. */
interface WindowRule {
  readonly whole: number;
  readonly around: number;
}

/**
 * The part of a list that is shown around an entry (reading, section 5.1). Windows begin and end at multiples of
 * `around`, so that neighbours share one and it is made once; without an entry (-1) the list's beginning is shown.
 */
export function placeWindow(length: number, entry: number, { whole, around }: WindowRule): Window {
  if (length <= whole) return { start: 0, end: length };
  const block = Math.floor(Math.max(0, entry) / around);
  const start = Math.max(0, (block - 1) * around);
  return { start, end: Math.min(length, (block + 2) * around) };
}
