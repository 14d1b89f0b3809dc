import type { Config } from '../../model/config.js';
import { makeAbsolute } from '../../url/site-address.js';
import { decodeEntities, type RewriteTag, type Rewritten, type StartTag } from './to-xhtml.js';

/** What the links and pictures of a chapter lead to, in a book file. */
export interface BookPlaces {
  readonly config: Config;
  /** The file of a page in the book, by its address from the root of the host; names only, they lie beside each other. */
  readonly files: ReadonlyMap<string, string>;
  /** The ids in the text of a page in the book, by its file. */
  readonly idsOf: (file: string) => ReadonlySet<string>;
  /** The name of a packed picture by its address from the root of the host; null for one that cannot be packed. */
  readonly pack: (address: string) => string | null;
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
export function createChapterRewriter(places: BookPlaces, own: string): RewriteTag {
  const used = new Set<string>();
  return (tag, inside) => {
    const attributes = new Map([...tag.attributes].filter(([name]) => !SITE_ONLY.test(name)));
    dropRepeatedId(attributes, used);
    const { name } = tag;
    if (name === 'a') return rewriteLink({ name, attributes }, places, own);
    if (name === 'img') return rewritePicture({ name, attributes }, places);
    if (name === 'details') attributes.set('open', 'open');
    if (name === 'math') attributes.set('xmlns', 'http://www.w3.org/1998/Math/MathML');
    if (name === 'svg') attributes.set('xmlns', 'http://www.w3.org/2000/svg');
    if (name === 'td' || name === 'th') moveAlign(attributes);
    if (FORM.has(name)) return 'unwrap';
    return rewriteNotes({ name, attributes }, inside);
  };
}

/** An id that a chapter gives twice leads to the first. */
function dropRepeatedId(attributes: Map<string, string>, used: Set<string>): void {
  const id = attributes.get('id');
  if (id === undefined) return;
  if (used.has(id) || id === '') attributes.delete('id');
  used.add(id);
}

function rewriteLink({ attributes }: StartTag, places: BookPlaces, own: string): Rewritten {
  const kept = new Map(attributes);
  const href = kept.get('href');
  if (kept.get('role') === 'doc-noteref') kept.set('epub:type', 'noteref');
  if (kept.get('class') === 'permalink') return 'drop';
  if (href === undefined) return { name: 'a', attributes: kept };
  const to = findTarget(href, places, own);
  if (to === null) {
    places.lose(href);
    return { name: 'span', attributes: new Map() };
  }
  kept.set('href', to);
  return { name: 'a', attributes: kept };
}

/** The target as it is written in the book file; null where there is none. */
function findTarget(href: string, { files, config, idsOf }: BookPlaces, own: string): string | null {
  const [, address = '', fragment = ''] = /^([^#]*)(#.*)?$/s.exec(href) ?? [];
  const id = decodeFragment(fragment).slice(1);
  if (address === '') return idsOf(own).has(id) ? `#${id}` : null;
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address)) return href;
  const file = files.get(address);
  if (file !== undefined) return idsOf(file).has(id) ? `${file}#${id}` : file;
  if (config.baseUrl === '' || !address.startsWith('/')) return null;
  return makeAbsolute(config, withoutBase(address, config)) + fragment;
}

/** Both checkers of EPUBs accept a fragment as the id is written, and only one of them accepts it encoded. */
function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** An address of the site without the base path. */
export function withoutBase(address: string, { basePath }: Config): string {
  return address.startsWith(basePath) ? `/${address.slice(basePath.length)}` : address;
}

function rewritePicture({ name, attributes }: StartTag, places: BookPlaces): Rewritten {
  const kept = new Map(attributes);
  const src = kept.get('src') ?? '';
  const packed = src.startsWith('/') && !src.startsWith('//') ? places.pack(src) : null;
  if (packed === null) return describePicture(src, kept.get('alt') ?? '', places);
  kept.set('src', `../images/${packed}`);
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

/** The list of notes is a list of asides, each of which a reader may show beside its number. */
function rewriteNotes({ name, attributes }: StartTag, inside: readonly string[]): StartTag {
  if (name === 'section' && attributes.get('role') === 'doc-endnotes') {
    return { name: 'section', attributes: new Map([...attributes, ['epub:type', 'endnotes']]) };
  }
  const isNote = name === 'li' && /^fn:/.test(attributes.get('id') ?? '');
  if (isNote) {
    const note = new Map([...attributes, ['epub:type', 'footnote'], ['role', 'doc-footnote']]);
    return { name: 'aside', attributes: note };
  }
  const isList = name === 'ol' && inside.at(-1) === 'section' && attributes.size === 0;
  return isList ? { name: 'div', attributes: new Map([['class', 'notes']]) } : { name, attributes };
}

/** Alternative texts of pictures in HTML, decoded; empty for one without. */
export function listAlternatives(html: string): readonly string[] {
  return [...html.matchAll(/<img\b[^>]*>/g)].map(([tag]) =>
    decodeEntities(/\salt="([^"]*)"/.exec(tag)?.[1] ?? ''),
  );
}

/** The ids in a text in HTML, decoded. */
export function listIds(html: string): ReadonlySet<string> {
  return new Set([...html.matchAll(/<[^<>]*\sid="([^"]*)"/g)].map(([, id = '']) => decodeEntities(id)));
}
