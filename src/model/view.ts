import type { PageKind } from './book.js';
import type { DateValue } from './chapter.js';
import type { Outputs } from './config.js';
import type { MenuEntry } from './menu.js';
import type { Heading } from './rendered.js';
import type { TextValues } from './texts.js';

/** HTML that templates print as it is, because the build made and sanitised it. */
export interface SafeHtml {
  readonly toString: () => string;
}

/** A chapter's colour (front matter `c`), readable on each paper of the theme: `#rrggbb`, contrast at least 4.5. */
export interface Accent {
  readonly light: string;
  readonly sepia: string;
  readonly dark: string;
  readonly black: string;
}

/** What is in `<style>`, and the hash by which a content security policy can name it. */
export interface AccentStyle {
  /** `:root{--accent-light:#…;--accent-sepia:#…;--accent-dark:#…;--accent-black:#…}` */
  readonly css: string;
  /** `sha256-…`, Base64. */
  readonly hash: string;
}

/** A line of a list: a page, or a chapter that was cut into lettered pieces. */
export interface Entry {
  /** The page, or the first piece. */
  readonly page: PageView;
  /** "Chapter 14f"; of a lettered chapter what its pieces have in common, "Chapter 14". */
  readonly heading: string;
  readonly title: string;
  /** The pieces of a lettered chapter, in order; empty for any other page. */
  readonly pieces: readonly PieceView[];
  /** Reading time, of all pieces. */
  readonly minutes: number;
}

/** One piece of a lettered chapter. */
export interface PieceView {
  /** `a`, `b` … */
  readonly letter: string;
  readonly page: PageView;
}

/** Where a chapter stands among the pages of kind `page`, in reading order. */
export interface Position {
  /** From 1. */
  readonly index: number;
  readonly total: number;
}

/** A file of a page's bundle as templates see it. */
export interface ResourceView {
  /** As the front matter calls it, else its path in the bundle. */
  readonly name: string;
  readonly title: string;
  /** Without prototypes, as a page's. */
  readonly params: Readonly<Record<string, unknown>>;
  /** Address from the root of the host, base path included. */
  readonly url: string;
  readonly permalink: string;
}

/** The files of a page's bundle, by name. */
export interface ResourceList extends ReadonlyArray<ResourceView> {
  /** Those whose name matches a pattern such as `images/*.{png,jpg}`; case does not count. */
  readonly match: (pattern: string) => readonly ResourceView[];
}

/** A page in one of the book's languages, or that language's home where there is no such page. */
export interface LanguageView {
  /** What the language is called in names of files and in addresses: `fr`. */
  readonly key: string;
  /** What its readers call it: `Français`. */
  readonly label: string;
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** The page's title in it, or `''`. */
  readonly title: string;
  readonly url: string;
  readonly permalink: string;
  readonly isCurrent: boolean;
  /** Whether the page is there in this language: false where another stands in for it. */
  readonly isTranslated: boolean;
  /** Whether this is the main language, for readers who read none of the others. */
  readonly isMain: boolean;
}

/**
 * A page as templates see it: `page`, and every page that it leads to (`page.next`, `page.children` …).
 * Fields are computed when they are first asked for, so naming a page costs little and asking for its text renders it.
 */
export interface PageView {
  /** Without its heading: "A New Era". */
  readonly title: string;
  /** "Chapter 14f", or `''`. */
  readonly heading: string;
  /** "Chapter 14f · A New Era": the name for lists and `<title>`. */
  readonly label: string;
  /** The short name that the front matter gives, else the title. */
  readonly linkTitle: string;
  readonly kind: PageKind | 'contents' | 'print' | '404';
  /** Address from the root of the host, base path included, percent-encoded: `/book/part-1/14f/`. */
  readonly url: string;
  /** The whole address when the book's `baseURL` is known, else as `url`. */
  readonly permalink: string;
  /** Where the page's Markdown twin is, or `''` (`outputs`). */
  readonly markdownUrl: string;
  /** Hugo's logical path: `/part-1/14f`. */
  readonly path: string;
  /** Path under `content/`, or null for a page without a file. */
  readonly source: string | null;
  readonly draft: boolean;
  readonly weight: number;
  readonly date: DateValue | null;
  readonly lastmod: DateValue | null;
  /** The text. */
  readonly content: SafeHtml;
  /** The front matter's, for home else the book's, else the excerpt. Plain text. */
  readonly description: string;
  /** How the text begins, for lists and meta tags. Plain text. */
  readonly excerpt: string;
  readonly keywords: readonly string[];
  readonly summary: SafeHtml;
  /** True when there is more text than the summary. */
  readonly truncated: boolean;
  readonly words: number;
  /** Reading time; 0 without text. */
  readonly minutes: number;
  readonly headings: readonly Heading[];
  /** The headings of levels 2 and 3, or of those that are configured. */
  readonly outline: readonly Heading[];
  /** The front matter's other keys, lower-cased. Without prototypes: an absent key is undefined. */
  readonly params: Readonly<Record<string, unknown>>;
  /** First segment of the logical path. */
  readonly section: string;
  readonly parent: PageView | null;
  /** From home down to the parent. */
  readonly ancestors: readonly PageView[];
  readonly previous: PageView | null;
  readonly next: PageView | null;
  /** Its pages and sub-sections, in order. */
  readonly children: readonly PageView[];
  /** The same as lists show them: the pieces of a lettered chapter are one entry. */
  readonly entries: readonly Entry[];
  /** All pieces of the lettered chapter that this page is one of; else empty. */
  readonly pieces: readonly PieceView[];
  /** Null for pages that are no chapters. */
  readonly position: Position | null;
  /** The page for search engines, as JSON-LD (schema.org): print it with the filter `json`. */
  readonly structuredData: Readonly<Record<string, unknown>>;
  readonly accent: Accent | null;
  readonly accentStyle: AccentStyle | null;
  /** The pages of the terms that it names of a taxonomy, `tags` for instance, in its order. */
  readonly terms: (taxonomy: string) => readonly PageView[];
  /** The files of its bundle. */
  readonly resources: ResourceList;
  /** Its translations: the same page in the other languages. */
  readonly translations: readonly LanguageView[];
  /** Every language of the book, this one too, for a way from one to the other; empty in a book in one language. */
  readonly languages: readonly LanguageView[];
  /** The page whose text is shown because there is no translation; else null. */
  readonly original: LanguageView | null;
  /** Addresses that redirect here, base path included. */
  readonly aliases: readonly string[];
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

/** The site around the book: `site` in templates. */
export interface SiteView {
  readonly title: string;
  readonly description: string;
  readonly author: string;
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
  /** Address of the front page, from the root of the host: `/book/`, `/book/fr/`. */
  readonly home: string;
  /** The entries of each menu, by its name. */
  readonly menus: Readonly<Record<string, readonly MenuEntryView[]>>;
  /** The names of the taxonomies: `tags`, `categories`. */
  readonly taxonomies: readonly string[];
  /** The owner's own values, keys as written. */
  readonly params: Readonly<Record<string, unknown>>;
  /** What the data files say, by folders and names. Without prototypes. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** The book as a whole: `book` in templates. */
export interface BookView {
  readonly home: PageView | null;
  /** Home's pages and sections, in order. */
  readonly parts: readonly PageView[];
  /** The chapters: every page of kind `page`, in reading order. */
  readonly chapters: readonly PageView[];
  /** Number of chapters. */
  readonly count: number;
  /** Words of all chapters. */
  readonly words: number;
  /** The first chapter, where reading begins. */
  readonly first: PageView | null;
}

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
