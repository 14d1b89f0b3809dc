import { isMap } from '../../formats/plain.js';
import type { Book } from '../../model/book.js';
import type { Config } from '../../model/config.js';
import type { Entry, PageView } from '../../model/page-view.js';
import type { BookView, SiteView } from '../../model/site-view.js';
import { addBasePath } from '../../url/site-address.js';
import { type BookFormat, nameBookFile } from '../epub/name-book-file.js';
import { copyWithoutPrototype } from './copy-without-prototype.js';
import { listPageEntries } from './list-page-entries.js';
import type { PageViews } from './page-views.js';
import { countPositions } from './positions.js';
import type { SiteContext } from './site-context.js';

/** The book as templates see it; its lists are made when they are first asked for. */
export function createBookView(book: Book, views: PageViews): BookView {
  const positions = countPositions(book);
  const [first = null] = positions.keys();
  const listPages = () => [...positions.keys()].flatMap((key) => book.pages[key] ?? []);
  let chapters: readonly PageView[] | undefined;
  let entries: readonly Entry[] | undefined;
  return {
    home: views.find('/') ?? null,
    get parts() {
      return views.find('/')?.children ?? [];
    },
    get chapters() {
      chapters ??= listPages().map(views.view);
      return chapters;
    },
    get entries() {
      entries ??= listPageEntries(listPages(), views.view);
      return entries;
    },
    get words() {
      return this.chapters.reduce((sum, { words }) => sum + words, 0);
    },
    get volumes() {
      return book.order.flatMap((key) => (book.pages[key]?.volume === key ? (views.find(key) ?? []) : []));
    },
    count: positions.size,
    first: views.find(first) ?? null,
  };
}

/** The site as templates see it. */
export function createSiteView(
  { config, book }: Pick<SiteContext, 'config' | 'book'>,
  menus: SiteView['menus'],
  data: SiteView['data'],
): SiteView {
  const { baseUrl, basePath } = config;
  const addressOf = (format: BookFormat) =>
    config.outputs[format]
      ? basePath + encodeURI(nameBookFile(config, book.pages['/']?.title ?? '', { format, part: null }))
      : '';
  const { direction, folder } = config.place;
  const address = { baseUrl, basePath, home: basePath + folder, logo: findLogo(config) };
  const site = {
    title: config.title,
    description: config.description,
    author: config.author,
    generator: config.generator,
    copyright: config.copyright,
    language: config.language,
    direction,
    ...address,
    search: config.search,
    outputs: config.outputs,
    taxonomies: config.taxonomies,
    epub: addressOf('epub'),
    pdf: addressOf('pdf'),
    params: config.params,
  };
  return Object.assign(copyWithoutPrototype(site), { menus, data });
}

/** A file of the site, by its address from the root; one of another host is not loaded. */
function findLogo(config: Config): string {
  const [, value] =
    Object.entries(config.params).find(([name]) =>
      ['logo', 'booklogo', 'geekdoclogo'].includes(name.toLowerCase()),
    ) ?? [];
  const path = isMap(value) ? (value['path'] ?? value['src']) : value;
  if (typeof path !== 'string' || path === '' || /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(path)) return '';
  return addBasePath(config, encodeURI(path.startsWith('/') ? path : `/${path}`));
}
