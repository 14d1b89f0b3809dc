import type { Page } from '../../model/book.js';
import type { PageView } from '../../model/page-view.js';
import type { Accents } from '../theme/accent.js';
import type { SiteContext } from './site-context.js';
import { createViewFields, type ViewFields } from './view-fields.js';
import type { FindView, ViewState } from './view-state.js';

/** The views of a book's pages, each made when first asked for. */
export interface PageViews {
  readonly view: (page: Page) => PageView;
  /** Undefined for a key that no page has. */
  readonly find: FindView;
  /** The view of a page whose text is at hand: `content` is that text, and nothing keeps it afterwards. */
  readonly withContent: (page: Page, html: string) => PageView;
}

export function createPageViews(context: SiteContext, accents: Accents): PageViews {
  const { pages } = context.book;
  const prototype = createPrototype(
    createViewFields(
      context,
      accents,
      (key) => find(key),
      (page) => view(page),
    ),
  );
  const known = new Map<string, PageView>();

  const show = (page: Page, html: string | null): PageView => {
    const state: ViewState = { page, html };
    // The prototype has a getter for each field of a view.
    return Object.create(prototype, { [stateKey]: { value: state } }) as PageView;
  };
  const view = (page: Page): PageView => {
    const cached = known.get(page.key);
    if (cached !== undefined) return cached;
    const made = show(page, null);
    known.set(page.key, made);
    return made;
  };
  const find: FindView = (key) => {
    const page = key === null ? undefined : pages[key];
    return page === undefined ? undefined : view(page);
  };
  return { view, find, withContent: show };
}

const stateKey = Symbol('the page behind a view');

/** One object with a getter per field; itself without a prototype, so that a view has no `constructor`. */
function createPrototype(fields: ViewFields): object {
  const prototype: object = Object.create(null);
  for (const [name, compute] of Object.entries(fields)) {
    Object.defineProperty(prototype, name, {
      enumerable: true,
      get(this: { readonly [stateKey]: ViewState }) {
        return compute(this[stateKey]);
      },
    });
  }
  return prototype;
}
