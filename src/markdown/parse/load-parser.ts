import type { Root } from 'mdast';
import type { MarkdownConfig } from '../../model/config.js';

/** Text to mdast, synchronously. */
export type ParseMarkdown = (source: string) => Root;

/** Loads the parser that the configuration names, and only that one. */
export async function loadParser(name: MarkdownConfig['parser']): Promise<ParseMarkdown> {
  return name === 'remark'
    ? (await import('./remark-parser.js')).parseWithRemark
    : (await import('./satteri-parser.js')).parseWithSatteri;
}
