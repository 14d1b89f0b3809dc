import type { MarkdownConfig } from '../../model/markdown-config.js';
import { endAddresses } from './end-addresses.js';
import { keepLiteralMarks } from './literal-marks.js';
import { keepLinksWithNotes } from './notes-in-links.js';
import { padTables } from './pad-tables.js';
import type { ParseMarkdown } from './parse-markdown.js';

/** Loads the parser that the configuration names, and only that one; what ours does besides is said in the files of the four functions. */
export async function loadParser(name: MarkdownConfig['parser']): Promise<ParseMarkdown> {
  const parse =
    name === 'remark'
      ? (await import('./remark-parser.js')).parseWithRemark
      : (await import('./satteri-parser.js')).parseWithSatteri;
  return keepLiteralMarks(keepLinksWithNotes(endAddresses(padTables(parse))));
}
