import type { Page } from '../../model/book.js';
import type { Config } from '../../model/config.js';
import { escapeFor } from '../../text/escape.js';
import { makeAbsolute } from '../../text/site-address.js';

/** `sitemap.xml`: every page in reading order, with its last change where that is known (content rule 17). */
export function writeSitemap(pages: readonly Page[], config: Config): string {
  const urls = pages.map(({ url, lastmod }) => {
    const changed = lastmod === null ? '' : `<lastmod>${lastmod.iso}</lastmod>`;
    return `<url><loc>${escapeFor('xml', makeAbsolute(config, url))}</loc>${changed}</url>\n`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join('')}</urlset>
`;
}
