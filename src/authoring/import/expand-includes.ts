import { posix } from 'node:path';
import { takePart } from '../../text/take-part.js';

/** A text of mdBook with the files that it asks for in their places. */
export interface ExpandedText {
  readonly text: string;
  /** How many places were filled. */
  readonly count: number;
}

const directive = /(?<!\\)\{\{\s*#(?:rustdoc_)?(?:include|playground)\s+([^\s{}]+)(?![^\s{}])[^{}]*\}\}/g;
/** As in mdBook: files that ask for each other end here. */
const deepest = 10;

/**
 * Writes out mdBook's `{{#include FILE}}`, `{{#rustdoc_include FILE}}` and `{{#playground FILE}}`, with what may follow
 * the file's name: `:12`, `:from:to`, `:from:`, `::to` for lines (from 1 on), `:name` for what stands between the lines
 * with `ANCHOR: name` and `ANCHOR_END: name`. Of rustdoc's includes only what mdBook shows is taken. A file or an
 * anchor that is not there leaves the directive as it is (mdBook's guide, "mdBook-specific features").
 *
 * @param path Of the text; files are relative to its folder.
 * @param readText The text of a file, null for one that is not there.
 */
export function expandIncludes(
  text: string,
  path: string,
  readText: (path: string) => string | null,
  depth = 0,
): ExpandedText {
  if (depth === deepest || !text.includes('{{')) return { text, count: 0 };
  let count = 0;
  const expanded = text.replace(directive, (written, target: string) => {
    const [name = '', ...range] = target.split(':');
    const file = posix.join(posix.dirname(path), name);
    const found = readText(file);
    const part = found === null ? null : takePart(found, range);
    if (part === null) return written;
    count += 1;
    const inner = expandIncludes(part, file, readText, depth + 1).text;
    return /#playground/.test(written) ? `\`\`\`rust\n${inner}\n\`\`\`` : inner;
  });
  return { text: expanded, count };
}

/** The same directives as calls of the shortcode `include`, which keeps to the file. */
export function callIncludes(text: string): string {
  if (!text.includes('{{')) return text;
  return text.replace(directive, (written, target: string) => {
    const [name = '', from, to] = target.split(':');
    const isPart = from !== undefined && /^[a-z_][\w-]*$/i.test(from);
    const lines = to === undefined ? from : `${from}-${to}`;
    const part = from === undefined ? '' : isPart ? ` part="${from}"` : ` lines="${lines}"`;
    const call = part === '' ? `{{% include "${name}" %}}` : `{{% include file="${name}"${part} %}}`;
    return /#playground/.test(written) ? `\`\`\`rust\n${call}\n\`\`\`` : call;
  });
}
