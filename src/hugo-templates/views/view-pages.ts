import { readFieldPath } from '../../go-templates/evaluate/read-field.js';
import { compareValues } from '../../go-templates/values/compare.js';
import { toText, toWhole } from '../../go-templates/values/convert.js';
import { printValue } from '../../go-templates/values/print.js';
import { isTrue } from '../../go-templates/values/truth.js';
import { type GoObject, type GoValue, isObject } from '../../go-templates/values/value.js';
import type { HugoPage } from '../../model/hugo-site.js';
import { formatLayout } from '../../time/go-time.js';
import type { Desk } from '../desk.js';
import { type MemberTable, methodOf, viewObject } from './member-table.js';
import { readMoment, viewDate } from './view-time.js';

type ComparePages = (left: HugoPage, right: HugoPage) => number;

const orders: Readonly<Record<string, ComparePages>> = {
  ByTitle: (left, right) => compareTitles(left.title, right.title),
  ByLinkTitle: (left, right) => compareTitles(left.linkTitle, right.linkTitle),
  ByWeight: compareByWeight,
  ByDate: (left, right) => msOf(left) - msOf(right),
  ByLastmod: (left, right) => (left.lastmod?.ms ?? 0) - (right.lastmod?.ms ?? 0),
  ByPublishDate: (left, right) => (left.publishDate?.ms ?? 0) - (right.publishDate?.ms ?? 0),
  ByExpiryDate: (left, right) => (left.expiryDate?.ms ?? 0) - (right.expiryDate?.ms ?? 0),
  // A site's lists are in one language.
  ByLanguage: compareByWeight,
};

function compareByWeight(left: HugoPage, right: HugoPage): number {
  return (
    weightOf(left) - weightOf(right) ||
    msOf(right) - msOf(left) ||
    compareTitles(left.linkTitle, right.linkTitle)
  );
}

/** Pages without a weight come after those with one. */
function weightOf({ weight }: HugoPage): number {
  return weight === 0 ? Number.MAX_SAFE_INTEGER : weight;
}

function msOf({ date }: HugoPage): number {
  return date?.ms ?? 0;
}

const titles = new Intl.Collator('en');

function compareTitles(left: string, right: string): number {
  return titles.compare(left, right);
}

/** The order in which Hugo lists pages: by weight, then the newest, then by title. */
export function sortPages(pages: readonly HugoPage[]): readonly HugoPage[] {
  return [...pages].sort(compareByWeight);
}

/** A list of pages with its orders and groups: Hugo's `Pages`. */
export function viewPages(pages: readonly HugoPage[], desk: Desk): GoObject {
  const items = pages.flatMap((page) => desk.viewPage(page.key) ?? []);
  const list = (made: readonly HugoPage[]) => viewPages(made, desk);
  const beside = (step: number) =>
    methodOf(([view]) => {
      const at = items.indexOf(view as GoObject);
      return at < 0 ? null : (items[at + step] ?? null);
    });
  const group = (readKey: (args: readonly GoValue[]) => PageKey, isDescending = false) =>
    methodOf((args) => groupPages(pages, { keyOf: readKey(args), order: args[1], isDescending }, desk));
  const byDate = (read: (page: HugoPage) => GoValue) =>
    methodOf(([layout, order]) => groupByDate(pages, { read, layout: toText(layout), order }, desk));
  const fieldOf = (page: HugoPage, path: string) =>
    readFieldPath(desk.viewPage(page.key), path.split('.')) ?? null;
  const paramOf = (page: HugoPage, name: string) => fieldOf(page, `Params.${name.replace(/^params\./i, '')}`);
  const members: MemberTable = {
    Len: () => pages.length,
    Reverse: () => list([...pages].reverse()),
    Limit: () => methodOf(([count]) => list(pages.slice(0, toWhole(count)))),
    Next: () => beside(-1),
    Prev: () => beside(1),
    ByParam: () => methodOf(([name]) => sortByKey(pages, (page) => paramOf(page, toText(name)), desk)),
    GroupBy: () =>
      group(
        ([field]) =>
          (page) =>
            fieldOf(page, toText(field)),
      ),
    GroupByParam: () =>
      group(([name]) => (page) => {
        const value = paramOf(page, toText(name));
        return value === null ? undefined : value;
      }),
    GroupByDate: () => byDate(({ date }) => viewDate(date)),
    GroupByLastmod: () => byDate(({ lastmod }) => viewDate(lastmod)),
    GroupByPublishDate: () => byDate(({ publishDate }) => viewDate(publishDate)),
    GroupByExpiryDate: () => byDate(({ expiryDate }) => viewDate(expiryDate)),
    GroupByParamDate: () =>
      methodOf(([name, layout, order]) => {
        const read = (page: HugoPage) => paramOf(page, toText(name));
        return groupByDate(pages, { read, layout: toText(layout), order }, desk);
      }),
  };
  const sorted = Object.fromEntries(
    Object.entries(orders).map(([name, compare]) => [name, () => list([...pages].sort(compare))]),
  );
  return viewObject(
    'Pages',
    { ...members, ...sorted },
    { items, rebuild: (picked) => list(pagesBehind(picked, desk)), print: () => `Pages(${pages.length})` },
  );
}

/** The pages that views show, other values left out. */
export function pagesBehind(views: readonly GoValue[], desk: Desk): readonly HugoPage[] {
  return views.flatMap((view) => pageBehind(view, desk) ?? []);
}

/** The page that a view shows; undefined for another value. */
export function pageBehind(view: GoValue | undefined, desk: Desk): HugoPage | undefined {
  const key = isObject(view) && view.type === 'Page' ? view.member('Path') : undefined;
  return typeof key === 'string' ? desk.pages.get(key) : undefined;
}

function sortByKey(pages: readonly HugoPage[], keyOf: (page: HugoPage) => GoValue, desk: Desk): GoObject {
  const keyed = pages.map((page) => ({ page, key: keyOf(page) }));
  // What has no key comes last.
  keyed.sort((left, right) => {
    if (left.key === null || right.key === null)
      return Number(left.key === null) - Number(right.key === null);
    return compareValues(left.key, right.key);
  });
  return viewPages(
    keyed.map(({ page }) => page),
    desk,
  );
}

/** What a page is grouped by; undefined for one that is in no group. */
type PageKey = (page: HugoPage) => GoValue | undefined;

interface Grouping {
  readonly keyOf: PageKey;
  readonly order: GoValue | undefined;
  readonly isDescending: boolean;
}

/** Groups with `Key` and `Pages`, in the order of their keys. */
function groupPages(pages: readonly HugoPage[], grouping: Grouping, desk: Desk): GoObject {
  const groups = collectGroups(pages, grouping.keyOf);
  groups.sort((left, right) => compareValues(left.key, right.key));
  if (isDescending(grouping)) groups.reverse();
  return viewGroups(groups, desk);
}

function isDescending({ order, isDescending: byItself }: Omit<Grouping, 'keyOf'>): boolean {
  return order === undefined ? byItself : toText(order).toLowerCase() === 'desc';
}

interface DateGrouping {
  readonly read: (page: HugoPage) => GoValue;
  readonly layout: string;
  readonly order: GoValue | undefined;
}

/** By a date in a layout of Go's: the newest first. A page without the date is in no group. */
function groupByDate(
  pages: readonly HugoPage[],
  { read, layout, order }: DateGrouping,
  desk: Desk,
): GoObject {
  const dated = pages.flatMap((page) => {
    const value = read(page);
    return value === null || !isTrue(value) ? [] : [{ page, moment: readMoment(value) }];
  });
  dated.sort((left, right) => right.moment.ms - left.moment.ms);
  if (!isDescending({ order, isDescending: true })) dated.reverse();
  const names = new Map(dated.map(({ page, moment }) => [page, formatLayout(layout, moment)]));
  return viewGroups(
    collectGroups(
      dated.map(({ page }) => page),
      (page) => names.get(page),
    ),
    desk,
  );
}

interface PageGroup {
  readonly key: GoValue;
  readonly pages: HugoPage[];
}

function collectGroups(pages: readonly HugoPage[], keyOf: PageKey): PageGroup[] {
  const groups = new Map<string, PageGroup>();
  for (const page of pages) {
    const key = keyOf(page);
    if (key === undefined) continue;
    const name = printValue(key);
    const group = groups.get(name) ?? { key, pages: [] };
    group.pages.push(page);
    groups.set(name, group);
  }
  return [...groups.values()];
}

function viewGroups(groups: readonly PageGroup[], desk: Desk): GoObject {
  return viewObject(
    'PagesGroup',
    { Len: () => groups.length, Reverse: () => viewGroups([...groups].reverse(), desk) },
    { items: groups.map(({ key, pages }) => viewGroup(key, viewPages(pages, desk))) },
  );
}

/** A group has all that its pages have, its orders among it. */
export function viewGroup(key: GoValue, pages: GoObject): GoObject {
  const members: Readonly<Record<string, GoValue>> = { Key: key, Pages: pages };
  return {
    kind: 'object',
    type: 'PageGroup',
    member: (name) => (Object.hasOwn(members, name) ? members[name] : pages.member(name)),
    print: () => 'PageGroup',
  };
}
