import type { HugoSite } from '../../model/hugo-site.js';
import type { MarkdownConfig } from '../../model/markdown-config.js';
import type { LinkTargets, ShortcodeSetting } from '../../model/rendered.js';
import type { TextTable } from '../../model/texts.js';

/** What all chapters of a build share. Plain data: it crosses threads. */
export interface RenderContext {
  readonly config: MarkdownConfig;
  /** With both slashes: `/book/`, or `/`. */
  readonly basePath: string;
  readonly targets: LinkTargets;
  /** Whether `summary` is wanted; `''` otherwise. Compiling it takes a tenth of a chapter's time. */
  readonly summaries: boolean;
  /** BCP 47 tag and the interface's texts in that language: names of call-outs, the way back from a footnote. */
  readonly language: string;
  readonly texts: TextTable;
  /** Null for a book without shortcodes. */
  readonly shortcodes: ShortcodeSetting | null;
  /** What the templates of a Hugo site may ask for; null for a book that brings none. */
  readonly hugo: HugoSite | null;
  /** Whether the words are wanted for a search index. */
  readonly search: boolean;
  /** The module with the owner's own code, as in `Plugins`. */
  readonly plugins: string | null;
}
