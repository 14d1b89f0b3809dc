import { readAuthors } from '../../content/authors.js';
import type { Page } from '../../model/book.js';
import { makeAbsolute } from '../../url/site-address.js';
import type { PageTools } from '../page-tools.js';
import { makeUuid } from './identify-book.js';

/** What a book file says of the book: on its cover, its title page and in its metadata. */
export interface BookFacts {
  readonly identifier: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly description: string;
  readonly publisher: string;
  readonly edition: string;
  readonly rights: string;
  readonly source: string;
  /** Milliseconds since 1970 UTC: the newest date of the chapters; null where none has one. */
  readonly modified: number | null;
  /** Dark enough for white text: `#rrggbb`. */
  readonly colour: string;
}

const DARK = '#37474f';

/** What a book file says of itself; `top` is the page of the part, or home, and `part` the part's path, null for the whole book. */
export function describeBook(
  top: Page | undefined,
  pages: readonly Page[],
  part: string | null,
  { accents, context, shared }: PageTools,
): BookFacts {
  const { config } = context;
  const { books } = config;
  const site =
    config.title ||
    context.book.pages['/']?.title ||
    pages.find(({ label }) => label !== '')?.label ||
    shared.t('contents');
  const title = part === null ? site : (top?.label ?? part);
  const own = top === undefined ? [] : readAuthors(top.head.params).map(({ name }) => name);
  const authors = own.length > 0 ? own : config.author === '' ? [] : [config.author];
  const known = config.baseUrl || `${site}\n${authors.join('\n')}`;
  const newest = pages.reduce(
    (latest, { date, lastmod }) => Math.max(latest, date?.ms ?? 0, lastmod?.ms ?? 0),
    0,
  );
  const accent = top === undefined ? null : accents.find(top);
  return {
    identifier:
      (part === null ? books.identifier : '') ||
      `urn:uuid:${makeUuid([known, config.language, part ?? ''].join('\n'))}`,
    title: context.setTitle(title),
    authors,
    description: top?.head.frontMatter.description || (part === null ? config.description : ''),
    publisher: books.publisher,
    edition: books.edition,
    rights: config.copyright,
    source: config.baseUrl === '' ? '' : makeAbsolute(config, top?.url ?? '/'),
    modified: newest || null,
    colour: accent?.accent.light ?? DARK,
  };
}
