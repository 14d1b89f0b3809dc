import { areEqual } from '../values/compare.js';
import { toList } from '../values/convert.js';
import { type GoValue, gather, isGoText, isObject, itemsOf, textOf } from '../values/value.js';
import { type FunctionEntry, many } from './entries.js';

/** Functions that take lists as sets. Each member is found once, in the order of the lists. */
export const setFunctions: readonly FunctionEntry[] = [
  ['collections.Uniq uniq', 1, 1, ([list]) => gather(unique(toList(list)))],
  ['collections.Union union', 2, 2, ([left, right]) => gather(unique([...toList(left), ...toList(right)]))],
  [
    'collections.Intersect intersect',
    2,
    2,
    ([left, right]) => gather(unique(toList(left).filter(isIn(toList(right))))),
  ],
  ['collections.Complement complement', 2, many, complement],
  [
    'collections.SymDiff symdiff',
    2,
    2,
    ([left, right]) => {
      const [a, b] = [toList(left), toList(right)];
      return gather(unique([...b.filter((item) => !isIn(a)(item)), ...a.filter((item) => !isIn(b)(item))]));
    },
  ],
  ['collections.In in', 2, 2, ([list, item]) => contains(list ?? null, item ?? null)],
];

function unique(list: readonly GoValue[]): readonly GoValue[] {
  const seen = new Set<unknown>();
  const kept: GoValue[] = [];
  for (const item of list) {
    // Plain values are found by themselves; the rest is compared.
    const key = isGoText(item) ? `t${textOf(item)}` : isComparedByParts(item) ? null : item;
    if (key === null ? isIn(kept)(item) : seen.has(key)) continue;
    if (key !== null) seen.add(key);
    kept.push(item);
  }
  return kept;
}

function isComparedByParts(item: GoValue): boolean {
  return typeof item === 'object' && item !== null && !(isObject(item) && item.compare === undefined);
}

function isIn(list: readonly GoValue[]): (item: GoValue) => boolean {
  return (item) => list.some((other) => areEqual(other, item));
}

/** What is in the last list and in none of the others. */
function complement(args: readonly GoValue[]): GoValue {
  const others = args.slice(0, -1).flatMap((list) => toList(list));
  return gather(toList(args.at(-1)).filter((item) => !isIn(others)(item)));
}

function contains(list: GoValue, item: GoValue): boolean {
  if (isGoText(list)) return isGoText(item) && textOf(list).includes(textOf(item));
  return isIn(itemsOf(list) ?? [])(item);
}
