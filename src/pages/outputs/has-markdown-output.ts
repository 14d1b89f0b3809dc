import type { Page } from '../../model/book.js';
import type { Config } from '../../model/config.js';

/** Whether a page has a Markdown output: a chapter's `outputs` decide, else the configured ones. */
export function hasMarkdownOutput({ head, kind }: Page, { outputs }: Config): boolean {
  return kind === 'page' && (head.frontMatter.outputs?.includes('markdown') ?? outputs.markdown);
}
