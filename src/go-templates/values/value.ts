/** How a text may be printed: as what it is, or as something that its maker vouches for (Go's `template.HTML` and its kin). */
export type TextForm = 'plain' | 'html' | 'attribute' | 'style' | 'script' | 'address';

/**
 * Who wrote a text: the owner of the templates; somebody who is not trusted; or the same, and it has passed through a
 * sanitiser, which holds for finished HTML only.
 */
export type TextOrigin = 'owner' | 'clean' | 'foreign';

/** A text that is more than an owner's plain text, which is a string. */
export interface GoText {
  readonly kind: 'text';
  readonly text: string;
  readonly form: TextForm;
  readonly origin: TextOrigin;
  /** Stretches of it that are finished HTML of the owner's or of the sanitiser's. */
  readonly pieces?: readonly string[];
}

/** A number with a point: Go tells 1 from 1.0. */
export interface GoFloat {
  readonly kind: 'float';
  readonly value: number;
}

/** A map with keys of text; `foldsCase` where a key is found whatever its case. Keys are then in lower case. */
export interface GoMap {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, GoValue>;
  readonly foldsCase?: true;
}

/** A function of an object. */
export interface GoMethod {
  readonly kind: 'method';
  readonly call: (args: readonly GoValue[]) => GoValue;
}

/** A thing with fields and methods that the program around the templates gives to them. */
export interface GoObject {
  readonly kind: 'object';
  /** As messages name it: `Page`. */
  readonly type: string;
  /** A field or a method; undefined for a name that it does not know. */
  readonly member: (name: string) => GoValue | GoMethod | undefined;
  readonly print: () => string;
  /** What `range`, `index` and `len` see. */
  readonly items?: readonly GoValue[];
  /** What `jsonify` and `%v` see, and what keys of it `index` finds. */
  readonly isTrue?: boolean;
  /** The same kind of object with these members, where it holds some: what `where` and `first` make of a list of pages. */
  readonly rebuild?: (items: GoList) => GoValue;
  /** The list of such objects, where their kind has one of its own: pages in a slice are `Pages`. */
  readonly gather?: (items: GoList) => GoValue;
  /** What counts in arithmetic, and what number verbs of `printf` print. */
  readonly whole?: number;
  /** Below 0 where it comes before the other; null where they cannot be compared. */
  readonly compare?: (other: GoValue) => number | null;
}

/** A value of a template. A `number` is a whole one; a `string` is the owner's plain text; `null` is Go's nil. */
export type GoValue = null | boolean | number | string | GoText | GoFloat | GoMap | GoObject | GoList;

export type GoList = readonly GoValue[];

export function isGoText(value: GoValue | undefined): value is string | GoText {
  return typeof value === 'string' || (isTagged(value) && value.kind === 'text');
}

export function isGoMap(value: GoValue | undefined): value is GoMap {
  return isTagged(value) && value.kind === 'map';
}

export function isFloat(value: GoValue | undefined): value is GoFloat {
  return isTagged(value) && value.kind === 'float';
}

export function isObject(value: GoValue | undefined): value is GoObject {
  return isTagged(value) && value.kind === 'object';
}

export function isList(value: GoValue | undefined): value is GoList {
  return Array.isArray(value);
}

function isTagged(value: GoValue | undefined): value is GoText | GoFloat | GoMap | GoObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The characters of a text. */
export function textOf(value: string | GoText): string {
  return typeof value === 'string' ? value : value.text;
}

/** The members of a list, or of an object that holds some; null for anything else. */
export function itemsOf(value: GoValue | undefined): GoList | null {
  if (isList(value)) return value;
  return isObject(value) ? (value.items ?? null) : null;
}

/** Members picked from a list, as a list of the same kind. */
export function pickFrom(list: GoValue | undefined, items: GoList): GoValue {
  return isObject(list) && list.rebuild !== undefined ? list.rebuild(items) : gather(items);
}

/** Members as the list of their kind, where they all are of one that has such a list. */
export function gather(items: GoList): GoValue {
  const [first] = items;
  if (!isObject(first) || first.gather === undefined) return items;
  const isOfKind = (item: GoValue) => isObject(item) && item.type === first.type;
  return items.every(isOfKind) ? first.gather(items) : items;
}

export function floatOf(value: number): GoFloat {
  return { kind: 'float', value };
}

/** A map of these entries. */
export function mapOf(entries: Iterable<readonly [string, GoValue]>): GoMap {
  return { kind: 'map', entries: new Map(entries) };
}

/** The value of a key; undefined where the map has none. */
export function entryOf({ entries, foldsCase }: GoMap, key: string): GoValue | undefined {
  return entries.get(foldsCase ? key.toLowerCase() : key);
}

/** Keys in the order in which Go visits them. */
export function sortedKeys({ entries }: GoMap): readonly string[] {
  return [...entries.keys()].sort(comparePoints);
}

/** By code points. */
export function comparePoints(left: string, right: string): number {
  return left === right ? 0 : left < right ? -1 : 1;
}
