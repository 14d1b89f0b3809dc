import type { Page } from '../../model/book.js';
import type { Config } from '../../model/config.js';
import type { LanguageView } from '../../model/language-view.js';
import { escapeFor } from '../../text/escape.js';
import { joinXml, type Xml, xml } from '../../text/xml.js';
import { makeAbsolute } from '../../url/site-address.js';

/** Where a page is in each language. */
export type FindLanguages = (page: Page) => readonly LanguageView[];

/**
 * `sitemap.xml`: every page in reading order that is not left out, with what is known of its changes, its rank where
 * there is one, and its translations (content rule 17; sitemaps.org).
 */
export function writeSitemap(pages: readonly Page[], config: Config, findLanguages: FindLanguages): Xml {
  const urls = pages.map((page) => {
    const { changefreq, priority, disable } = { ...config.sitemap, ...page.head.frontMatter.sitemap };
    if (disable) return nothing;
    const { url, lastmod } = page;
    const changed = lastmod === null ? nothing : xml`<lastmod>${escapeFor('xml', lastmod.iso)}</lastmod>`;
    const frequency =
      changefreq === '' ? nothing : xml`<changefreq>${escapeFor('xml', changefreq)}</changefreq>`;
    const rank = priority === -1 ? nothing : xml`<priority>${priority}</priority>`;
    const address = escapeFor('xml', makeAbsolute(config, url));
    const links = writeAlternates(findLanguages(page));
    return xml`<url><loc>${address}</loc>${changed}${frequency}${rank}${links}</url>\n`;
  });
  const names = urls.some((url) => url.includes('<xhtml:link')) ? xml` xmlns:xhtml="${XHTML}"` : nothing;
  return xml`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"${names}>
${joinXml(urls)}</urlset>
`;
}

const nothing = xml``;
const XHTML = escapeFor('xml', 'http://www.w3.org/1999/xhtml');

function writeAlternates(languages: readonly LanguageView[]): Xml {
  const alternates = languages.filter(({ isTranslated }) => isTranslated);
  return alternates.length > 1 ? joinXml(alternates.map(writeAlternate)) : nothing;
}

/** The main language is also for readers who read none of the others: `x-default`, which Hugo leaves out. */
function writeAlternate({ language, permalink, isMain }: LanguageView): Xml {
  const address = escapeFor('xml', permalink);
  const names = [escapeFor('xml', language), ...(isMain ? [xml`x-default`] : [])];
  return joinXml(
    names.map((name) => xml`<xhtml:link rel="alternate" hreflang="${name}" href="${address}"/>`),
  );
}

/** The `sitemap.xml` of a book in several languages: the addresses of their sitemaps. */
export function writeSitemapIndex(addresses: readonly string[]): Xml {
  const lines = addresses.map((address) => xml`<sitemap><loc>${escapeFor('xml', address)}</loc></sitemap>\n`);
  return xml`<?xml version="1.0" encoding="utf-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${joinXml(lines)}</sitemapindex>
`;
}
