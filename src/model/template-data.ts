import type { Entry, PageView } from './page-view.js';
import type { SafeHtml } from './safe-html.js';
import type { BookView, SiteView } from './site-view.js';
import type { TextValues } from './texts.js';

/** Everything that a page's template can name. */
export interface TemplateData {
  readonly page: PageView;
  readonly site: SiteView;
  readonly book: BookView;
  /** The contents beside the text, windowed, with the current page marked. */
  readonly navigation: SafeHtml;
  /** The address of a file of `templates/assets/`, base path and content hash included. */
  readonly asset: (name: string) => string;
  /** A text of `templates/i18n/` in the book's language, by key. A number alone is its count. Also called `i18n`. */
  readonly t: (key: string, values?: TextValues | number) => string;
  readonly i18n: TemplateData['t'];
  /** A script of `templates/inline/`, to stand in the page. */
  readonly inline: (name: string) => SafeHtml;
  /** In `print.html`: every page of the book in reading order, each made with `partials/print-chapter.html`. */
  readonly chapters?: SafeHtml;
  /** The content security policy of this page, or `''` for none. */
  readonly policy: string;
}

/** One list of the contents beside the text: a window on the children of a page. Input of `partials/contents.html`. */
export interface ContentsList {
  /** How many come before and after the window, and the page that lists them all. */
  readonly before: number;
  readonly after: number;
  readonly owner: PageView;
  readonly lines: readonly ContentsLine[];
}

/** Without the reading time, for which the chapters would have to be rendered first. */
export interface ContentsLine extends Omit<Entry, 'minutes'> {
  /** The list below it, if the current page is it or lies in it. */
  readonly list: ContentsList | null;
}
