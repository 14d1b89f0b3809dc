import { addBasePath, makeAbsolute } from '../../url/site-address.js';
import { feedAddress, hasFeed } from '../outputs/has-feed.js';
import { hasMarkdownOutput } from '../outputs/has-markdown-output.js';
import { markdownAddress } from '../outputs/markdown-address.js';
import type { SiteContext } from './site-context.js';
import type { FieldsOf } from './view-state.js';

type NameField =
  | (
      | 'title'
      | 'heading'
      | 'label'
      | 'linkTitle'
      | 'kind'
      | 'url'
      | 'permalink'
      | 'markdownUrl'
      | 'feedUrl'
      | 'path'
      | 'source'
    )
  | ('draft' | 'weight' | 'date' | 'lastmod' | 'publishDate' | 'aliases');

/** What a page is called, where it is, and what its head says of it. */
export function nameFields({
  config,
  setTitle: set,
}: Pick<SiteContext, 'config' | 'setTitle'>): FieldsOf<NameField> {
  return {
    title: ({ page }) => set(page.title),
    heading: ({ page }) => set(page.heading),
    label: ({ page }) => set(page.label),
    linkTitle: ({ page }) => set(page.linkTitle),
    kind: ({ page }) => page.kind,
    url: ({ page }) => addBasePath(config, page.url),
    permalink: ({ page }) => makeAbsolute(config, page.url),
    markdownUrl: ({ page }) =>
      hasMarkdownOutput(page, config) ? markdownAddress(addBasePath(config, page.url)) : '',
    feedUrl: ({ page }) => (hasFeed(page, config) ? feedAddress(addBasePath(config, page.url)) : ''),
    path: ({ page }) => page.key,
    source: ({ page }) => page.source,
    draft: ({ page }) => page.draft,
    weight: ({ page }) => page.weight,
    date: ({ page }) => page.date,
    lastmod: ({ page }) => page.lastmod,
    publishDate: ({ page }) => page.head.dates.publishDate ?? null,
    aliases: ({ page }) => page.aliases.map((alias) => addBasePath(config, alias)),
  };
}
