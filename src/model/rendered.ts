import type { ChapterWords } from './chapter-words.js';
import type { Config } from './config.js';
import type { Diagnostic } from './diagnostic.js';
import type { Evidence } from './evidence.js';
import type { ReferenceRules } from './markdown-config.js';
import type { PictureSize, TextFile } from './source.js';

/** A heading of a chapter, for outlines and fragment checks. */
export interface Heading {
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  readonly id: string;
  /** Plain text. */
  readonly text: string;
}

/** A link whose fragment can only be checked once every chapter is rendered. */
export interface FragmentLink {
  /** `Chapter.path` of the chapter it leads to, or the one that holds it. */
  readonly target: string;
  /** Key of the language that it leads to, where that is another one. */
  readonly language?: string;
  /** Decoded, without `#`. */
  readonly fragment: string;
  /** As written in the chapter. */
  readonly written: string;
  readonly line: number;
  readonly column: number;
}

/** What is known of a chapter once its Markdown is compiled, apart from the HTML itself. */
export interface ChapterFacts {
  /** `Chapter.path`. */
  readonly path: string;
  /** `Chapter.file`. */
  readonly file: string;
  readonly headings: readonly Heading[];
  /** Ids that a fragment may name, headings' and others (footnotes, anchors), in document order. */
  readonly ids: readonly string[];
  readonly fragmentLinks: readonly FragmentLink[];
  /** HTML of the summary (content rule 10), balanced. */
  readonly summary: string;
  /** True when there is text after the summary. */
  readonly truncated: boolean;
  /** Plain text, at most 160 characters, cut between words: the description when front matter has none. */
  readonly excerpt: string;
  readonly words: number;
  /** Reading time, whole minutes, at least 1 when there is a word. */
  readonly minutes: number;
  /** The body with its shortcodes expanded, for a chapter that has any: Markdown, in which some are HTML. */
  readonly expanded?: string;
  /** Files below `assets/` whose address a template asked for: they are to be published. */
  readonly assets?: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The facts where there is no text: of a page without a file, and of a chapter that could not be rendered. */
export const noFacts: Omit<ChapterFacts, 'path' | 'file'> = {
  headings: [],
  ids: [],
  fragmentLinks: [],
  summary: '',
  truncated: false,
  excerpt: '',
  words: 0,
  minutes: 0,
  diagnostics: [],
};

/** A chapter's Markdown compiled. Plain data: it crosses threads. */
export interface RenderedChapter extends ChapterFacts {
  /** The body as HTML, sanitised. */
  readonly html: string;
  /** Its words; null where no search wants them, or when the chapter could not be rendered. */
  readonly terms: ChapterWords | null;
  /** The helper that has rendered it keeps its words for the index. */
  readonly isKept?: true;
}

/** One chapter to render. */
export interface RenderJob {
  /** `Chapter.path`. */
  readonly path: string;
  readonly file: string;
  /** The whole file as read. */
  readonly bytes: Uint8Array;
  readonly bodyStart: number;
  readonly bodyLine: number;
  /** The first heading is the chapter's title, and is left out. */
  readonly hasTitle?: true;
  /** `FrontMatter.isCjk`. */
  readonly isCjk?: boolean;
  /** The front matter's `summary`, Markdown, if any. */
  readonly summary?: string;
  /** What its shortcodes may ask of its page; present when its text holds one. */
  readonly page?: ShortcodePage;
  /** What its page is called: a first heading that says the same is hidden. */
  readonly titles?: readonly string[];
  /** What its line ends are judged by; present when there is one to judge. */
  readonly evidence?: Evidence;
}

/** A page as the templates of shortcodes see it. */
export interface ShortcodePage {
  /** The texts of files that its calls of `include` name, by name; absent where there is no such call. */
  readonly included?: Readonly<Record<string, string>>;
  readonly title: string;
  readonly heading: string;
  /** "Chapter 14f · A New Era". */
  readonly label: string;
  readonly description: string;
  /** Address from the root of the host, base path included; empty for a page without one. */
  readonly url: string;
  /** The whole address when the book's `baseURL` is known, else as `url`. */
  readonly permalink: string;
  /** The front matter's other keys, lower-cased. */
  readonly params: Readonly<Record<string, unknown>>;
}

/** What shortcodes are rendered with. Plain data: it crosses threads. */
export interface ShortcodeSetting {
  /** The templates below `templates/shortcodes/`. */
  readonly templates: readonly TextFile[];
  readonly site: ShortcodeSite;
  readonly references: ReferenceRules;
  /** Names of shortcodes, in lower case, whose templates lie in themes that the site does not use, with their files. */
  readonly unusedTemplates: readonly (readonly [name: string, file: string])[];
}

/** The site as the templates of shortcodes see it: `site`. */
type ShortcodeSite = Pick<
  Config,
  'title' | 'author' | 'description' | 'language' | 'baseUrl' | 'basePath' | 'disabledServices' | 'params'
>;

/** What a reference can name in one language. All addresses are site-relative, without the base path. */
export interface RefTargets {
  /** Key of that language. */
  readonly language: string;
  /** Every published chapter by its `Chapter.path`, and by the same without the suffix of its language. */
  readonly chapters: Readonly<Record<string, ChapterTarget>>;
  /** `Chapter.file` of chapters that exist and are held back, by the same paths. */
  readonly unpublished: Readonly<Record<string, string>>;
  /** Page key by url, made-up pages included. */
  readonly pages: Readonly<Record<string, string>>;
}

/** A chapter that links can lead to. */
export interface ChapterTarget {
  /** Page key. */
  readonly key: string;
  readonly url: string;
  /** `Chapter.path`, where it is found by another. */
  readonly path?: string;
}

/** A chapter of another language than that of the links that lead to it. */
interface ForeignChapter {
  /** Key of its language. */
  readonly language: string;
  /** `Chapter.path`. */
  readonly path: string;
}

/** What links in a chapter can lead to, by where it lies. */
export interface LinkTargets extends RefTargets {
  /** All languages of the book by their keys, this one too; empty where no reference can name one. */
  readonly languages: Readonly<Record<string, RefTargets>>;
  /** Url of every bundle resource by its path under `content/`, and of every page of another language by that of its file. */
  readonly resources: Readonly<Record<string, string>>;
  /** The chapters of the other languages, by url. */
  readonly foreign: Readonly<Record<string, ForeignChapter>>;
  /** How large the pictures among the files are, by url; null for one that is broken. */
  readonly pictures: Readonly<Record<string, PictureSize | null>>;
  /** Site-relative, percent-encoded addresses of everything else that will be published: static files, redirects. */
  readonly others: readonly string[];
}
