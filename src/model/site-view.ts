import type { MenuEntry } from './menu.js';
import type { Outputs } from './output-rules.js';
import type { Entry, PageView } from './page-view.js';

/** The site around the book: `site` in templates. */
export interface SiteView {
  readonly title: string;
  readonly description: string;
  readonly author: string;
  /** The program and its version; `''` where home is not to name them. */
  readonly generator: string;
  readonly copyright: string;
  /** BCP 47. */
  readonly language: string;
  /** `rtl` or `ltr`, from the language. */
  readonly direction: 'ltr' | 'rtl';
  /** Whether readers can search the book. */
  readonly search: boolean;
  /** Which files there are beside the pages. */
  readonly outputs: Outputs;
  /** With its trailing slash, or `''`. */
  readonly baseUrl: string;
  /** With both slashes. */
  readonly basePath: string;
  /** Address of the picture beside the book's name (`params.logo`, `params.BookLogo`), or `''`. */
  readonly logo: string;
  /** Address of the front page, from the root of the host: `/book/`, `/book/fr/`. */
  readonly home: string;
  /** The entries of each menu, by its name. */
  readonly menus: Readonly<Record<string, readonly MenuEntryView[]>>;
  /** The names of the taxonomies: `tags`, `categories`. */
  readonly taxonomies: readonly string[];
  /** Where the book lies as an EPUB, base path included, or `''` (`outputs`). */
  readonly epub: string;
  /** The same as a PDF. */
  readonly pdf: string;
  /** The owner's own values, keys as written. */
  readonly params: Readonly<Record<string, unknown>>;
  /** What the data files say, by folders and names. Without prototypes. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** An entry of a menu as templates see it. */
export interface MenuEntryView extends Omit<MenuEntry, 'page' | 'children'> {
  /** The page that it leads to, or null. */
  readonly page: PageView | null;
  readonly children: readonly MenuEntryView[];
  /** True when it leads to that page. */
  readonly isCurrent: (page: PageView) => boolean;
  /** True when an entry below it leads to that page. */
  readonly holds: (page: PageView) => boolean;
}

/** The book as a whole: `book` in templates. */
export interface BookView {
  readonly home: PageView | null;
  /** Home's pages and sections, in order. */
  readonly parts: readonly PageView[];
  /** The chapters: every page of kind `page`, in reading order. */
  readonly chapters: readonly PageView[];
  /** The same as lists show them: the pieces of a chapter are one entry. */
  readonly entries: readonly Entry[];
  /** The volumes of a library, in reading order; empty for a site that is one book. */
  readonly volumes: readonly PageView[];
  /** Number of chapters. */
  readonly count: number;
  /** Words of all chapters. */
  readonly words: number;
  /** The first chapter, where reading begins. */
  readonly first: PageView | null;
}
