import type { OutputFile } from '../../model/output.js';
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
  const { feed, llms, robots, markdown } = config.outputs;
  const pages = [...book.order, ...book.others]
    .flatMap((key) => book.pages[key] ?? [])
    .filter(({ outputPath }) => outputPath !== '');
  const taken = new Set(pages.map(({ outputPath }) => outputPath));
  const home = makeAbsolute(config, '/');
  const addressOf = (page: { readonly permalink: string; readonly kind: string }) =>
    markdown && page.kind === 'page' ? twinAddress(page.permalink) : page.permalink;
  const wanted: readonly [string, boolean, () => string][] = [
    ['sitemap.xml', true, () => writeSitemap(pages, config)],
    ['index.xml', feed, () => writeFeed(shared.book, shared.site, home)],
    ['llms.txt', llms, () => writeLlms(shared.book, shared.site, addressOf)],
    ['robots.txt', robots, () => `User-agent: *\nSitemap: ${home}sitemap.xml\n`],
  ];
  return wanted
    .filter(([path, isWanted]) => isWanted && !taken.has(path))
    .map(([path, , write]) => ({ path, content: write(), yields: true }));
}
