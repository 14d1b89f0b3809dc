import { Buffer } from 'node:buffer';
import { createHash, createHmac } from 'node:crypto';
import { failEvaluation } from '../faults.js';
import { escapeHtml } from '../places/escape-text.js';
import { toText } from '../values/convert.js';
import { jsonOf } from '../values/json.js';
import { entryOf, type GoText, type GoValue, isGoMap, isGoText } from '../values/value.js';
import { type FunctionEntry, onTexts } from './entries.js';
import { stripTags } from './strip-tags.js';

/** Hashes, and what writes texts and values in another form. */
export const codeFunctions: readonly FunctionEntry[] = [
  onTexts('crypto.MD5 md5', 1, 1, ([text]) => hash('md5', toText(text))),
  onTexts('crypto.SHA1 sha1', 1, 1, ([text]) => hash('sha1', toText(text))),
  onTexts('crypto.SHA256 sha256', 1, 1, ([text]) => hash('sha256', toText(text))),
  onTexts('crypto.HMAC hmac', 3, 4, ([kind, key, text, encoding]) => {
    const code = createHmac(hashName(kind), toText(key)).update(toText(text));
    return toText(encoding) === 'binary' ? code.digest().toString('latin1') : code.digest('hex');
  }),
  onTexts('crypto.Hash', 2, 2, ([kind, text]) => hash(hashName(kind), toText(text))),
  onTexts('encoding.HexEncode', 1, 1, ([text]) => Buffer.from(toText(text)).toString('hex')),
  onTexts('encoding.HexDecode', 1, 1, ([text]) =>
    /^(?:[\da-f]{2})*$/i.test(toText(text))
      ? Buffer.from(toText(text), 'hex').toString()
      : failEvaluation('encoding/hex: invalid byte'),
  ),
  ['hash.FNV32a', 1, 1, ([text]) => hashFnv(toText(text))],
  onTexts('encoding.Base64Encode base64Encode', 1, 1, ([text]) =>
    Buffer.from(toText(text)).toString('base64'),
  ),
  onTexts('encoding.Base64Decode base64Decode', 1, 1, ([text]) => decodeBase64(toText(text))),
  onTexts('encoding.Jsonify jsonify', 1, 2, writeJson),
  onTexts('transform.HTMLEscape htmlEscape html', 1, 1, ([text]) => escapeMarks(toText(text))),
  onTexts('transform.HTMLUnescape htmlUnescape', 1, 1, ([text]) => unescapeMarks(toText(text))),
  onTexts('transform.XMLEscape', 1, 1, ([text]) => escapeHtml(toText(text))),
  onTexts('transform.Plainify plainify', 1, 1, ([html]) => {
    const bare = stripTags(toText(html));
    return isGoText(html) && typeof html !== 'string' ? { ...html, text: bare } : bare;
  }),
];

function htmlOf(text: string): GoText {
  return { kind: 'text', text, form: 'html', origin: 'owner' };
}

function hashName(kind: GoValue | undefined): string {
  const name = toText(kind);
  return ['md5', 'sha1', 'sha256', 'sha512'].includes(name)
    ? name
    : failEvaluation(`${name} is no hash function`);
}

function hash(kind: string, text: string): string {
  return createHash(kind).update(text).digest('hex');
}

function hashFnv(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of Buffer.from(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value;
}

function decodeBase64(text: string): string {
  const isValid = /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?\s*$/.test(
    text.replace(/[\r\n]/g, ''),
  );
  return isValid ? Buffer.from(text, 'base64').toString() : failEvaluation('illegal base64 data');
}

/** `jsonify [OPTIONS] VALUE`, with `indent`, `prefix` and `noHTMLEscape` as options. */
function writeJson(args: readonly GoValue[]): GoText {
  const [first = null, second] = args;
  if (second === undefined) return htmlOf(jsonOf(first));
  const options = isGoMap(first) ? first : null;
  const option = (name: string) =>
    options === null
      ? null
      : (entryOf({ ...options, entries: lowerKeys(options.entries), foldsCase: true }, name) ?? null);
  const json = jsonOf(second, toText(option('indent')));
  const prefixed = json.replaceAll('\n', `\n${toText(option('prefix'))}`);
  return htmlOf(
    option('noHTMLEscape') === true
      ? prefixed.replace(/\\u00(3c|3e|26)/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
      : prefixed,
  );
}

function lowerKeys(entries: ReadonlyMap<string, GoValue>): ReadonlyMap<string, GoValue> {
  return new Map([...entries].map(([key, value]) => [key.toLowerCase(), value]));
}

function escapeMarks(text: string): string {
  return escapeHtml(text).replaceAll('&#43;', '+');
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  copy: '©',
  reg: '®',
  trade: '™',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  bull: '•',
  middot: '·',
  euro: '€',
  para: '¶',
  sect: '§',
  deg: '°',
  times: '×',
  larr: '←',
  rarr: '→',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
};

function unescapeMarks(text: string): string {
  return text.replace(/&(?:#(\d+)|#[xX]([\da-fA-F]+)|(\w+));/g, (found, decimal, hexadecimal, name) => {
    if (name !== undefined) return named[name] ?? found;
    const point = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : found;
  });
}
