import { readAuthors } from '../../content/authors.js';
import type { Page } from '../../model/book.js';
import type { Config } from '../../model/config.js';
import { makeAbsolute } from '../../url/site-address.js';
import { nameBookFile } from '../epub/name-book-file.js';

/** What schema.org calls things, ready for JSON. */
export type StructuredData = Readonly<Record<string, unknown>>;

/** What is known of a page beside its head. */
interface PageFacts {
  /** From 1; null for what is no chapter. */
  readonly position: number | null;
  /** Of its text. */
  readonly words: number;
  /** Address of its picture, or `''`. */
  readonly image: string;
}

/** The pages of a book by key, and its settings. */
interface Surroundings {
  readonly pages: Readonly<Record<string, Page>>;
  readonly config: Config;
  /** Whether it has volumes. */
  readonly isLibrary: boolean;
}

/**
 * A page as JSON-LD: home is a `Book`, a chapter a `Chapter` that is part of it, a section a `Collection`; with the
 * way from home as a `BreadcrumbList`. In a library home is a `Collection`, and the book is the volume. Names are whole ("Chapter 14f · Title"): six pieces are six names.
 */
export function makeStructuredData(page: Page, facts: PageFacts, around: Surroundings): StructuredData {
  const { config, pages } = around;
  const site = describeSite(around);
  const volume = pages[page.volume ?? ''];
  const book = volume === undefined ? site : describeVolume(volume, site, config);
  const graph =
    page.kind === 'home'
      ? [site]
      : [page === volume ? book : describePart(page, facts, book, config), listCrumbs(page, around)];
  return { '@context': 'https://schema.org', '@graph': graph };
}

/** The site: one book, or the collection of its volumes. */
function describeSite({ pages, config, isLibrary }: Surroundings): StructuredData {
  const { author, description, language, title } = config;
  return {
    '@type': isLibrary ? 'Collection' : 'Book',
    name: title || (pages['/']?.title ?? ''),
    url: makeAbsolute(config, `/${config.place.folder}`),
    inLanguage: language,
    ...nameAuthors(author === '' ? [] : [author]),
    ...(description === '' ? {} : { description }),
    ...listFiles(pages, config),
  };
}

/** The book as files that are published beside home. */
function listFiles(pages: Surroundings['pages'], config: Config): StructuredData {
  const formats = BOOK_FORMATS.filter(({ format }) => config.outputs[format]);
  const describe = ({ format, type }: (typeof BOOK_FORMATS)[number]) => ({
    '@type': 'Book',
    bookFormat: 'https://schema.org/EBook',
    encodingFormat: type,
    url: makeAbsolute(
      config,
      `/${encodeURI(nameBookFile(config, pages['/']?.title ?? '', { format, part: null }))}`,
    ),
  });
  return formats.length === 0 ? {} : { workExample: formats.map(describe) };
}

const BOOK_FORMATS = [
  { format: 'epub', type: 'application/epub+zip' },
  { format: 'pdf', type: 'application/pdf' },
] as const;

function describeVolume(volume: Page, library: StructuredData, config: Config): StructuredData {
  const { description = '' } = volume.head.frontMatter;
  return {
    '@type': 'Book',
    name: volume.label,
    url: makeAbsolute(config, volume.url),
    inLanguage: config.language,
    ...nameAuthors(readAuthors(volume.head.params).map(({ name }) => name)),
    ...(description === '' ? {} : { description }),
    isPartOf: library,
  };
}

function nameAuthors(names: readonly string[]): StructuredData {
  const persons = names.map((name) => ({ '@type': 'Person', name }));
  return persons.length === 0 ? {} : { author: persons.length === 1 ? persons[0] : persons };
}

const TYPES = {
  page: 'Chapter',
  section: 'Collection',
  home: 'Book',
  taxonomy: 'CollectionPage',
  term: 'CollectionPage',
} as const;

function describePart(
  { kind, label, url, date, lastmod, head }: Page,
  { position, words, image }: PageFacts,
  book: StructuredData,
  config: Config,
): StructuredData {
  return {
    '@type': TYPES[kind],
    name: label,
    url: makeAbsolute(config, url),
    ...(position === null ? {} : { position }),
    ...(date === null ? {} : { datePublished: date.iso }),
    ...(lastmod === null ? {} : { dateModified: lastmod.iso }),
    ...(words === 0 ? {} : { wordCount: words }),
    ...nameAuthors(readAuthors(head.params).map(({ name }) => name)),
    ...(image === '' ? {} : { image }),
    isPartOf: book,
  };
}

function listCrumbs(page: Page, { pages, config }: Surroundings): StructuredData {
  const way: Page[] = [];
  for (let at: Page | undefined = page; at !== undefined; at = pages[at.parent ?? '']) way.unshift(at);
  const itemListElement = way.map(({ kind, label, url }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: kind === 'home' ? config.title || label : label,
    item: makeAbsolute(config, url),
  }));
  return { '@type': 'BreadcrumbList', itemListElement };
}
