import type { DateValue, PageHead } from './chapter.js';
import type { FamilyPlace } from './chapter-family.js';
import type { MenuEntry } from './menu.js';

/** Hugo's page kinds; `taxonomy` and `term` pages follow the book and have no neighbours. */
export type PageKind = 'home' | 'section' | 'page' | 'taxonomy' | 'term';

/** One page of the book: where it stands and what it is called, before anything is rendered. */
export interface Page {
  /** Hugo's logical path: `/`, `/part-1`, `/part-1/14f`. The page's identity in this book. */
  readonly key: string;
  readonly kind: PageKind;
  /** `Chapter.path`, or null for a virtual page (a folder or a home without `_index.md`). */
  readonly source: string | null;
  /** `Chapter.file`, or null as `source`: for messages. */
  readonly file: string | null;
  /** What front matter says of it; of a page without a file, what cascades to it. */
  readonly head: PageHead;
  /**
   * Site-relative, percent-encoded, with its trailing slash, without the base path: `/part-1/14f/`. Empty for a page
   * that has no address (`build.render: never`): lists name it, nothing leads to it.
   */
  readonly url: string;
  /** Where it is written, relative to the output directory, not encoded: `part-1/14f/index.html`; empty when it is not. */
  readonly outputPath: string;
  /** `title`, or its fallbacks of content rule 19. */
  readonly title: string;
  /** `heading`, or `''`. */
  readonly heading: string;
  /** `linkTitle`, else the title. */
  readonly linkTitle: string;
  /** "Chapter 14f · Title" when there is a heading, else the title: the name used in every list. */
  readonly label: string;
  /** Key of the section that is the book in which it stands, itself or one above; null outside the volumes of a library. */
  readonly volume: string | null;
  /** The chapter in pieces that it belongs to; null for any other page. */
  readonly family: FamilyPlace | null;
  readonly weight: number;
  readonly date: DateValue | null;
  readonly lastmod: DateValue | null;
  readonly draft: boolean;
  /** First segment of the logical path; `''` for home and top-level pages. */
  readonly section: string;
  /** Key of the section (or home) that holds it; null for home. */
  readonly parent: string | null;
  /** Keys of its pages and sub-sections, in order; of a taxonomy's terms, of a term's pages; empty for kind `page`. */
  readonly children: readonly string[];
  /** Keys of the neighbours in reading order; null outside it. */
  readonly previous: string | null;
  readonly next: string | null;
  /** Keys of the terms that it names, by taxonomy, in the order of its front matter. */
  readonly terms: Readonly<Record<string, readonly string[]>>;
  /** Site-relative addresses that redirect here, as `url`. */
  readonly aliases: readonly string[];
}

/** A chapter that exists and is not published, and why. */
export interface UnpublishedPage {
  readonly source: string;
  readonly file: string;
  readonly label: string;
  readonly reason: 'draft' | 'future' | 'expired';
  /** For `future` and `expired`: the date that decided. */
  readonly date?: DateValue;
}

/** A redirect page. */
export interface Redirect {
  readonly outputPath: string;
  /** Key of the page it leads to. */
  readonly target: string;
}

/** A file of a bundle, copied beside its page. */
export interface BundleResource {
  /** `SourceFile.path` under `content/`. */
  readonly source: string;
  readonly outputPath: string;
  readonly url: string;
  /** Key of the page whose bundle it belongs to; null where that is no page. */
  readonly owner: string | null;
  /** As its page's front matter calls it, else its path in the bundle. */
  readonly name: string;
  /** As its page's front matter calls it, else its path in the bundle. */
  readonly title: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The book of another language publishes it, and this one only refers to it. */
  readonly isShared?: boolean;
}

/** The arranged book. */
export interface Book {
  /** Pages by key. */
  readonly pages: Readonly<Record<string, Page>>;
  /** Keys in reading order: a depth-first walk from home (design, section 2). */
  readonly order: readonly string[];
  /**
   * Keys of the pages outside the reading order: those that no list shows or that have no address, then the
   * taxonomies, each before its terms.
   */
  readonly others: readonly string[];
  /** The entries of each menu at its top, by its name. */
  readonly menus: Readonly<Record<string, readonly MenuEntry[]>>;
  readonly unpublished: readonly UnpublishedPage[];
  readonly redirects: readonly Redirect[];
  readonly resources: readonly BundleResource[];
  /**
   * The span of "now" in which the same chapters are published, in milliseconds since 1970 UTC: from the last moment,
   * up to now, at which one came due or expired, until before the next such moment. Null is unbounded.
   */
  readonly validFrom: number | null;
  readonly validUntil: number | null;
}
