import { isStandIn } from '../../content/origin.js';
import type { Page } from '../../model/book.js';
import type { SiteBook } from '../../model/family.js';
import type { LanguageView } from '../../model/language-view.js';
import { addBasePath, makeAbsolute } from '../../url/site-address.js';
import { identifyPage } from './identify-page.js';
import type { SiteContext } from './site-context.js';

/** What is known of a page in the other languages. */
export interface PageLanguages {
  /** Every language of the book, and where it has this page, or home where it has not. Empty in a book in one. */
  readonly list: (page: Page) => readonly LanguageView[];
  /** The page that a page stands in for, since it is not translated; null for any other. */
  readonly original: (page: Page) => LanguageView | null;
}

/**
 * Finds translations (content rule 18): pages of one kind with one logical path, or with one `translationKey` in their
 * front matter. A chapter that is shown because its translation is missing is none.
 */
export function createPageLanguages({
  config,
  family,
}: Pick<SiteContext, 'config' | 'family'>): PageLanguages {
  if (family.length === 0) return { list: () => [], original: () => null };
  const own = family.find((site) => site.config.place.key === config.place.key);
  const indexes = new Map(family.map((site) => [site, indexPages(site)]));
  const main = family.find((site) => site.config.place.key === config.place.main);
  const findIn = (site: SiteBook, page: Page): Page | undefined =>
    site === own || own === undefined ? page : indexes.get(site)?.get(identifyPage(page));
  return {
    list: (page) => family.map((site) => describe(site, findIn(site, page), page, site === own)),
    original: (page) => {
      if (own === undefined || main === undefined || !isBorrowed(page, own)) return null;
      return describe(main, findIn(main, page), page, false);
    },
  };
}

/** Whether a page is shown in another language than the site's. */
export function isBorrowed(page: Page, { chapters }: Pick<SiteBook, 'chapters'>): boolean {
  const chapter = chapters.get(page.source ?? '');
  return chapter !== undefined && isStandIn(chapter);
}

function indexPages(site: SiteBook): ReadonlyMap<string, Page> {
  return new Map(Object.values(site.book.pages).map((page) => [identifyPage(page), page]));
}

function describe(site: SiteBook, found: Page | undefined, page: Page, isCurrent: boolean): LanguageView {
  const { config } = site;
  const { key, label, direction, folder, main } = config.place;
  // These are in no book, and in the site of every language.
  const isBuiltIn = page.key === 'contents' || page.key === 'print';
  const fallback = isBuiltIn ? `/${folder}${page.key}/` : `/${folder}`;
  const url = found?.url || fallback;
  return {
    key,
    label,
    language: config.language,
    direction,
    title: found?.title ?? '',
    url: addBasePath(config, url),
    permalink: makeAbsolute(config, url),
    isCurrent,
    isMain: key === main,
    isTranslated: (found !== undefined || isBuiltIn) && !(found !== undefined && isBorrowed(found, site)),
  };
}
