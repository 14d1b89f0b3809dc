import type { Page } from '../../model/book.js';
import type { SiteBook } from '../../model/family.js';
import type { OutputFile } from '../../model/output.js';
import { makeAbsolute } from '../../url/site-address.js';
import type { PageTools } from '../page-tools.js';
import { isBorrowed } from '../views/languages.js';
import { writeSitemap, writeSitemapIndex } from './sitemap.js';

/** Addresses in one file: of a library, and of any other site, where the protocol sets the limit (sitemaps.org). */
const LIMITS = { library: 1000, site: 50_000 };

/** One file of addresses. */
interface SitemapFile {
  readonly path: string;
  readonly pages: readonly Page[];
}

/**
 * `sitemap.xml`, where the book's address is known, and `robots.txt` where Hugo would write one. In a book in several languages each has its sitemap in a
 * folder named by its key, and `sitemap.xml` names them. More addresses than a file holds are cut into several, between
 * volumes where that can be, and an index in their place names them. Each gives way to a file of the book at its path, and is
 * written whenever its content is asked for.
 */
export function writeSitemaps({ context, views }: PageTools): readonly OutputFile[] {
  const { book, config, family } = context;
  const languagesOf = (page: Page) => views.view(page).languages;
  const { key, main, folder } = config.place;
  const { filename } = config.sitemap;
  const isSingle = family.length === 0 && folder === '';
  const root = makeAbsolute(config, '/');
  const own = divideSitemap(context, isSingle ? '' : `${key}/`);
  const indexOf = (files: readonly SitemapFile[]) => () =>
    writeSitemapIndex(files.map(({ path }) => root + encodeURI(path)));
  const files = own.map(({ path, pages }) => [path, () => writeSitemap(pages, config, languagesOf)] as const);
  const ownIndex = own.length > 1 ? [[`${isSingle ? '' : `${key}/`}${filename}`, indexOf(own)] as const] : [];
  // An index may not name another (sitemaps.org): that of all languages names the files of each.
  const all = () =>
    indexOf(
      (family.length === 0 ? [context] : family).flatMap((site) =>
        divideSitemap(site, `${site.config.place.key}/`),
      ),
    )();
  const isMain = key === main;
  // A sitemap holds whole addresses (sitemaps.org), which are known from `baseURL`.
  const isWanted = config.outputs.sitemap && config.baseUrl !== '';
  const robots = () => `User-agent: *\n${isWanted ? `Sitemap: ${root}${filename}\n` : ''}`;
  const wanted: readonly (readonly [string, () => string])[] = [
    ...(isWanted ? [...files, ...ownIndex] : []),
    ...(isWanted && !isSingle && isMain ? [[filename, all] as const] : []),
    ...(config.outputs.robots && isMain ? [['robots.txt', robots] as const] : []),
  ];
  const taken = new Set(Object.values(book.pages).map(({ outputPath }) => outputPath));
  return wanted
    .filter(([path]) => !taken.has(path))
    .map(([path, write]) => ({
      path,
      get content() {
        return write();
      },
      yields: true,
    }));
}

/** The sitemap of one language, in `folder`: one file, or several, `sitemap-1.xml` …, between which no volume is cut that fits into one. */
function divideSitemap({ book, chapters, config }: SiteBook, folder: string): readonly SitemapFile[] {
  const pages = [...book.order, ...book.others]
    .flatMap((key) => book.pages[key] ?? [])
    .filter((page) => page.outputPath !== '' && !isBorrowed(page, { chapters }));
  const limit = pages.some(({ volume }) => volume !== null) ? LIMITS.library : LIMITS.site;
  const { filename } = config.sitemap;
  if (pages.length <= limit) return [{ path: folder + filename, pages }];
  const [, stem = filename, extension = ''] = /^(.*?)(\.[^./]*)?$/.exec(filename) ?? [];
  return packPages(pages, limit).map((pages, index) => ({
    path: `${folder}${stem}-${index + 1}${extension}`,
    pages,
  }));
}

/** Pages in lists of at most `limit`, each as many whole volumes as it can hold. */
function packPages(pages: readonly Page[], limit: number): readonly (readonly Page[])[] {
  const packed: Page[][] = [];
  for (let start = 0; start < pages.length; ) {
    let end = start + 1;
    while (end < pages.length && pages[end]?.volume === pages[start]?.volume) end++;
    const count = Math.min(end - start, limit);
    if (packed.length === 0 || (packed.at(-1)?.length ?? 0) + count > limit) packed.push([]);
    for (const page of pages.slice(start, start + count)) packed.at(-1)?.push(page);
    start += count;
  }
  return packed;
}
