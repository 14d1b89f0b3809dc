import type { PageKind } from './book.js';
import type { DateValue } from './chapter.js';
import type { LayerText, PictureSize } from './source.js';

/** What the templates of a Hugo site may ask for. Plain data: it crosses threads. */
export interface HugoSite {
  /** Below `layouts/` of the site and of its themes, as in `HugoFiles`. */
  readonly templates: readonly LayerText[];
  readonly settings: HugoSettings;
  /** Words in the site's language, over those of the main language. */
  readonly texts: HugoTexts;
  /** `data/` of the site over that of its themes. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Files below `assets/`, in order of their paths. */
  readonly assets: readonly HugoFile[];
  /** Files of bundles, with the key of their page. */
  readonly resources: readonly HugoResource[];
  /** All pages of this language, in reading order. */
  readonly pages: readonly HugoPage[];
}

/** Words by key, each with its plural forms; `other` for one without. */
export type HugoTexts = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface HugoSettings {
  readonly title: string;
  readonly copyright: string;
  readonly baseUrl: string;
  readonly basePath: string;
  /** Key of the language, and its BCP 47 tag. */
  readonly language: string;
  readonly locale: string;
  readonly languageName: string;
  readonly direction: 'ltr' | 'rtl';
  /** Its folder in addresses, with a slash at its end: `de/`, or `''`. */
  readonly folder: string;
  /** Keys of all languages, the main one first. */
  readonly languages: readonly string[];
  readonly params: Readonly<Record<string, unknown>>;
  readonly environment: string;
  /** Raw HTML of chapters is let through. */
  readonly unsafe: boolean;
  /** "Now", in milliseconds since 1970 UTC. */
  readonly now: number;
  /** Absolute path of the book's folder, for files that templates name. */
  readonly root: string;
}

/** A file that a template may publish or read. */
export interface HugoFile {
  /** Below its folder, with `/`. */
  readonly path: string;
  /** Where it lies on this machine. */
  readonly absolute: string;
  readonly picture?: PictureSize | null;
}

/** A file of a bundle. */
export interface HugoResource extends HugoFile {
  readonly owner: string;
  /** Site-relative. */
  readonly url: string;
  readonly name: string;
  readonly title: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A page as templates see it; its text is not known yet. */
export interface HugoPage {
  readonly key: string;
  readonly kind: PageKind;
  /** `Chapter.path` and `Chapter.file`; null for a page without a file. */
  readonly source: string | null;
  readonly file: string | null;
  /** Site-relative. */
  readonly url: string;
  readonly title: string;
  readonly linkTitle: string;
  readonly description: string;
  readonly weight: number;
  readonly date: DateValue | null;
  readonly lastmod: DateValue | null;
  readonly publishDate: DateValue | null;
  readonly expiryDate: DateValue | null;
  readonly draft: boolean;
  readonly section: string;
  readonly type: string;
  readonly keywords: readonly string[];
  readonly aliases: readonly string[];
  readonly parent: string | null;
  readonly children: readonly string[];
  readonly previous: string | null;
  readonly next: string | null;
  /** `build.list`: whether lists of the whole site show it, or those of its section alone, or none. */
  readonly list: 'always' | 'local' | 'never';
  readonly summary: string;
  readonly slug: string;
  readonly layout: string;
  readonly translationKey: string;
  /** The keys of its front matter, in lower case. */
  readonly keys: readonly string[];
  readonly params: Readonly<Record<string, unknown>>;
}
