/** A value of front matter or configuration: what JSON can say. */
export type PlainValue = string | number | boolean | null | readonly PlainValue[] | PlainMap;

/** Keys and values without a prototype: a key such as `constructor` is data like any other. */
export interface PlainMap {
  readonly [key: string]: PlainValue;
}

/** The copy, or why there is none; `key` is the top-level key in which the copy gave up. */
export type PlainCopy =
  | { readonly ok: true; readonly value: PlainMap }
  | { readonly ok: false; readonly message: string; readonly key: string | null };

/** How to copy. */
interface CopyOptions {
  readonly maxNodes?: number;
  /** What two keys are that become one in small letters. */
  readonly repeats?: 'fault' | 'last';
}

interface Copying {
  /** Of two keys that become one the later counts, instead of none. */
  readonly keepsLast: boolean;
  /** Off inside lists. */
  lowerCaseKeys: boolean;
  readonly maxNodes: number;
  /** Values copied so far. An alias counts each time it is used: that is what makes alias bombs small. */
  nodes: number;
  fault: string | null;
  faultyKey: string | null;
}

/** Enough for a head or a configuration. */
const usualNodes = 10_000;
const maxDepth = 64;

/**
 * Copies what a parser made into plain values of bounded size (promise 1b): at most 10,000 values, or as many as are
 * allowed, and 64 levels, no shared parts, no `__proto__`. Dates become ISO 8601, integers too big for a number become text. Never throws.
 */
export function toPlain(
  value: unknown,
  lowerCaseKeys: boolean,
  { maxNodes = usualNodes, repeats = 'fault' }: CopyOptions = {},
): PlainCopy {
  if (!isMap(value)) return { ok: false, message: 'keys and values are expected here', key: null };
  const keepsLast = repeats === 'last';
  const copying: Copying = { keepsLast, lowerCaseKeys, maxNodes, nodes: 0, fault: null, faultyKey: null };
  const copy = copyMap(value, copying, 1);
  if (copying.fault === null) return { ok: true, value: copy };
  return { ok: false, message: copying.fault, key: copying.faultyKey };
}

/**
 * The map with its keys in lower case, those of maps in it too, but not of maps in lists: for a group in a list that is
 * no data of the author's. Of two keys that become one the later counts.
 */
export function lowerKeys(map: PlainMap): PlainMap {
  const lower = createMap<PlainValue>();
  for (const [key, value] of Object.entries(map))
    lower[key.toLowerCase()] = isMap(value) ? lowerKeys(value) : value;
  return lower;
}

/** True for keys and values, as opposed to lists, text, numbers and dates. */
export function isMap(value: PlainValue | undefined): value is PlainMap;
export function isMap(value: unknown): value is Readonly<Record<string, unknown>>;
export function isMap(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/**
 * An empty map without a prototype. It gets rid of it only after it was made: what is made without one is a slow
 * dictionary for V8, of 470 bytes where six keys need 93.
 */
export function createMap<Value>(): Record<string, Value> {
  return Object.setPrototypeOf({}, null);
}

function copyMap(map: Readonly<Record<string, unknown>>, copying: Copying, depth: number): PlainMap {
  const copy = createMap<PlainValue>();
  for (const written of Object.keys(map)) {
    const name = dropControls(written);
    const key = copying.lowerCaseKeys ? name.toLowerCase() : name;
    if (copying.fault === null) copying.fault = findKeyFault(copy, key, written, copying);
    if (copying.fault === null) copy[key] = copyValue(map[written], copying, depth);
    if (copying.fault !== null) {
      // Overwritten on the way out: the outermost, top-level key is the one whose place is known.
      copying.faultyKey = written;
      break;
    }
  }
  return copy;
}

/** Characters that no text needs and that programs obey: control characters but tab and line ends, and U+FDD0 to U+FDEF. */
const control = /(?![\t\n\r])[\p{Cc}\ufdd0-\ufdef]/gu;

/** They end here: what a head or a configuration holds goes to pages, feeds, addresses and the terminal. */
function dropControls(text: string): string {
  return text.replace(control, '');
}

function findKeyFault(copy: PlainMap, key: string, written: string, { keepsLast }: Copying): string | null {
  // In any case: what stands in a list may get its keys in lower case later.
  if (key.toLowerCase() === '__proto__') return 'the key `__proto__` is not allowed';
  if (key in copy && !keepsLast)
    return `the key \`${written}\` is there twice: upper and lower case are the same`;
  return null;
}

function copyValue(value: unknown, copying: Copying, depth: number): PlainValue {
  copying.nodes += 1;
  const { maxNodes } = copying;
  if (copying.nodes > maxNodes) return refuse(copying, `more than ${maxNodes} values, aliases included`);
  switch (typeof value) {
    case 'string':
      return dropControls(value);
    case 'number':
    case 'boolean':
      return value;
    case 'bigint':
      return value.toString();
    default:
      return copyObject(value, copying, depth);
  }
}

function copyObject(value: unknown, copying: Copying, depth: number): PlainValue {
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'object' || value === null) return null;
  if (depth >= maxDepth) return refuse(copying, `values are nested more than ${maxDepth} levels deep`);
  if (isMap(value)) return copyMap(value, copying, depth + 1);
  return copyList(value as readonly unknown[], copying, depth + 1);
}

/** Keys of groups in lists stay as they are written, as in Hugo. */
function copyList(list: readonly unknown[], copying: Copying, depth: number): PlainValue {
  const copy: PlainValue[] = [];
  const { lowerCaseKeys } = copying;
  copying.lowerCaseKeys = false;
  for (const item of list) {
    if (copying.fault !== null) break;
    copy.push(copyValue(item, copying, depth));
  }
  copying.lowerCaseKeys = lowerCaseKeys;
  return copy;
}

function refuse(copying: Copying, message: string): null {
  copying.fault = message;
  return null;
}
