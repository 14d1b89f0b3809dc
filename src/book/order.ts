import type { DateValue, PageHead } from '../model/chapter.js';
import { compareText } from '../text/compare.js';
import { lowerCase } from '../url/slug.js';
import type { CompareTitles } from './compare-titles.js';
import type { BookNode, Tree } from './sections.js';

/** The dates a page is sorted and shown by. */
export interface PageDates {
  readonly date: DateValue | null;
  readonly lastmod: DateValue | null;
}

/** What decides nearly every comparison, made once per page. */
interface SortEntry {
  readonly node: BookNode;
  readonly weight: number;
  readonly seconds: number;
}

/**
 * Sorts the pages and sub-sections of every section, together, into the default order of content rules 5 and 21.1:
 * weight with 0 last, date from new to old in whole seconds, link title, source path in lower case.
 */
export function orderChildren(
  tree: Tree,
  dates: ReadonlyMap<string, PageDates>,
  compareTitles: CompareTitles,
): ReadonlyMap<string, readonly BookNode[]> {
  const ordered = new Map<string, readonly BookNode[]>();
  for (const [path, children] of tree.children) {
    const entries = children.map((node) => toEntry(node, datesOf(node, dates)));
    entries.sort((first, second) => compareEntries(first, second, compareTitles));
    ordered.set(
      path,
      entries.map(({ node }) => node),
    );
  }
  return ordered;
}

/** Compares pages by the same order, given their dates; for lists that are no section's. */
export function compareNodes(
  dateOf: (node: BookNode) => PageDates,
  compareTitles: CompareTitles,
): (first: BookNode, second: BookNode) => number {
  return (first, second) =>
    compareEntries(toEntry(first, dateOf(first)), toEntry(second, dateOf(second)), compareTitles);
}

/** The dates of a page that shows others: its own if it has any, else the newest of theirs. */
export function newestOf(head: PageHead, shown: readonly PageDates[]): PageDates {
  const newest = shown.reduce(newer, noDates);
  const own = ownDates(head);
  return isDated(head) ? own : newest;
}

/**
 * Dates of every section by path: its own, else the newest of all published pages below (content rule 21.2).
 * A section that is held back hands up its pages' dates, not its own. `besides` are pages that only home counts: the
 * taxonomies.
 */
export function dateSections(tree: Tree, besides: readonly PageHead[]): ReadonlyMap<string, PageDates> {
  const dates = new Map<string, PageDates>();

  /** Dates the section and returns the newest of it and all below. */
  function dateSection(section: BookNode): PageDates {
    let newest = section === tree.home ? besides.map(ownDates).reduce(newer, noDates) : noDates;
    for (const child of tree.children.get(section.path) ?? []) {
      newest = newer(newest, child.kind === 'page' ? ownDates(child.head) : dateSection(child));
    }
    const own = ownDates(section.head);
    dates.set(section.path, isDated(section.head) ? own : newest);
    return section.published ? newer(newest, own) : newest;
  }
  dateSection(tree.home);
  return dates;
}

/** A page's dates, once those that take them from others are dated; `dated` has these by path. */
export function datesOf(node: BookNode, dated: ReadonlyMap<string, PageDates>): PageDates {
  return (node.kind === 'page' ? undefined : dated.get(node.path)) ?? ownDates(node.head);
}

const noDates: PageDates = { date: null, lastmod: null };

function ownDates({ dates }: PageHead): PageDates {
  return { date: dates.date ?? null, lastmod: dates.lastmod ?? null };
}

/** False for a page without a date of any kind, not even one on which it goes. */
function isDated({ dates }: PageHead): boolean {
  return Object.keys(dates).length > 0;
}

function newer(first: PageDates, second: PageDates): PageDates {
  return { date: laterOf(first.date, second.date), lastmod: laterOf(first.lastmod, second.lastmod) };
}

function laterOf(first: DateValue | null, second: DateValue | null): DateValue | null {
  if (first === null || second === null) return first ?? second;
  return second.ms > first.ms ? second : first;
}

function toEntry(node: BookNode, { date }: PageDates): SortEntry {
  return {
    node,
    weight: node.head.frontMatter.weight || Number.POSITIVE_INFINITY,
    seconds: date === null ? Number.NEGATIVE_INFINITY : Math.floor(date.ms / 1000),
  };
}

function compareEntries(first: SortEntry, second: SortEntry, compareTitles: CompareTitles): number {
  if (first.weight !== second.weight) return first.weight < second.weight ? -1 : 1;
  if (first.seconds !== second.seconds) return first.seconds > second.seconds ? -1 : 1;
  return (
    compareTitles(writtenTitle(first.node), writtenTitle(second.node)) ||
    compareText(foldedPath(first.node), foldedPath(second.node)) ||
    compareText(first.node.path, second.node.path)
  );
}

/** What a title falls back to where none is written is for readers: it does not move the chapter (content rule 5). */
function writtenTitle({ chapter, titles }: BookNode): string {
  if (chapter === null) return titles.linkTitle;
  const { linkTitle, title } = chapter.frontMatter;
  return linkTitle || title || '';
}

function foldedPath({ chapter, path }: BookNode): string {
  return lowerCase(chapter?.path ?? path);
}
