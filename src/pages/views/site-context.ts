import type { Book } from '../../model/book.js';
import type { Chapter } from '../../model/chapter.js';
import type { Config } from '../../model/config.js';
import type { Family } from '../../model/family.js';
import type { TemplateFilter } from '../../model/plugins.js';
import type { ChapterFacts } from '../../model/rendered.js';
import type { LoadedFile, PictureSize, TextFile } from '../../model/source.js';

/** What pages are made from. */
export interface SiteContext {
  readonly book: Book;
  readonly config: Config;
  /** The sites of all languages. */
  readonly family: Family;
  /** By `Chapter.path`. */
  readonly chapters: ReadonlyMap<string, Chapter>;
  /** As in `Sources`: templates, and the text files below `assets/`. */
  readonly templates: readonly TextFile[];
  /** As in `Sources`: the other files below `assets/`. */
  readonly assets: readonly LoadedFile[];
  /** Filters of the owner's own; they win over ours. */
  readonly filters: Readonly<Record<string, TemplateFilter>>;
  /** As in `Sources`. */
  readonly data: readonly TextFile[];
  /** What is known of a chapter's text, by `Chapter.path`; renders the chapter when need be. */
  readonly factsOf: (path: string) => ChapterFacts;
  /** A title as the text is set, with curly quotes and dashes. */
  readonly setTitle: (title: string) => string;
  /** The size of a picture of the book by its address from the root of the site; as `findPicture`. */
  readonly sizeOf: (url: string) => PictureSize | null | undefined;
  /** A chapter's text as HTML, by `Chapter.path`. */
  readonly htmlOf: (path: string) => string;
  /** Where somebody records what is asked of chapters: makes something that several pages share; each share counts as asking. */
  readonly share?: <Value>(make: () => Promise<Value>) => Promise<Shared<Value>>;
}

/** Something that several pages share. Taking it counts as asking for what was asked for when it was made. */
export interface Shared<Value> {
  readonly take: () => Value;
}
