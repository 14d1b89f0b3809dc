import type { PageKind } from './book.js';
import type { BookFileRules, PaperRules } from './book-file-rules.js';
import type { Severity, SourceSpan } from './diagnostic.js';
import type { MarkdownConfig, ReferenceRules } from './markdown-config.js';
import type { MenuTable } from './menu.js';
import type { Outputs, PublicationRules, PublishRules, SitemapRules } from './output-rules.js';

/** The settings of a build, complete: every default is filled in, so no stage needs one of its own. */
export interface Config {
  readonly title: string;
  readonly author: string;
  readonly description: string;
  /** BCP 47 tag of the book's language: hyphenation, dates, `<html lang>`. */
  readonly language: string;
  readonly place: LanguagePlace;
  /** The settings of the sites in the book's other languages; empty for these themselves. */
  readonly others: readonly Config[];
  /** A chapter without a translation stands in the sites of the other languages as it is. */
  readonly showUntranslated: boolean;
  /** Absolute URL with a trailing slash (`https://x.org/book/`), or `''` when none is configured. */
  readonly baseUrl: string;
  /** The path part of `baseUrl`, with both slashes: `/book/`, or `/`. */
  readonly basePath: string;
  /** Addresses inside the site are relative to their page (`relativeURLs`). */
  readonly relativeUrls: boolean;
  /** Addresses inside the site name its host (`canonifyURLs`). */
  readonly wholeUrls: boolean;
  /** IANA zone for dates without an offset; `UTC` unless configured. */
  readonly timeZone: string;
  /** What `target.environment` of a cascade names: `production` for a published book. */
  readonly environment: string;
  /** Front matter for the whole book (content rule 9); null for none. */
  readonly cascade: SiteCascade | null;
  /** `hugo` lowers the errors of content rule 19 to warnings. */
  readonly compat: 'strict' | 'hugo';
  readonly publish: PublishRules;
  readonly publication: PublicationRules;
  readonly markdown: MarkdownConfig;
  /** What home says of the program that made it; `''` for nothing (`disableHugoGeneratorInject`). */
  readonly generator: string;
  readonly copyright: string;
  /** Other sites that no shortcode links to (`privacy`): `youtube`, sorted. */
  readonly disabledServices: readonly string[];
  /** Levels of headings that outlines show (`markup.tableOfContents`). */
  readonly outline: { readonly from: number; readonly to: number };
  readonly outputs: Outputs;
  readonly sitemap: SitemapRules;
  /** Whether readers can search the book. */
  readonly search: boolean;
  readonly titles: ListTitles;
  readonly addresses: AddressRules;
  readonly folders: Folders;
  /** Folders of the site's Hugo themes, relative to the book's own, the first before those after it (`theme`, `themesDir`). */
  readonly themes: readonly string[];
  /** Kinds of pages that are not made; what a section holds then stands in its place. */
  readonly disabledKinds: readonly PageKind[];
  /** Regular expressions: files whose absolute path matches one are no part of the book. */
  readonly ignoredFiles: readonly string[];
  /** Dates may come from git's history (`enableGitInfo`). */
  readonly gitInfo: boolean;
  readonly dates: DateRules;
  /** Keys of the front matter that name terms, lower-cased, sorted. */
  readonly taxonomies: readonly string[];
  /** The book as a file. */
  readonly books: BookFileRules;
  readonly paper: PaperRules;
  /** Which sections are books of their own, besides those whose head says so. */
  readonly volumes: VolumeRules;
  readonly menus: MenuTable;
  /** The menu that gets an entry for each top-level section; `''` for none. */
  readonly sectionPagesMenu: string;
  readonly references: ReferenceRules;
  /** Severities set by the owner, by diagnostic code. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** The owner's own values, keys as written: `site.params` in templates. */
  readonly params: Readonly<Record<string, unknown>>;
}

/** The language of a site, and its place among those of the book (content rule 18). */
export interface LanguagePlace {
  /** What it is called in names of files and in addresses: `fr`. Lower-cased. */
  readonly key: string;
  /** What readers call it: `Français`. */
  readonly label: string;
  readonly direction: 'ltr' | 'rtl';
  /** BCP 47 tag by whose rules titles are sorted. */
  readonly collation: string;
  /** Where the site's pages lie in the published folder: `fr/`, or `''` for its root. */
  readonly folder: string;
  /** Key of the language whose files need no suffix, and from which the others take what they lack. */
  readonly main: string;
  /** Keys of all languages of the book, disabled ones among them: what a suffix can name. Empty for a book in one. */
  readonly keys: readonly string[];
  /** From 0, in the order in which readers are shown the languages. */
  readonly rank: number;
}

/** Where the files of a book lie (`contentDir`, `staticDir`, `dataDir`, `module.mounts`); of two for one path the first counts. */
export interface Folders {
  readonly content: readonly Mount[];
  readonly staticFiles: readonly Mount[];
  readonly data: readonly Mount[];
}

/** A folder, or a single file, and the place where it seems to lie. Paths with `/`, without one at either end. */
export interface Mount {
  /** Relative to the book's own folder: `content/en`. */
  readonly folder: string;
  /** Relative to the part's root; `''` for the root. */
  readonly at: string;
  /** Patterns for paths below the folder (`files/glob.ts`), those to leave out with a `!`; absent for all files. */
  readonly files?: readonly string[];
  /** Key of the language that its files are in, unless their names say another; absent for the main one. */
  readonly language?: string;
}

/** How pages get their addresses (content rule 6). */
export interface AddressRules {
  /** In order; the first that fits a page makes its address. */
  readonly permalinks: readonly PermalinkRule[];
  /** `/part-1/14f.html` for `/part-1/14f/`: everywhere, or in the sections named. */
  readonly uglyUrls: boolean | readonly string[];
  readonly keepCase: boolean;
  readonly removeAccents: boolean;
  /** False: aliases lead nowhere. */
  readonly redirects: boolean;
  /** In a book in several languages: one leads from the root to the main language's folder, or back from it. */
  readonly mainRedirect: boolean;
}

/** A pattern for addresses and the pages it is for; null counts for all. */
export interface PermalinkRule {
  readonly kind: PageKind | null;
  /** First name of the logical path; `''` for pages at the top. */
  readonly section: string | null;
  /** A pattern for the logical path with its leading slash (`files/glob.ts`). */
  readonly path: string | null;
  /** With tokens (`url/permalink-tokens.ts`). */
  readonly pattern: string;
}

/** For each date the keys to look at, in order, lower-cased, and the tokens `:default`, `:filename`, `:filemodtime` and `:git`. */
export interface DateRules {
  readonly date?: readonly string[];
  readonly lastmod?: readonly string[];
  readonly publishDate?: readonly string[];
  readonly expiryDate?: readonly string[];
}

/** How titles of folders without a title are made (`pluralizeListTitles`, `capitalizeListTitles`, `titleCaseStyle`). */
export interface ListTitles {
  readonly pluralize: boolean;
  readonly capitalize: boolean;
  /** Hyphens and underscores between the words become spaces. */
  readonly spaces: boolean;
  readonly style: 'ap' | 'chicago' | 'go' | 'firstupper' | 'none';
}

/** The volumes of a library. */
interface VolumeRules {
  /** Hugo's patterns of logical paths, such as `books/*`. */
  readonly patterns: readonly string[];
  /** Where they are configured. */
  readonly place: SourceSpan | null;
}

/** The `cascade` of a configuration. */
interface SiteCascade {
  /** Keys lower-cased: a group of keys, or a list of them. */
  readonly value: unknown;
  readonly place: SourceSpan;
}
