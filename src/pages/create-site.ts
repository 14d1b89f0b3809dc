import type { Page } from '../model/book.js';
import type { Outcome } from '../model/diagnostic.js';
import type { OutputFile } from '../model/output.js';
import type { Outputs } from '../model/output-rules.js';
import type { PaperBook } from '../model/paper.js';
import { createNavigation } from './contents/navigation.js';
import { type EpubBook, type EpubRequest, renderEpub } from './epub/render-epub.js';
import { listExtras } from './list-extras.js';
import type { Extra, PageTools } from './page-tools.js';
import { type PaperRequest, renderPaper } from './paper/render-paper.js';
import { renderPrint } from './print/render-print.js';
import { renderPage } from './render-page.js';
import { prepareTheme, type Theme } from './theme/theme.js';
import { createBookView, createSiteView } from './views/book-view.js';
import { createMenuViews } from './views/menu-views.js';
import { createPageViews } from './views/page-views.js';
import type { SiteContext } from './views/site-context.js';

/** A book's site, ready to make its pages in any order. */
export interface Site {
  /** Which files there are beside the pages, as the configuration and home's front matter say. */
  readonly outputs: Outputs;
  /** A page's file from the HTML of its text (`''` for one without a file). Content is empty when there are errors. */
  readonly renderPage: (page: Page, html: string) => Promise<Outcome<OutputFile>>;
  /** What is no page of the book: `404.html`, redirects, the theme's assets. */
  readonly listExtras: () => readonly Extra[];
  /** The book, or a part of it, as the files of an EPUB; null with an error. */
  readonly renderEpub: (request: EpubRequest) => Promise<Outcome<EpubBook | null>>;
  /** The book, or a part of it, to be printed; null with an error. */
  readonly renderPaper: (request: PaperRequest) => Promise<Outcome<PaperBook | null>>;
  /** The whole book in one page; null when the book does not want it. */
  readonly renderPrint: () => Promise<Outcome<OutputFile> | null>;
}

/**
 * Prepares everything that the pages of a book have in common, once:
 *
 * 1. pages, book and site get their views, computed as templates ask (`page-views.ts`, `book-view.ts`);
 * 2. a page then is: its template (`lookup.ts`), the contents beside it (`navigation.ts`), its text (`render-page.ts`).
 *
 * Reports what the theme does, and each fault of a template once for this site; never throws.
 */
export function createSite(given: SiteContext, theme: Outcome<Theme> = prepareTheme(given)): Outcome<Site> {
  const context = applyOutputs(given);
  const { book } = context;
  const { accents, assets, data, findPolicy, inline, rewriteLinks, translate } = theme.value;
  const engine = theme.value.engine.anew();
  const views = createPageViews(context, accents);
  const shared = {
    site: createSiteView(context, createMenuViews(context, views.find), data),
    book: createBookView(book, views),
    asset: assets.addressOf,
    t: translate,
    i18n: translate,
    inline: inline.find,
  };
  const drawNavigation = createNavigation(book.pages, views, engine, shared, context.share);
  const tools: PageTools = {
    context,
    accents,
    views,
    engine,
    assets,
    drawNavigation,
    findPolicy,
    rewriteLinks,
    shared,
  };
  const site: Site = {
    outputs: context.config.outputs,
    renderPage: (page, html) => renderPage(tools, page, html),
    listExtras: () => listExtras(tools),
    renderEpub: (request) => renderEpub(tools, request),
    renderPaper: (request) => renderPaper(tools, request),
    renderPrint: () => renderPrint(tools),
  };
  return { value: site, diagnostics: theme.diagnostics };
}

/** The site with the formats that home's front matter asks for, in place of the configured ones (content rule 2). */
function applyOutputs(context: SiteContext): SiteContext {
  const { book, config } = context;
  const asked = book.pages['/']?.head.frontMatter.outputs;
  if (asked === undefined) return context;
  const feed = asked.includes('rss') && !config.outputs.noFeeds;
  const [print, llms] = [asked.includes('print'), asked.includes('llms')];
  const [epub, pdf] = [asked.includes('epub'), asked.includes('pdf')];
  const outputs = { ...config.outputs, feed, print, llms, epub, pdf };
  return { ...context, config: { ...config, outputs } };
}
