import type { Config } from '../../model/config.js';
import { decodePart } from '../../url/decode-address.js';
import { makeAbsolute } from '../../url/site-address.js';
import { decodeEntities, type RewriteTag, type Rewritten, type StartTag } from './to-xhtml.js';

/** What the ids, links and pictures of a chapter are in a book file. */
export interface BookPlaces {
  readonly config: Config;
  /** An id as it is in the file. */
  readonly nameId: (id: string) => string;
  /** Where an id of this text lies; null for one that it has not. */
  readonly findHere: (id: string) => string | null;
  /** Where a page lies by its address from the root of the host, at an id of its text if it has that; null for one that is not in the file. */
  readonly findPage: (address: string, id: string) => string | null;
  /** The address of a picture by its address from the root of the host; null for one that cannot be packed. */
  readonly findPicture: (address: string) => string | null;
  /** Told of each picture that lies on the web. */
  readonly tellRemote: (address: string) => void;
  /** Told of each link that leads to no page of the book and has no address on the web. */
  readonly lose: (address: string) => void;
}

/** Attributes that only a browser on the site needs. */
const SITE_ONLY =
  /^(?:on|popover|data-|loading$|decoding$|fetchpriority$|srcset$|sizes$|target$|rel$|download$|tabindex$)/;
const FORM = new Set(['button', 'form', 'select', 'textarea', 'label']);

/**
 * Says what the elements of a chapter's HTML are in a book file (book files, section 4): links inside the book lead to its
 * files and others to the web; pictures lie in the book; notes are pop-ups; details stand open; alignment is a class.
 */
export function createChapterRewriter(places: BookPlaces): RewriteTag {
  const used = new Set<string>();
  let notes = 0;
  return (tag, inside) => {
    const attributes = new Map([...tag.attributes].filter(([name]) => !SITE_ONLY.test(name)));
    dropRepeatedId(attributes, used);
    const { name } = tag;
    const isNote = name === 'li' && NOTE.test(attributes.get('id') ?? '');
    for (const key of ID_KEYS) nameIds(attributes, key, places);
    if (name === 'a') return rewriteLink({ name, attributes }, places);
    if (name === 'img') return rewritePicture({ name, attributes }, places);
    if (name === 'details') attributes.set('open', 'open');
    if (name === 'math') attributes.set('xmlns', 'http://www.w3.org/1998/Math/MathML');
    if (name === 'svg') attributes.set('xmlns', 'http://www.w3.org/2000/svg');
    if (name === 'td' || name === 'th') moveAlign(attributes);
    if (FORM.has(name)) return 'unwrap';
    if (isNote) notes += 1;
    return rewriteNotes({ name, attributes }, inside, isNote ? notes : null);
  };
}

/** Attributes that hold ids. */
const ID_KEYS = ['id', 'headers', 'aria-labelledby', 'aria-describedby'];
const NOTE = /^fn:/;

function nameIds(attributes: Map<string, string>, key: string, { nameId }: BookPlaces): void {
  const ids = attributes.get(key);
  if (ids !== undefined) attributes.set(key, ids.replace(/[^\s]+/g, nameId));
}

/** An id that a chapter gives twice leads to the first. */
function dropRepeatedId(attributes: Map<string, string>, used: Set<string>): void {
  const id = attributes.get('id');
  if (id === undefined) return;
  if (used.has(id) || id === '') attributes.delete('id');
  used.add(id);
}

function rewriteLink({ attributes }: StartTag, places: BookPlaces): Rewritten {
  const kept = new Map(attributes);
  const href = kept.get('href');
  if (kept.get('role') === 'doc-noteref') kept.set('epub:type', 'noteref');
  if (kept.get('class') === 'permalink') return 'drop';
  if (href === undefined) return { name: 'a', attributes: kept };
  const to = findTarget(href, places);
  if (to === null) {
    places.lose(href);
    return { name: 'span', attributes: new Map() };
  }
  kept.set('href', to);
  return { name: 'a', attributes: kept };
}

/** The target as it is written in the book file; null where there is none. */
function findTarget(href: string, { findHere, findPage, config }: BookPlaces): string | null {
  const [, address = '', fragment = ''] = /^([^#]*)(#.*)?$/s.exec(href) ?? [];
  const id = decodePart(fragment).slice(1);
  if (address === '') return findHere(id);
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address)) return href;
  const place = findPage(address, id);
  if (place !== null) return place;
  if (config.baseUrl === '' || !address.startsWith('/')) return null;
  return makeAbsolute(config, withoutBase(address, config)) + fragment;
}

/** An address of the site without the base path. */
export function withoutBase(address: string, { basePath }: Config): string {
  return address.startsWith(basePath) ? `/${address.slice(basePath.length)}` : address;
}

function rewritePicture({ name, attributes }: StartTag, places: BookPlaces): Rewritten {
  const kept = new Map(attributes);
  const src = kept.get('src') ?? '';
  const packed = src.startsWith('/') && !src.startsWith('//') ? places.findPicture(src) : null;
  if (packed === null) return describePicture(src, kept.get('alt') ?? '', places);
  kept.set('src', packed);
  if (!kept.has('alt')) kept.set('alt', '');
  return { name, attributes: kept };
}

/** A picture that is not in the book: its alternative text, as a link where there is a picture on the web. */
function describePicture(src: string, alt: string, { tellRemote }: BookPlaces): Rewritten {
  const text = alt || src;
  if (!/^https?:/i.test(src)) return { name: 'span', attributes: new Map([['class', 'no-picture']]), text };
  tellRemote(src);
  return { name: 'a', attributes: new Map([['href', src]]), text };
}

function moveAlign(attributes: Map<string, string>): void {
  const align = attributes.get('align');
  attributes.delete('align');
  if (align !== undefined) attributes.set('class', `${attributes.get('class') ?? ''} align-${align}`.trim());
}

/** The list of notes is asides, each of which a reader may show beside its number; `number` is that of a note. */
function rewriteNotes(
  { name, attributes }: StartTag,
  inside: readonly string[],
  number: number | null,
): StartTag {
  if (name === 'section' && attributes.get('role') === 'doc-endnotes') {
    return { name: 'section', attributes: new Map([...attributes, ['epub:type', 'endnotes']]) };
  }
  if (number !== null) {
    const note = new Map([...attributes, ['epub:type', 'footnote'], ['role', 'doc-footnote']]);
    return { name: 'aside', attributes: note, lead: `<span class="note-number">${number}.</span> ` };
  }
  const isList = name === 'ol' && inside.at(-1) === 'section' && attributes.size === 0;
  return isList ? { name: 'div', attributes: new Map([['class', 'notes']]) } : { name, attributes };
}

/** Alternative texts of pictures in HTML, decoded; empty for one without. */
export function listAlternatives(html: string): readonly string[] {
  return [...html.matchAll(/<img\b[^>]*>?/g)].map(([tag]) =>
    decodeEntities(/\salt="([^"]*)"/.exec(tag)?.[1] ?? ''),
  );
}
