import { readTexts } from '../formats/read-texts.js';
import type { Page } from '../model/book.js';
import type { Outcome } from '../model/diagnostic.js';
import type { OutputFile } from '../model/output.js';
import { createTranslate } from '../templates/create-translate.js';
import { createEngine, markSafe } from '../templates/engine.js';
import { createFilters } from '../templates/filters.js';
import { createAccents } from './accent.js';
import { createAssets } from './assets.js';
import { createBookView, createSiteView } from './book-view.js';
import { createInlineScripts } from './inline-scripts.js';
import { createMenuViews } from './menu-views.js';
import { createNavigation } from './navigation.js';
import type { PageTools } from './page-tools.js';
import { createPageViews } from './page-views.js';
import { createPolicy } from './policy.js';
import { createLinkRewriter } from './relative-links.js';
import { renderExtras } from './render-extras.js';
import { renderPage } from './render-page.js';
import { addScriptTexts } from './script-texts.js';
import type { SiteContext } from './site-context.js';

/** A book's site, ready to make its pages in any order. */
export interface Site {
  /** A page's file from the HTML of its text (`''` for one without a file). Content is empty when there are errors. */
  readonly renderPage: (page: Page, html: string) => Promise<Outcome<OutputFile>>;
  /** What is no page of the book: `404.html`, redirects, the theme's assets. */
  readonly renderExtras: () => Promise<Outcome<readonly OutputFile[]>>;
}

/**
 * Prepares everything that pages have in common, once:
 *
 * 1. the interface's texts are read (`templates/create-translate.ts`), the theme's assets get their published names, stylesheets
 *    are put together (`assets.ts`);
 * 2. all templates are compiled (`engine.ts`), with our filters (`filters.ts`);
 * 3. pages, book and site get their views, computed as templates ask (`page-views.ts`, `book-view.ts`);
 * 4. a page then is: its template (`lookup.ts`), the contents beside it (`navigation.ts`), its text (`render-page.ts`).
 *
 * Reports every fault of the templates and assets that does not depend on a page; never throws.
 */
export function createSite(context: SiteContext): Outcome<Site> {
  const { book, config } = context;
  const texts = readTexts(context.templates, config.language);
  const translate = createTranslate(texts.value, config.language);
  const assets = createAssets(addScriptTexts(context.templates, texts.value), context.assets, config);
  const templates = context.templates.filter(
    ({ path }) => path.endsWith('.html') && !/^(?:assets|inline)\//.test(path),
  );
  const engine = createEngine(templates, createFilters(config, markSafe));
  const inline = createInlineScripts(context.templates);
  const accents = createAccents();
  const views = createPageViews(context, accents);
  const shared = {
    site: createSiteView(config, createMenuViews(context, views.find)),
    book: createBookView(book, views),
    asset: assets.value.addressOf,
    t: translate,
    i18n: translate,
    inline: inline.find,
  };
  const tools: PageTools = {
    context,
    accents,
    views,
    engine: engine.value,
    assets: assets.value,
    drawNavigation: createNavigation(book.pages, views, engine.value, shared),
    findPolicy: createPolicy(config, inline.hashes),
    rewriteLinks: createLinkRewriter(config),
    shared,
  };
  return {
    value: {
      renderPage: (page, html) => renderPage(tools, page, html),
      renderExtras: () => renderExtras(tools),
    },
    diagnostics: [...texts.diagnostics, ...assets.diagnostics, ...engine.diagnostics],
  };
}
