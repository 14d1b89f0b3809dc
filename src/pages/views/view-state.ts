import type { Page } from '../../model/book.js';
import type { PageView } from '../../model/page-view.js';

/** The page that a view shows. */
export interface ViewState {
  readonly page: Page;
  /** Its text, where that is at hand. */
  readonly html: string | null;
}

/** How some fields of a view are computed from its page. */
export type FieldsOf<Names extends keyof PageView> = {
  readonly [Field in Names]: (state: ViewState) => PageView[Field];
};

/** The view of the page with a key; undefined for a key that no page has. */
export type FindView = (key: string | null) => PageView | undefined;
