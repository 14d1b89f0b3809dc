import { escapeFor } from '../../text/escape.js';

/** A start tag: names in lower case (as written inside of svg and math), values decoded. */
export interface StartTag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** XHTML right behind the tag. */
  readonly lead?: string;
}

/** A whole element that stands for an empty one, such as a picture. */
export interface TextElement extends StartTag {
  readonly text: string;
}

/** What becomes of an element: another tag, or `unwrap` (its content alone), or `drop` (nothing of it). */
export type Rewritten = StartTag | TextElement | 'unwrap' | 'drop';

/** Decides what becomes of an element; `inside` are the names of the elements around it, as they were written, from outside in. */
export type RewriteTag = (tag: StartTag, inside: readonly string[]) => Rewritten;

interface OpenElement {
  readonly name: string;
  /** The end tag that is due; empty where none was opened. */
  readonly end: string;
}

const TOKEN =
  /<!--[\s\S]*?(?:-->|$)|<\/([a-z][^\s<>/]*)[^<>]*>?|<([a-z][^\s<>/]*)((?:\s(?:"[^"]*"|'[^']*'|[^<>"'])*)?)\/?>?/gi;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;
/** What HTML takes for a name and XML does not is left out. */
const XML_NAME = /^[a-z_][\w.-]*(?::[a-z_][\w.-]*)?$/i;
const VOID = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
]);
/** Elements whose content is no text of the book. */
const CODE = new Set(['script', 'style', 'template', 'iframe', 'object', 'noscript']);

/**
 * HTML as XHTML, well-formed whatever comes in: every tag is written anew, with quoted values and in pairs; an end tag without
 * a start is left out, and what is open is closed with what holds it. Comments are left out, scripts and styles with all that is in them.
 * Takes time in proportion to the text.
 */
export function toXhtml(html: string, rewrite: RewriteTag): string {
  const open: OpenElement[] = [];
  const names: string[] = [];
  const parts: string[] = [];
  let [end, dropped] = [0, 0];
  const close = () => {
    names.pop();
    const element = open.pop();
    if (element === undefined) return;
    if (element.end === DROPPED) dropped -= 1;
    else if (dropped === 0) parts.push(element.end);
  };
  for (const token of html.matchAll(TOKEN)) {
    // A tag that is cut off is text.
    if (!token[0].endsWith('>') && !token[0].startsWith('<!--')) continue;
    if (dropped === 0) parts.push(escapeText(html.slice(end, token.index)));
    end = token.index + token[0].length;
    const [, closing, opening, written = ''] = token;
    if (closing !== undefined) {
      const at = names.lastIndexOf(closing.toLowerCase());
      if (at !== -1) while (open.length > at) close();
    } else if (opening !== undefined) {
      const name = opening.toLowerCase();
      const isForeign = [...names, name].some((each) => each === 'svg' || each === 'math');
      const tag = { name: isForeign ? opening : name, attributes: readAttributes(written, isForeign) };
      const made = CODE.has(name) ? 'drop' : XML_NAME.test(name) ? rewrite(tag, names) : 'unwrap';
      const isEmpty = VOID.has(name) || (isForeign && token[0].endsWith('/>'));
      if (made !== 'unwrap' && made !== 'drop' && dropped === 0) parts.push(writeStart(made, isEmpty));
      if (isEmpty) continue;
      names.push(name);
      if (made === 'drop') dropped += 1;
      open.push({ name, end: made === 'drop' ? DROPPED : made === 'unwrap' ? '' : `</${made.name}>` });
    }
  }
  if (dropped === 0) parts.push(escapeText(html.slice(end)));
  while (open.length > 0) close();
  return parts.join('');
}

const DROPPED = '\0';

/** The value of an attribute or a text, decoded. */
export function decodeEntities(text: string): string {
  return text.replace(ENTITY, (all, name: string) => decodeEntity(name) ?? all);
}

function readAttributes(written: string, isForeign: boolean): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single, bare] of written.matchAll(ATTRIBUTE)) {
    const key = isForeign ? name : name.toLowerCase();
    // An attribute without a value has its name for one in XML.
    const value = double ?? single ?? bare;
    if (XML_NAME.test(key) && !attributes.has(key))
      attributes.set(key, value === undefined ? key : decodeEntities(value));
  }
  return attributes;
}

function writeStart(tag: StartTag | TextElement, isEmpty: boolean): string {
  const { name, attributes } = tag;
  const written = [...attributes].map(([key, value]) => ` ${key}="${escapeFor('xml', value)}"`).join('');
  if ('text' in tag) return `<${name}${written}>${escapeFor('xml', tag.text)}</${name}>`;
  return `<${name}${written}${isEmpty ? '/' : ''}>${tag.lead ?? ''}`;
}

const ENTITY = /&(#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z][a-z0-9]{1,30});/gi;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  shy: '\u00ad',
  copy: '©',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
};

function decodeEntity(name: string): string | null {
  if (!name.startsWith('#')) return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? null) : null;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

function escapeText(text: string): string {
  return /[&<>]|[^\t\n\r -\ud7ff]/.test(text) ? escapeFor('xml', decodeEntities(text)) : text;
}
