import { failEvaluation } from '../go-templates/faults.js';
import type { GoObject } from '../go-templates/values/value.js';
import type { HugoPage, HugoSite } from '../model/hugo-site.js';

/** What the Markdown room does for the templates of one call, or of one render hook. */
export interface ChapterTools {
  /** Markdown of the chapter or of a template as blocks of HTML, sanitised as the chapter is, hooks included. */
  readonly compile: (markdown: string) => string;
  /** Code as a listing is printed. */
  readonly highlight: (code: string, language: string, options: string) => string;
  /** The address that `ref` (whole) or `relref` gives for a page; one that there is not is reported at the call. */
  readonly refer: (path: string, language: string, isWhole: boolean) => string;
  /** Site-relative address of the page that a path names from this chapter; null for none. */
  readonly findPage: (path: string) => string | null;
  /** HTML of the chapter, made harmless. */
  readonly clean: (html: string) => string;
}

/** The chapter whose templates are being run. */
export interface DeskChapter {
  readonly page: HugoPage;
  /** `.Page.Store` and `.Page.Scratch`. */
  readonly store: GoObject;
  readonly scratch: GoObject;
  /** Paths of assets that were asked for their address. */
  readonly published: Set<string>;
}

/** What all templates of a site work on: one chapter after the other, one call after the other. */
export interface Desk {
  readonly site: HugoSite;
  /** The character that GitHub has under a name; undefined for none. */
  readonly findEmoji: (name: string) => string | undefined;
  readonly pages: ReadonlyMap<string, HugoPage>;
  readonly byUrl: ReadonlyMap<string, HugoPage>;
  /** A page as templates see it; the same object each time. */
  readonly viewPage: (key: string) => GoObject | null;
  readonly viewSite: () => GoObject;
  /** All chapters that lists show, as Hugo orders them. */
  readonly regularPages: () => readonly HugoPage[];
  chapter: DeskChapter | null;
  tools: ChapterTools | null;
}

/** The tools at hand; templates run only while there are some. */
export function toolsOf({ tools }: Desk): ChapterTools {
  return tools ?? failEvaluation('there is no chapter around this template');
}
