import type { Page } from '../../model/book.js';
import type { OutputFile } from '../../model/output.js';
import { makeAbsolute } from '../../url/site-address.js';
import { feedPath, hasFeed } from '../outputs/has-feed.js';
import type { PageTools } from '../page-tools.js';
import { writeFeed } from './feed.js';
import { listLlmsFiles } from './llms.js';

/**
 * What is read by machines: the feeds, `index.xml`, in the folders of home and of the lists that want one; and `llms.txt`, of a large library several.
 * Each gives way to a file of the book at its path, and is written whenever its content is asked for: those of a large
 * book are not in memory at once, and a preview that nobody asks for them makes none.
 * All chapters must be rendered by then: descriptions come from their text.
 */
export function writeFeeds(tools: PageTools): readonly OutputFile[] {
  const { book, config } = tools.context;
  const pages = [...book.order, ...book.others]
    .flatMap((key) => book.pages[key] ?? [])
    .filter(({ outputPath }) => outputPath !== '');
  const taken = new Set(pages.map(({ outputPath }) => outputPath));
  const feeds = pages.filter((page) => hasFeed(page, config));
  const llms = config.outputs.llms ? listLlmsFiles(tools) : [];
  const wanted: readonly (readonly [string, () => string])[] = [
    ...feeds.map((page) => [feedPath(page.outputPath), () => writePageFeed(page, tools)] as const),
    ...llms.map(({ path, write }) => [path, write] as const),
  ];
  return wanted
    .filter(([path]) => !taken.has(path))
    .map(([path, write]) => ({
      path,
      get content() {
        return write();
      },
      yields: true,
    }));
}

/** Home's feed has every chapter, a section's its own, that of a taxonomy or term what it lists (content rule 17). */
function writePageFeed(
  page: Page,
  { context: { config }, shared: { book, site }, views }: PageTools,
): string {
  const view = views.view(page);
  const link = makeAbsolute(config, page.url);
  const limit = config.outputs.feedLimit;
  if (page.kind === 'home') {
    const title = site.title || view.title;
    return writeFeed(book.chapters, site, { title, description: site.description || title, link, limit });
  }
  const title = site.title === '' ? view.label : `${view.label} – ${site.title}`;
  const listed =
    page.kind === 'section' ? view.children.filter(({ kind }) => kind === 'page') : view.children;
  return writeFeed(listed, site, { title, description: view.description || title, link, limit });
}
