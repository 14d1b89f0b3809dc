import type { DateValue } from '../../model/chapter.js';
import type { PageView } from '../../model/page-view.js';
import type { SiteView } from '../../model/site-view.js';
import { escapeFor } from '../../text/escape.js';
import { escapeDoubtfulInXml, escapeHtmlInXml, joinXml, type Xml, xml } from '../../text/xml.js';
import { feedAddress } from '../outputs/has-feed.js';

/** What a feed is about, and how much of it it has. */
export interface FeedRequest {
  readonly title: string;
  readonly description: string;
  /** Address of the page that lists the same, absolute where it is known. */
  readonly link: string;
  /** Null for all pages. */
  readonly limit: number | null;
}

/**
 * `index.xml`, RSS 2.0: pages given in their order, newest first; of one day, the later in order first; without a date
 * last. At most `limit` of them. What counts is when they were published (content rule 17). Times come from the pages
 * alone, so that the same book has the same bytes.
 */
export function writeFeed(
  pages: readonly PageView[],
  site: SiteView,
  { title, description, link, limit }: FeedRequest,
): Xml {
  const sorted = pages
    .filter(({ original }) => original === null)
    .reverse()
    .sort((a, b) => (publishedAt(b)?.ms ?? NEVER) - (publishedAt(a)?.ms ?? NEVER));
  const shown = limit === null ? sorted : sorted.slice(0, limit);
  const newest = sorted.reduce((ms, page) => Math.max(ms, changedAt(page)), NEVER);
  return xml`<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${escapeDoubtfulInXml(title)}</title>
${element('link', link)}
<description>${escapeHtmlInXml(description)}</description>
${element('language', site.language)}${site.copyright === '' ? nothing : xml`\n${element('copyright', site.copyright)}`}
${newest > NEVER ? xml`${element('lastBuildDate', formatDate(newest))}\n` : nothing}\
<atom:link href="${escapeFor('xml', feedAddress(link))}" rel="self" type="application/rss+xml"/>
${joinXml(shown.map((page) => writeItem(page, site)))}</channel>
</rss>
`;
}

const nothing = xml``;

/** Before every date that there is; a number, so that two of them are equal. */
const NEVER = -Number.MAX_VALUE;

function publishedAt({ publishDate, date }: PageView): DateValue | null {
  return publishDate ?? date;
}

function changedAt({ lastmod, date }: PageView): number {
  return (lastmod ?? date)?.ms ?? NEVER;
}

function writeItem(page: PageView, site: SiteView): Xml {
  const { label, permalink, description } = page;
  const date = publishedAt(page);
  const published = date === null ? nothing : element('pubDate', formatDate(date.ms));
  const link = xml`${element('link', permalink)}${writeGuid(permalink, site)}`;
  const title = xml`<title>${escapeDoubtfulInXml(label)}</title>`;
  return xml`<item>${title}${link}${published}<description>${escapeHtmlInXml(description)}</description></item>\n`;
}

/** RSS 2.0 takes a guid for a whole address unless it is told otherwise, and without `baseURL` none is whole. */
function writeGuid(permalink: string, { baseUrl }: SiteView): Xml {
  const kind = baseUrl === '' ? xml` isPermaLink="false"` : nothing;
  return xml`<guid${kind}>${escapeFor('xml', permalink)}</guid>`;
}

function element(name: 'link' | 'language' | 'copyright' | 'lastBuildDate' | 'pubDate', text: string): Xml {
  const tag = escapeFor('xml', name);
  return xml`<${tag}>${escapeFor('xml', text)}</${tag}>`;
}

/** RFC 822 with a year of four digits, in UTC. */
function formatDate(ms: number): string {
  return new Date(ms).toUTCString();
}
