import type { MarkdownConfig } from '../../model/config.js';
import { endAddresses } from './end-addresses.js';
import type { ParseMarkdown } from './parse-markdown.js';

/** Loads the parser that the configuration names, and only that one; bare addresses end as `endAddresses` says. */
export async function loadParser(name: MarkdownConfig['parser']): Promise<ParseMarkdown> {
  return endAddresses(
    name === 'remark'
      ? (await import('./remark-parser.js')).parseWithRemark
      : (await import('./satteri-parser.js')).parseWithSatteri,
  );
}
