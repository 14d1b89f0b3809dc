import type { Accent, AccentStyle } from './accent.js';
import type { PageKind } from './book.js';
import type { DateValue } from './chapter.js';
import type { LanguageView } from './language-view.js';
import type { Heading } from './rendered.js';
import type { ResourceList } from './resource-view.js';
import type { SafeHtml } from './safe-html.js';

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
  /** Where the page's Markdown output is, or `''` (`outputs`). */
  readonly markdownUrl: string;
  /** Where the feed of what it lists is, or `''` (`outputs`). */
  readonly feedUrl: string;
  /** Hugo's logical path: `/part-1/14f`. */
  readonly path: string;
  /** Path under `content/`, or null for a page without a file. */
  readonly source: string | null;
  readonly draft: boolean;
  readonly weight: number;
  readonly date: DateValue | null;
  readonly lastmod: DateValue | null;
  /** As written, else as `date` is. */
  readonly publishDate: DateValue | null;
  /** The text. */
  readonly content: SafeHtml;
  /** The front matter's, for home else the book's, else the excerpt. Plain text. */
  readonly description: string;
  /** How the text begins, for lists and meta tags. Plain text. */
  readonly excerpt: string;
  /** Who wrote it, as its front matter says. */
  readonly authors: readonly PageAuthor[];
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
  /** The chapters of a section and of all below it; of a chapter itself. */
  readonly extent: Extent;
  /** The front matter's other keys, lower-cased. Without prototypes: an absent key is undefined. */
  readonly params: Readonly<Record<string, unknown>>;
  /** First segment of the logical path. */
  readonly section: string;
  readonly parent: PageView | null;
  /** From home down to the parent. */
  readonly ancestors: readonly PageView[];
  readonly previous: PageView | null;
  readonly next: PageView | null;
  /** The volume of a library in which it stands, or which it is; null outside of volumes. */
  readonly volume: PageView | null;
  /** Whether it is a volume: a section that is a book of its own. */
  readonly isVolume: boolean;
  /** Of a volume the one after it on its shelf, the section that holds both; else null. */
  readonly nextVolume: PageView | null;
  /** Its pages and sub-sections, in order. */
  readonly children: readonly PageView[];
  /** The same as lists show them: the pieces of a chapter are one entry. */
  readonly entries: readonly Entry[];
  /** All pieces of the chapter that this page is a piece of; else empty. */
  readonly pieces: readonly PieceView[];
  /** Null for pages that are no chapters. */
  readonly position: Position | null;
  /** The language of its title and text where its front matter names one (`lang`), BCP 47; else `''`. */
  readonly lang: string;
  /** Their direction: that of `dir`, else that of `lang`; `''` for that of the page. */
  readonly dir: 'ltr' | 'rtl' | '';
  /** Its picture (`image`, `images`), or null. */
  readonly image: PagePicture | null;
  /** The picture on its cover: its own, else one of its bundle that is named so (`cover.jpg`, `featured.png`), or null. */
  readonly cover: PagePicture | null;
  /** The picture that stands for it elsewhere: its own, else the site's (`params.images`), or null. */
  readonly card: PagePicture | null;
  /** Its small picture (`icon`), or null. */
  readonly icon: PagePicture | null;
  /** Where the film of `youtube` is, or `''`. */
  readonly film: string;
  /** Where its source can be edited, or `''`. */
  readonly editUrl: string;
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

/** A picture that front matter names. */
export interface PagePicture {
  /** From the root of the host; empty for a picture of another host, which pages do not load. */
  readonly url: string;
  /** The whole address where it is known. */
  readonly permalink: string;
  /** In CSS pixels; null where it is not known. */
  readonly width: number | null;
  readonly height: number | null;
}

/** An entry of a list: a page, or a chapter in pieces. */
export interface Entry {
  /** The page, or the first piece. */
  readonly page: PageView;
  /** "Chapter 14f"; of a chapter in pieces what they have in common, "Chapter 14". */
  readonly heading: string;
  /** Of a chapter in pieces the title that all of them share, or `''`. */
  readonly title: string;
  /** The pieces of a chapter, in order; empty for any other page. */
  readonly pieces: readonly PieceView[];
  /** The same by their titles: one line when all share theirs; empty for any other page. */
  readonly lines: readonly PieceLine[];
  /** Reading time, of all pieces. */
  readonly minutes: number;
}

/** Pieces of a chapter, next to each other, that share a title; or one piece. */
export interface PieceLine {
  readonly title: string;
  readonly pieces: readonly PieceView[];
  /** Reading time, of all of them. */
  readonly minutes: number;
}

/** One piece of a chapter. */
export interface PieceView {
  /** `a`, `b` …; empty for a first piece without one. */
  readonly letter: string;
  /** What marks it where letters stand in a row: its letter, else its number. */
  readonly mark: string;
  /** The words of its heading behind these: "Simplified" of "Chapter 1a Simplified". */
  readonly rest: string;
  readonly page: PageView;
}

/** Who wrote a page. */
export interface PageAuthor {
  readonly name: string;
  /** As written, or `''`. */
  readonly url: string;
}

/** How much there is to read. */
export interface Extent {
  /** Pages of kind `page`, at any depth. */
  readonly chapters: number;
  readonly words: number;
  /** Reading time. */
  readonly minutes: number;
}

/** Where a chapter stands among the pages of kind `page` of its book, a volume or what is outside of volumes, in reading order. */
export interface Position {
  /** From 1. */
  readonly index: number;
  readonly total: number;
}
