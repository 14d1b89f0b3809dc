import type { Page } from '../../model/book.js';
import type { Config } from '../../model/config.js';

/** Whether a page has a feed of what it lists: its own `outputs` decide, else the configured ones. No chapter has one. */
export function hasFeed({ head, kind }: Page, { outputs }: Config): boolean {
  if (outputs.noFeeds || kind === 'page') return false;
  const isUsual = kind === 'home' ? outputs.feed : outputs.listFeeds.includes(kind);
  return head.frontMatter.outputs?.includes('rss') ?? isUsual;
}

/** Where the feed of the page at an address is, in its folder, as in Hugo: `…/part-1/` → `…/part-1/index.xml`. */
export function feedAddress(address: string): string {
  return `${address.replace(/\/$|\.[^./]+$/, '')}/index.xml`;
}

/** The same for the path that a page is written to. */
export function feedPath(outputPath: string): string {
  return `${outputPath.replace(/(?:^|\/)index\.html$|\.[^./]+$/, '')}/index.xml`.replace(/^\//, '');
}
