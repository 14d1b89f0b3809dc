import type { SiteContext } from './views/site-context.js';

/** The site with the formats that home's front matter asks for, in place of the configured ones (content rule 2). */
export function applyOutputs(context: SiteContext): SiteContext {
  const { book, config } = context;
  const asked = book.pages['/']?.head.frontMatter.outputs;
  if (asked === undefined) return context;
  const feed = asked.includes('rss') && !config.outputs.noFeeds;
  const [print, llms] = [asked.includes('print'), asked.includes('llms')];
  return { ...context, config: { ...config, outputs: { ...config.outputs, feed, print, llms } } };
}
