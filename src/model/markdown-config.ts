import type { MendSwitches } from './mend.js';

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
