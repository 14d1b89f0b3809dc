import type { PageView } from '../../model/page-view.js';
import type { BookView, SiteView } from '../../model/site-view.js';
import { escapeFor } from '../../text/escape.js';

/** Of which site, and how much of it. */
export interface FeedRequest {
  /** Address of home, absolute where it is known. */
  readonly home: string;
  /** Null for all chapters. */
  readonly limit: number | null;
}

/**
 * `index.xml`, RSS 2.0: the chapters, newest first; of one day, the later in the book first; without a date last.
 * At most `limit` of them. Times come from the chapters alone, so that the same book has the same bytes.
 */
export function writeFeed(book: BookView, site: SiteView, { home, limit }: FeedRequest): string {
  const title = site.title || (book.home?.title ?? '');
  const sorted = book.chapters
    .filter(({ original }) => original === null)
    .reverse()
    .sort((a, b) => (b.date?.ms ?? NEVER) - (a.date?.ms ?? NEVER));
  const shown = limit === null ? sorted : sorted.slice(0, limit);
  const newest = sorted[0]?.date ?? null;
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
${element('title', title)}
${element('link', home)}
${element('description', site.description || title)}
${element('language', site.language)}${site.copyright === '' ? '' : `\n${element('copyright', site.copyright)}`}
${newest === null ? '' : `${element('lastBuildDate', formatDate(newest.ms))}\n`}\
<atom:link href="${escapeFor('xml', `${home}index.xml`)}" rel="self" type="application/rss+xml"/>
${shown.map((chapter) => writeItem(chapter, site)).join('')}</channel>
</rss>
`;
}

/** Before every date that there is; a number, so that two of them are equal. */
const NEVER = -Number.MAX_VALUE;

function writeItem({ label, permalink, date, description }: PageView, site: SiteView): string {
  const published = date === null ? '' : element('pubDate', formatDate(date.ms));
  const link = element('link', permalink) + writeGuid(permalink, site);
  return `<item>${element('title', label)}${link}${published}${element('description', description)}</item>\n`;
}

/** RSS 2.0 takes a guid for a whole address unless it is told otherwise, and without `baseURL` none is whole. */
function writeGuid(permalink: string, { baseUrl }: SiteView): string {
  const kind = baseUrl === '' ? ' isPermaLink="false"' : '';
  return `<guid${kind}>${escapeFor('xml', permalink)}</guid>`;
}

function element(name: string, text: string): string {
  return `<${name}>${escapeFor('xml', text)}</${name}>`;
}

/** RFC 822 with a year of four digits, in UTC. */
function formatDate(ms: number): string {
  return new Date(ms).toUTCString();
}
