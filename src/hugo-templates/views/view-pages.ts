import { readFieldPath } from '../../go-templates/evaluate/read-field.js';
import { compareValues } from '../../go-templates/values/compare.js';
import { toText, toWhole } from '../../go-templates/values/convert.js';
import type { GoMethod, GoObject, GoValue } from '../../go-templates/values/value.js';
import type { HugoPage } from '../../model/hugo-site.js';
import type { Desk } from '../desk.js';
import { methodOf, viewObject } from './member-table.js';

type ComparePages = (left: HugoPage, right: HugoPage) => number;

const orders: Readonly<Record<string, ComparePages>> = {
  ByTitle: (left, right) => compareTitles(left.title, right.title),
  ByLinkTitle: (left, right) => compareTitles(left.linkTitle, right.linkTitle),
  ByWeight: (left, right) =>
    weightOf(left) - weightOf(right) ||
    msOf(right) - msOf(left) ||
    compareTitles(left.linkTitle, right.linkTitle),
  ByDate: (left, right) => msOf(left) - msOf(right),
  ByLastmod: (left, right) => (left.lastmod?.ms ?? 0) - (right.lastmod?.ms ?? 0),
  ByPublishDate: (left, right) => (left.publishDate?.ms ?? 0) - (right.publishDate?.ms ?? 0),
};

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

/** A list of pages with its orders and groups: Hugo's `Pages`. */
export function viewPages(pages: readonly HugoPage[], desk: Desk): GoObject {
  const items = pages.flatMap((page) => desk.viewPage(page.key) ?? []);
  const methods: Readonly<Record<string, () => GoValue | GoMethod>> = {
    Len: () => pages.length,
    Reverse: () => viewPages([...pages].reverse(), desk),
    Limit: () => methodOf(([count]) => viewPages(pages.slice(0, toWhole(count)), desk)),
    GroupBy: () => methodOf((args) => groupPages(pages, args, desk)),
    ByParam: () =>
      methodOf(([name]) =>
        sortByPath(
          pages,
          [
            'Params',
            ...toText(name)
              .replace(/^params\./i, '')
              .split('.'),
          ],
          desk,
        ),
      ),
  };
  const sorted = Object.fromEntries(
    Object.entries(orders).map(([name, compare]) => [name, () => viewPages([...pages].sort(compare), desk)]),
  );
  return viewObject(
    'Pages',
    { ...methods, ...sorted },
    {
      items,
      rebuild: (picked) => {
        const byView = new Map<GoValue, HugoPage>(pages.map((page) => [desk.viewPage(page.key), page]));
        return viewPages(
          picked.flatMap((view) => byView.get(view) ?? []),
          desk,
        );
      },
      refused:
        'GroupByDate GroupByParam GroupByParamDate GroupByPublishDate GroupByLastmod Related Next Prev ByLanguage ByLength ByExpiryDate',
      print: () => `Pages(${pages.length})`,
    },
  );
}

function sortByPath(pages: readonly HugoPage[], path: readonly string[], desk: Desk): GoObject {
  const keyOf = (page: HugoPage) => readFieldPath(desk.viewPage(page.key), path) ?? null;
  return viewPages(
    [...pages].sort((left, right) => compareValues(keyOf(left), keyOf(right))),
    desk,
  );
}

/** `GroupBy FIELD [ORDER]`: groups with `Key` and `Pages`. */
function groupPages(pages: readonly HugoPage[], [field, order]: readonly GoValue[], desk: Desk): GoValue {
  const groups = new Map<string, { readonly key: GoValue; readonly pages: HugoPage[] }>();
  for (const page of pages) {
    const key = readFieldPath(desk.viewPage(page.key), toText(field).split('.')) ?? null;
    const name = toText(key);
    const group = groups.get(name) ?? { key, pages: [] };
    group.pages.push(page);
    groups.set(name, group);
  }
  const list = [...groups.values()].sort((left, right) => compareValues(left.key, right.key));
  if (order !== undefined && toText(order) === 'desc') list.reverse();
  return list.map((group) => viewGroup(group.key, viewPages(group.pages, desk)));
}

/** A group has all that its pages have, its orders among it. */
function viewGroup(key: GoValue, pages: GoObject): GoObject {
  const members: Readonly<Record<string, GoValue>> = { Key: key, Pages: pages };
  return {
    kind: 'object',
    type: 'PageGroup',
    member: (name) => (Object.hasOwn(members, name) ? members[name] : pages.member(name)),
    print: () => 'PageGroup',
  };
}
