import type { PageKind } from './book.js';

/** What decides whether a chapter is published (content rule 4). */
export interface PublishRules {
  readonly drafts: boolean;
  readonly future: boolean;
  readonly expired: boolean;
  /** "Now", in milliseconds since 1970 UTC: an argument, never read inside a stage. */
  readonly now: number;
}

/** Where and under which conditions a book is published, unless the command says otherwise. */
export interface PublicationRules {
  /** Absolute, or relative to the book's own folder (`publishDir`). */
  readonly folder: string;
  /** Files that no build of ours wrote are overwritten (`cleanDestinationDir`). */
  readonly takeOver: boolean;
  /** A warning keeps the book from being published (`panicOnWarning`). */
  readonly failOnWarnings: boolean;
}

/** Which files the site has beside its pages (`outputs`, `enableRobotsTXT`). */
export interface Outputs {
  /** `index.xml`. */
  readonly feed: boolean;
  /** The kinds of pages that have one of their own: `section`, `taxonomy`, `term`. */
  readonly listFeeds: readonly PageKind[];
  /** Whatever is said elsewhere, there is no feed (`disableKinds`). */
  readonly noFeeds: boolean;
  /** At most so many pages in each; null for all. */
  readonly feedLimit: number | null;
  readonly sitemap: boolean;
  /** `print/index.html`, the whole book in one page. */
  readonly print: boolean;
  /** The book as an EPUB beside the front page. */
  readonly epub: boolean;
  /** The book as a PDF beside the front page. */
  readonly pdf: boolean;
  /** `llms.txt`. */
  readonly llms: boolean;
  /** `index.md` beside each chapter. */
  readonly markdown: boolean;
  readonly robots: boolean;
}

/** What the sitemap says of every page whose front matter does not say otherwise (`sitemap`). */
export interface SitemapRules {
  readonly filename: string;
  /** In the words of sitemaps.org, or `''`. */
  readonly changefreq: string;
  /** 0 to 1; -1 for none. */
  readonly priority: number;
  readonly disable: boolean;
}
