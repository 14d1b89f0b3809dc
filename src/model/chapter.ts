import type { SourceSpan } from './diagnostic.js';
import type { MenuKeys } from './menu.js';

/** A date of the front matter. */
export interface DateValue {
  /** Milliseconds since 1970 UTC. */
  readonly ms: number;
  /** ISO 8601 with the offset it was written in: `2025-10-13T00:00:00+02:00`. Its first ten characters are the day to show. */
  readonly iso: string;
}

/** What a file is to its folder (content rule 7): `_index.md`, `index.md`, or any other chapter. */
export type BundleKind = 'branch' | 'leaf' | 'single';

/**
 * The typed front matter of a chapter (content rules 2 and 3). Absent keys are absent;
 * an empty `description` counts as absent. Dates are as written: the fallbacks of rule 3 are in `Chapter.dates`.
 */
export interface FrontMatter {
  readonly title?: string;
  readonly linkTitle?: string;
  readonly heading?: string;
  readonly description?: string;
  readonly summary?: string;
  /** 0 and absent mean the same: last. */
  readonly weight: number;
  readonly draft: boolean;
  /** Trimmed of `-` at both ends. */
  readonly slug?: string;
  readonly url?: string;
  readonly aliases: readonly string[];
  readonly keywords: readonly string[];
  /** True: the section is a book of its own, a volume of a library. */
  readonly volume?: boolean;
  /** False: search does not find the chapter. Absent means true. */
  readonly search?: boolean;
  readonly type?: string;
  readonly layout?: string;
  /** Its entries, by the menus that it stands in, names lower-cased. */
  readonly menus?: Readonly<Record<string, MenuKeys>>;
  /** Absent: listed, written, and with its resources. */
  readonly build?: BuildOptions;
  /** Names and titles for the files of its bundle, in order; the first that matches gives them, the last its params. */
  readonly resources: readonly ResourceMetadata[];
  /** What the sitemap says of the page beyond its address. */
  readonly sitemap?: SitemapFacts;
  /** Formats that the page is published in, in small letters, in place of the configured ones. */
  readonly outputs?: readonly string[];
  /** The same in all translations of a chapter whose paths differ. */
  readonly translationKey?: string;
  /** Whether its Chinese, Japanese and Korean is counted by characters; absent: as configured (content rule 10). */
  readonly isCjk?: boolean;
  /** `c`, `color` or `accent`: any CSS colour, not yet checked. */
  readonly accent?: string;
}

/** What becomes of a page beside its own text (content rule 8). */
export interface BuildOptions {
  /** `never`: no list shows the page, and it has no neighbours. */
  readonly list: 'always' | 'local' | 'never';
  /** `link`: an address and no file; `never`: neither. */
  readonly render: 'always' | 'link' | 'never';
  readonly publishResources: boolean;
}

/** `sitemap` (content rule 17); what is absent is as configured. */
export interface SitemapFacts {
  /** In the words of sitemaps.org: `weekly`. */
  readonly changefreq?: string;
  /** 0 to 1; -1 for none. */
  readonly priority?: number;
  /** True: the sitemap leaves the page out. */
  readonly disable?: boolean;
}

/** An entry of `resources`: what the files that match it are called (content rule 2). */
export interface ResourceMetadata {
  /** A pattern for the file's path in the bundle (`files/glob.ts`). */
  readonly src: string;
  /** Both may hold `:counter`, the number of the match from 1. */
  readonly name?: string;
  readonly title?: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** The four dates after the fallback chains of content rule 3. */
export interface ChapterDates {
  readonly date?: DateValue;
  readonly lastmod?: DateValue;
  readonly publishDate?: DateValue;
  readonly expiryDate?: DateValue;
}

/** What front matter says of a page, its own and what cascades to it. */
export interface PageHead {
  readonly frontMatter: FrontMatter;
  readonly dates: ChapterDates;
  /** Every other key, lower-cased (nested ones too), plus `heading` and the accent keys as Hugo has them. */
  readonly params: Readonly<Record<string, unknown>>;
  /** Line, column and length of each top-level key's value, by lower-cased key. */
  readonly places: Readonly<Record<string, SourceSpan>>;
}

/** Heads of pages that have no file, by logical path without the leading slash; there is none where nothing cascades. */
export type VirtualHeads = ReadonlyMap<string, PageHead>;

/** A chapter's way to a site that is not the one of its language. */
export interface Origin {
  /** Key of the language that its name and its folder say. */
  readonly language: string;
  /**
   * `stand-in` for a translation that there is not; or in this language by its own `sites.matrix` (content rule 2): `moved` here
   * from that of its name, or here `too`, and edited elsewhere.
   */
  readonly role: 'stand-in' | 'moved' | 'too';
}

/** One Markdown file, its head understood and its body still Markdown. */
export interface Chapter extends PageHead {
  /** Path relative to `content/`: the chapter's key. */
  readonly path: string;
  /** `content/` + path, for messages. */
  readonly file: string;
  readonly bundle: BundleKind;
  /** Where it comes from, if it belongs to the site of another language. */
  readonly origin?: Origin;
  /** Of a chapter without `title` and `heading`: the heading of level 1 that its text begins with. */
  readonly textTitle?: string;
  /** Where the body starts in the decoded text, in UTF-16 units. */
  readonly bodyStart: number;
  /** The line of the file on which the body starts; lines start at 1. */
  readonly bodyLine: number;
}
