import { failEvaluation } from '../faults.js';
import { toText } from '../values/convert.js';
import { foreignText } from '../values/origin.js';
import {
  comparePoints,
  entryOf,
  type GoMethod,
  type GoObject,
  type GoText,
  type GoValue,
  isGoMap,
  isGoText,
  isList,
} from '../values/value.js';
import { type FunctionEntry, many, onTexts } from './entries.js';

/** What of addresses needs no site: taking them apart and putting queries together. */
export const addressFunctions: readonly FunctionEntry[] = [
  ['urls.Parse', 1, 1, ([address]) => parseAddress(address ?? null)],
  onTexts('urls.JoinPath', 1, many, (parts) =>
    joinParts(parts.flatMap((part) => (isList(part) ? part : [part])).map(toText)),
  ),
  onTexts('urls.PathEscape', 1, 1, ([text]) => encodePart(toText(text))),
  onTexts('urls.PathUnescape', 1, 1, ([text]) => decode(toText(text))),
  onTexts('urlquery', 1, many, (args) => encodeQuery(args.map(toText).join(''))),
  onTexts('collections.Querify querify', 1, many, querify),
];

const pattern = /^(?:([a-z][a-z\d+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?/is;

/** An address as Go's `url.URL` shows it. */
function parseAddress(value: GoValue): GoObject {
  const written = toText(value);
  const isOwn = !isGoText(value) || typeof value === 'string' || value.origin === 'owner';
  const made = (text: string): string | GoText => (isOwn ? text : foreignText(text));
  if (/\p{Cc}/u.test(written))
    return failEvaluation(`the address ${JSON.stringify(written)} holds a control character`);
  const [, scheme = '', authority = '', path = '', query = '', fragment = ''] = pattern.exec(written) ?? [];
  const host = authority.replace(/^.*@/, '');
  const opaque = scheme !== '' && !/^\//.test(path) && authority === '' ? path : '';
  const fields = new Map<string, GoValue>([
    ['Scheme', made(scheme.toLowerCase())],
    ['Opaque', made(opaque)],
    ['Host', made(host)],
    ['Path', made(opaque === '' ? decode(path) : '')],
    ['RawPath', ''],
    ['RawQuery', made(query)],
    ['Fragment', made(decode(fragment))],
    ['IsAbs', scheme !== ''],
    ['Hostname', made(host.replace(/:\d*$/, '').replace(/^\[(.*)\]$/, '$1'))],
    ['Port', made(/:(\d*)$/.exec(host)?.[1] ?? '')],
    ['String', made(written)],
    ['EscapedPath', made(path)],
    ['RequestURI', made((path || '/') + (query === '' ? '' : `?${query}`))],
    ['Query', viewQuery(query, made)],
  ]);
  return { kind: 'object', type: 'url.URL', member: (name) => fields.get(name), print: () => written };
}

function viewQuery(query: string, made: (text: string) => string | GoText): GoObject {
  const values = new URLSearchParams(query);
  const methods = new Map<string, GoMethod>([
    ['Get', { kind: 'method', call: ([key]) => made(values.get(toText(key)) ?? '') }],
    ['Has', { kind: 'method', call: ([key]) => values.has(toText(key)) }],
  ]);
  return { kind: 'object', type: 'url.Values', member: (name) => methods.get(name), print: () => query };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function encodePart(text: string): string {
  return encodeURIComponent(text)
    .replace(/%(?:24|26|2B|3A|3D|40)/g, (mark) => decodeURIComponent(mark))
    .replace(/[!'()*]/g, hexadecimal);
}

function encodeQuery(text: string): string {
  return encodeURIComponent(text)
    .replaceAll('%20', '+')
    .replace(/[!'()*]/g, hexadecimal);
}

function hexadecimal(mark: string): string {
  return `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;
}

function joinParts(parts: readonly string[]): string {
  const [first = '', ...rest] = parts;
  const [, start = '', path = ''] = /^([a-z][a-z\d+.-]*:\/\/[^/]*)?(.*)/is.exec(first) ?? [];
  const names: string[] = [];
  for (const name of [path, ...rest].join('/').split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  const isRooted = start !== '' || path.startsWith('/');
  const last = parts.at(-1) ?? '';
  const end = names.length > 0 && last.endsWith('/') ? '/' : '';
  return `${start}${isRooted ? '/' : ''}${names.join('/')}${end}`;
}

/** Pairs, a list of them or a map as a query, by the names of the keys. */
function querify(args: readonly GoValue[]): string {
  const [first] = args;
  const flat = isGoMap(first)
    ? [...first.entries.keys()].flatMap((key): readonly GoValue[] => [key, entryOf(first, key) ?? null])
    : args.length === 1 && isList(first)
      ? first
      : args;
  if (flat.length % 2 === 1) return failEvaluation('querify: a key has no value');
  const pairs: [string, string][] = [];
  for (let at = 0; at < flat.length; at += 2) pairs.push([toText(flat[at]), toText(flat[at + 1])]);
  pairs.sort(([left], [right]) => comparePoints(left, right));
  return pairs.map(([key, value]) => `${encodeQuery(key)}=${encodeQuery(value)}`).join('&');
}
