import type { Page } from '../../model/book.js';
import type { Chapter } from '../../model/chapter.js';
import type { Config } from '../../model/config.js';

/** Whether a page has a Markdown twin: a chapter's `outputs` decide, else the configured ones. */
export function hasTwin({ kind }: Page, chapter: Chapter | null | undefined, { outputs }: Config): boolean {
  return kind === 'page' && (chapter?.frontMatter.outputs?.includes('markdown') ?? outputs.markdown);
}
