import type { Page } from '../../model/book.js';
import type { OutputFile } from '../../model/output.js';
import type { PageView } from '../../model/view.js';
import { makeAbsolute } from '../../text/site-address.js';
import type { PageTools } from '../page-tools.js';
import { writeFeed } from './feed.js';
import { writeLlms } from './llms.js';
import { writeSitemap } from './sitemap.js';
import { twinAddress } from './twin-address.js';

/**
 * What is read by machines: `sitemap.xml`, `index.xml`, `llms.txt`, and `robots.txt` where Hugo would write one.
 * Each gives way to a file of the book at its path. All chapters must be rendered: descriptions come from their text.
 */
export function writeMachines({ context, shared }: PageTools): readonly OutputFile[] {
  const { book, config } = context;
  const { feed, llms, robots, sitemap } = config.outputs;
  const { filename } = config.sitemap;
  const chapterOf = (page: Page) => context.chapters.get(page.source ?? '');
  const pages = [...book.order, ...book.others]
    .flatMap((key) => book.pages[key] ?? [])
    .filter(({ outputPath }) => outputPath !== '');
  const taken = new Set(pages.map(({ outputPath }) => outputPath));
  const home = makeAbsolute(config, '/');
  const addressOf = ({ markdownUrl, permalink }: PageView) =>
    markdownUrl === '' ? permalink : twinAddress(permalink);
  const wanted: readonly [string, boolean, () => string][] = [
    [filename, sitemap, () => writeSitemap(pages, config, (page) => chapterOf(page)?.frontMatter.sitemap)],
    ['index.xml', feed, () => writeFeed(shared.book, shared.site, { home, limit: config.outputs.feedLimit })],
    ['llms.txt', llms, () => writeLlms(shared.book, shared.site, addressOf)],
    ['robots.txt', robots, () => `User-agent: *\n${sitemap ? `Sitemap: ${home}${filename}\n` : ''}`],
  ];
  return wanted
    .filter(([path, isWanted]) => isWanted && !taken.has(path))
    .map(([path, , write]) => ({ path, content: write(), yields: true }));
}
