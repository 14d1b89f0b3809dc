import type { Severity } from './diagnostic.js';

/** The settings of a build, complete: every default is filled in, so no stage needs one of its own. */
export interface Config {
  readonly title: string;
  readonly author: string;
  readonly description: string;
  /** BCP 47 tag of the book's language: collation, hyphenation, `<html lang>`. */
  readonly language: string;
  /** Absolute URL with a trailing slash (`https://x.org/book/`), or `''` when none is configured. */
  readonly baseUrl: string;
  /** The path part of `baseUrl`, with both slashes: `/book/`, or `/`. */
  readonly basePath: string;
  /** IANA zone for dates without an offset; `UTC` unless configured. */
  readonly timeZone: string;
  /** What `target.environment` of a cascade names: `production` for a published book. */
  readonly environment: string;
  /** Front matter for the whole book, keys lower-cased (content rule 9): a group of keys, or a list of them; null for none. */
  readonly cascade: unknown;
  /** `hugo` lowers the errors of content rule 19 to warnings. */
  readonly compat: 'strict' | 'hugo';
  readonly publish: PublishRules;
  readonly markdown: MarkdownConfig;
  readonly titles: ListTitles;
  /** Severities set by the owner, by diagnostic code. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** The owner's own values, keys as written: `site.params` in templates. */
  readonly params: Readonly<Record<string, unknown>>;
}

/** What decides whether a chapter is published (content rule 4). */
export interface PublishRules {
  readonly drafts: boolean;
  readonly future: boolean;
  readonly expired: boolean;
  /** "Now", in milliseconds since 1970 UTC: an argument, never read inside a stage. */
  readonly now: number;
}

export interface MarkdownConfig {
  /** `satteri` (native, the default) or `remark` (remark-parse); both yield the same tree. */
  readonly parser: 'satteri' | 'remark';
  /** Lets raw HTML of a chapter through the sanitiser untouched (`markup.goldmark.renderer.unsafe`). */
  readonly unsafe: boolean;
  /** Curly quotes, dashes and ellipses (`markup.goldmark.extensions.typographer`). */
  readonly typographer: boolean;
  /** Words that the automatic summary reaches before it ends with the paragraph. */
  readonly summaryLength: number;
}

/** How titles of folders without a title are made (`pluralizeListTitles`, `capitalizeListTitles`). */
export interface ListTitles {
  readonly pluralize: boolean;
  readonly capitalize: boolean;
}
