import type { Page } from '../../model/book.js';
import type { OutputFile } from '../../model/output.js';
import { makeAbsolute } from '../../url/site-address.js';
import type { PageTools } from '../page-tools.js';
import { isBorrowed, listSitemaps } from '../views/languages.js';
import { writeSitemap, writeSitemapIndex } from './sitemap.js';

/**
 * `sitemap.xml`, where the book's address is known, and `robots.txt` where Hugo would write one. In a book in several languages each has its sitemap in a
 * folder named by its key, and `sitemap.xml` names them. Each gives way to a file of the book at its path.
 */
export function writeSitemaps({ context, views }: PageTools): readonly OutputFile[] {
  const { book, chapters, config, family } = context;
  const pages = [...book.order, ...book.others]
    .flatMap((key) => book.pages[key] ?? [])
    .filter((page) => page.outputPath !== '' && !isBorrowed(page, { chapters }));
  const languagesOf = (page: Page) => views.view(page).languages;
  const { key, main } = config.place;
  const { robots } = config.outputs;
  // A sitemap holds whole addresses (sitemaps.org), which are known from `baseURL`.
  const sitemap = config.outputs.sitemap && config.baseUrl !== '';
  const { filename } = config.sitemap;
  const isSingle = family.length === 0 && config.place.folder === '';
  const root = makeAbsolute(config, '/');
  const wanted: readonly [string, boolean, () => string][] = [
    [isSingle ? filename : `${key}/${filename}`, sitemap, () => writeSitemap(pages, config, languagesOf)],
    [
      filename,
      sitemap && !isSingle && key === main,
      () => writeSitemapIndex(listSitemaps(family.length === 0 ? [{ config }] : family)),
    ],
    [
      'robots.txt',
      robots && key === main,
      () => `User-agent: *\n${sitemap ? `Sitemap: ${root}${filename}\n` : ''}`,
    ],
  ];
  const taken = new Set(pages.map(({ outputPath }) => outputPath));
  return wanted
    .filter(([path, isWanted]) => isWanted && !taken.has(path))
    .map(([path, , write]) => ({ path, content: write(), yields: true }));
}
