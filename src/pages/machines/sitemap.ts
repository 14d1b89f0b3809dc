import type { Page } from '../../model/book.js';
import type { SitemapFacts } from '../../model/chapter.js';
import type { Config } from '../../model/config.js';
import { escapeFor } from '../../text/escape.js';
import { makeAbsolute } from '../../text/site-address.js';

/** What the front matter of a page says for the sitemap; undefined where it says nothing. */
export type FindSitemapFacts = (page: Page) => SitemapFacts | undefined;

/**
 * `sitemap.xml`: every page in reading order that is not left out, with what is known of its changes, and its rank where
 * there is one (content rule 17; sitemaps.org).
 */
export function writeSitemap(pages: readonly Page[], config: Config, findFacts: FindSitemapFacts): string {
  const urls = pages.map((page) => {
    const { changefreq, priority, disable } = { ...config.sitemap, ...findFacts(page) };
    if (disable) return '';
    const { url, lastmod } = page;
    const changed = lastmod === null ? '' : `<lastmod>${lastmod.iso}</lastmod>`;
    const frequency = changefreq === '' ? '' : `<changefreq>${changefreq}</changefreq>`;
    const rank = priority === -1 ? '' : `<priority>${priority}</priority>`;
    const address = escapeFor('xml', makeAbsolute(config, url));
    return `<url><loc>${address}</loc>${changed}${frequency}${rank}</url>\n`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join('')}</urlset>
`;
}
