import { jsonOf } from '../values/json.js';
import { printAction } from '../values/print.js';
import { type GoText, type GoValue, isGoText, type TextForm } from '../values/value.js';
import { isHarmlessName } from './attribute-kind.js';
import {
  escapeHtml,
  escapeScriptString,
  escapeStyleString,
  escapeUnquoted,
  takeTagsOff,
} from './escape-text.js';
import type { Place } from './place.js';

/** What printing a value needs from around the templates. */
export interface Escaping {
  /** HTML that is not the owner's, made harmless. */
  readonly clean: (html: GoText) => string;
  /** Is told of a value that was refused where it stands, or of a promise that was not kept (`safeJS` of foreign text). */
  readonly onRefused: (what: RefusedValue) => void;
}

export interface RefusedValue {
  readonly kind: 'address' | 'style' | 'attribute' | 'vouched';
  readonly value: string;
}

/** A value printed for its place. */
export function escapeValue(value: GoValue, place: Place, escaping: Escaping): string {
  const text = printAction(value);
  const form = formOf(value);
  switch (place.state) {
    case 'text':
      if (form !== 'html') return escapeHtml(text);
      return isForeign(value) ? escaping.clean(value) : text;
    case 'title':
      return form === 'html' ? text.replace(/</g, '&lt;') : escapeHtml(text);
    case 'comment':
    case 'script-block-comment':
    case 'script-line-comment':
    case 'style-comment':
      return '';
    case 'name':
      return printName(value, text, form, escaping);
    default:
      return quote(printInside(value, place, escaping), place);
  }
}

function formOf(value: GoValue): TextForm {
  return isGoText(value) && typeof value !== 'string' ? value.form : 'plain';
}

function isForeign(value: GoValue): value is GoText {
  return isGoText(value) && typeof value !== 'string' && value.origin === 'foreign';
}

/** What an attribute's quotes ask for, after what the language of its value does. */
function quote(made: string, { quote: mark }: Place): string {
  if (mark === '') return made;
  return mark === ' ' ? escapeUnquoted(made) : escapeHtml(made);
}

function printInside(value: GoValue, place: Place, escaping: Escaping): string {
  const { state, part } = place;
  const text = printAction(value);
  const form = formOf(value);
  if (state === 'value') return form === 'html' ? takeTagsOff(text) : text;
  if (state === 'srcset') return escapeSrcset(text, (item) => refuse('address', item, '#', escaping));
  if (state === 'address' || state.endsWith('-address')) {
    return part === 'query' ? encodeQueryPart(text) : printAddress(value, text, place, escaping);
  }
  if (state === 'style') return printStyle(value, text, escaping);
  if (state.startsWith('style-')) return escapeStyleString(text);
  if (state === 'script') return printScript(value, text, escaping);
  return escapeScriptString(text);
}

function refuse(kind: RefusedValue['kind'], value: string, instead: string, { onRefused }: Escaping): string {
  onRefused({ kind, value });
  return instead;
}

/** Only the owner's own `safeURL` passes the list of schemes. */
function printAddress(value: GoValue, text: string, { part }: Place, escaping: Escaping): string {
  const isVouched = formOf(value) === 'address' && !isForeign(value);
  if (part === 'start' && !isVouched && !isHarmlessAddress(text))
    return refuse('address', text, '#', escaping);
  return normalizeAddress(text);
}

/** Marks that end a value, begin another rule or call a function. */
const delicateStyle = /["'()/;@[\\\]`{}<>]|--|expression|mozbinding/i;

function printStyle(value: GoValue, text: string, escaping: Escaping): string {
  if (formOf(value) === 'style' && !isForeign(value)) return text;
  const isDelicate = delicateStyle.test(text) || (isForeign(value) && text.includes(':'));
  return isDelicate ? refuse('style', text, '', escaping) : text;
}

function printScript(value: GoValue, text: string, escaping: Escaping): string {
  if (formOf(value) === 'script') {
    if (!isForeign(value)) return text;
    escaping.onRefused({ kind: 'vouched', value: text });
  }
  const json = jsonOf(value);
  // A word or a number must not grow together with what stands beside it.
  return /^[\w$]|[\w$]$/.test(json) ? ` ${json} ` : json;
}

function printName(value: GoValue, text: string, form: TextForm, escaping: Escaping): string {
  if (text === '') return '';
  if (form === 'attribute') {
    if (!isForeign(value)) return text;
    escaping.onRefused({ kind: 'vouched', value: text });
  }
  return isHarmlessName(text) ? text.toLowerCase() : refuse('attribute', text, 'data-refused', escaping);
}

const schemes = new Set(['http', 'https', 'mailto', 'tel']);

/** Whether an address leads to the web, to a mailbox or a telephone, or is relative. */
function isHarmlessAddress(written: string): boolean {
  const address = written.trim();
  const colon = address.indexOf(':');
  if (colon < 0 || /[/?#]/.test(address.slice(0, colon))) return true;
  // Browsers drop these from within a scheme.
  return schemes.has(
    address
      .slice(0, colon)
      .replace(/[\t\n\r]/g, '')
      .toLowerCase(),
  );
}

const encoder = new TextEncoder();

/** Percent-encodes what cannot stand in an address, and leaves what is encoded already. */
function normalizeAddress(address: string): string {
  return address.replace(/%(?![\da-fA-F]{2})|[^\w\-.~!#$&*+,/:;=?@[\]%]+/gu, encode);
}

/** Percent-encodes everything that has a meaning in an address: for a value within a query. */
function encodeQueryPart(text: string): string {
  return text.replace(/[^\w\-.~]+/gu, encode);
}

function encode(text: string): string {
  return [...encoder.encode(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}

/** `srcset`, each address by itself, with at most one measure after it. */
function escapeSrcset(text: string, refuse: (item: string) => string): string {
  return text
    .split(',')
    .map((item) => {
      const [, lead = '', address = '', size = ''] = /^(\s*)(\S*)([\s\S]*)/.exec(item) ?? [];
      if (!isHarmlessAddress(address) || !/^\s*(?:[\w.]+\s*)?$/.test(size)) return lead + refuse(item);
      return `${lead}${normalizeAddress(address)}${size}`;
    })
    .join(',');
}
