import type { PageKind } from './book.js';
import type { Severity, SourceSpan } from './diagnostic.js';
import type { MendSwitches } from './mend.js';
import type { MenuTable } from './menu.js';
import type { PaperSize } from './paper.js';

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

/** What is said of the book as a file. */
export interface BookFileRules {
  /** Of the files, without ending; empty for one from the title. */
  readonly name: string;
  /** `urn:isbn:…`, or empty for one that is made. */
  readonly identifier: string;
  readonly publisher: string;
  /** As it stands on the title page, or empty. */
  readonly edition: string;
  /** A picture below `content/` or `static/`, or empty for a cover that is made. */
  readonly cover: string;
  /** The printed edition whose page marks the text has, or empty. */
  readonly pageSource: string;
  /** How lines run in an EPUB. */
  readonly writing: 'horizontal' | 'vertical';
  /** Whether chapters without a translation are in the book of a language as they are on its site. */
  readonly untranslated: boolean;
  /** The side that a chapter begins on, in print. */
  readonly chaptersOn: 'any' | 'right' | 'left';
}

/** The pages of a PDF. Lengths are millimetres. */
export interface PaperRules {
  readonly size: PaperSize;
  /** Null: as wide as the size of the page asks for. `inner` is where it is bound. */
  readonly margins: Readonly<Record<'top' | 'bottom' | 'inner' | 'outer', number | null>>;
  /** The size of the text, in points. */
  readonly text: number;
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
interface SitemapRules {
  readonly filename: string;
  /** In the words of sitemaps.org, or `''`. */
  readonly changefreq: string;
  /** 0 to 1; -1 for none. */
  readonly priority: number;
  readonly disable: boolean;
}

/** How ids are made from the text of headings (`markup.goldmark.parser.autoIDType`). */
export type HeadingIdType = 'github' | 'github-ascii' | 'blackfriday';

export interface MarkdownConfig {
  /** `satteri` (native, the default) or `remark` (remark-parse); both yield the same tree. */
  readonly parser: 'satteri' | 'remark';
  /** Lets raw HTML of a chapter through the sanitiser untouched (`markup.goldmark.renderer.unsafe`). */
  readonly unsafe: boolean;
  /** Curly quotes, dashes and ellipses (`markup.goldmark.extensions.typographer`). */
  readonly typographer: boolean;
  /** Marks to put in place of the usual ones. */
  readonly marks: Partial<TypographerMarks>;
  /** A new line in the text is one on the page (`markup.goldmark.renderer.hardWraps`). */
  readonly hardWraps: boolean;
  /** `none` where only their authors give headings any (`markup.goldmark.parser.autoHeadingID`). */
  readonly headingIds: HeadingIdType | 'none';
  /** Whether terms of definition lists get ids as well (`markup.goldmark.parser.autoDefinitionTermID`). */
  readonly termIds: boolean;
  /** Words that the automatic summary reaches before it ends with the paragraph. */
  readonly summaryLength: number;
  /** Milliseconds of work that one chapter may take (`build.timeout`). */
  readonly timeout: number;
  /** Chinese, Japanese and Korean are counted by characters (`hasCJKLanguage`). */
  readonly hasCjk: boolean;
  readonly highlight: HighlightConfig;
  readonly constructs: MarkdownConstructs;
  /** Words that are taken apart at line ends, as they are to be printed (`markdown.joints`): the owner's answers. */
  readonly joints: readonly string[];
  /** What is set right of extracted text (`text.mend`). */
  readonly mend: MendSwitches;
}

/** What the typographer prints (Hugo's manual, "Configure markup", typographer). */
export interface TypographerMarks {
  readonly apostrophe: string;
  readonly ellipsis: string;
  readonly emDash: string;
  readonly enDash: string;
  readonly leftAngleQuote: string;
  readonly leftDoubleQuote: string;
  readonly leftSingleQuote: string;
  readonly rightAngleQuote: string;
  readonly rightDoubleQuote: string;
  readonly rightSingleQuote: string;
}

/** What a book may write beside CommonMark, each by the key of Hugo's that switches it. */
export interface MarkdownConstructs {
  /** `markup.goldmark.extensions.definitionList`. */
  readonly definitionLists: boolean;
  /** `~~struck~~` (`extensions.strikethrough`). */
  readonly strikethrough: boolean;
  /** Addresses in the text become links (`extensions.linkify`). */
  readonly autolinks: boolean;
  /** `++inserted++` (`extensions.extras.insert.enable`), and so on: `==marked==`, `H~2~O`, `2^nd^`. */
  readonly inserted: boolean;
  readonly marked: boolean;
  readonly subscript: boolean;
  readonly superscript: boolean;
  /** `:smile:` (`enableEmoji`). */
  readonly emoji: boolean;
  /** A line's end between two Chinese, Japanese or Korean characters is nothing (`extensions.cjk`). */
  readonly joinWide: boolean;
  /** `## Heading {#id .class}` (`parser.attribute.title`). */
  readonly headingAttributes: boolean;
  /** `{.class}` on a line below a block (`parser.attribute.block`). */
  readonly blockAttributes: boolean;
  /** What formulas stand between; none where there is no math (`markup.goldmark.extensions.passthrough`). */
  readonly math: readonly MathDelimiter[];
}

/** What a formula in TeX begins and ends with. */
export interface MathDelimiter {
  readonly open: string;
  readonly close: string;
  /** A formula that stands by itself, and not in a line of text. */
  readonly display: boolean;
}

/** How listings are printed where their fences say nothing else (`markup.highlight`). */
export interface HighlightConfig {
  /** Listings are coloured by their language (`codeFences`). */
  readonly colours: boolean;
  /** `table` keeps the numbers in place while long lines are scrolled; `inline` lets them go with their lines. */
  readonly numbers: 'none' | 'inline' | 'table';
  /** Number of the first line. */
  readonly start: number;
  /** Lines to set off: `2-4 7`; `''` for none. */
  readonly marked: string;
  /** Each number is a link to its line (`anchorLineNos`). */
  readonly linkedNumbers: boolean;
  /** What the ids of linked lines begin with; `''` for `hl-` and the listing's number in its chapter. */
  readonly linePrefix: string;
}

/** What `ref` and `relref` make of a page that there is not (`refLinksErrorLevel`, `refLinksNotFoundURL`). */
export interface ReferenceRules {
  readonly severity: 'error' | 'warning';
  /** The address instead. */
  readonly notFound: string;
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
