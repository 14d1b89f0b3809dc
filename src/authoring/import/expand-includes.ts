import { posix } from 'node:path';

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
    const found = readText(file)?.replace(/\r\n?/g, '\n');
    const part = found === undefined ? null : takePart(found.replace(/\n$/, '').split('\n'), range);
    if (part === null) return written;
    count += 1;
    const inner = expandIncludes(part.join('\n'), file, readText, depth + 1).text;
    return /#playground/.test(written) ? `\`\`\`rust\n${inner}\n\`\`\`` : inner;
  });
  return { text: expanded, count };
}

function takePart(lines: readonly string[], [from, to]: readonly string[]): readonly string[] | null {
  if (from === undefined) return lines;
  if (from !== '' && !/^\d+$/.test(from)) return takeAnchored(lines, from);
  const first = from === '' ? 1 : Number(from);
  const last = to === undefined ? first : to === '' ? lines.length : Number(to);
  return Number.isNaN(last) ? null : lines.slice(first - 1, last);
}

/** The lines of an anchor, those of anchors inside it left out. */
function takeAnchored(lines: readonly string[], name: string): readonly string[] | null {
  const isMark = (line: string, kind: string) => new RegExp(`${kind}:\\s*${name}(?![\\w-])`).test(line);
  if (!/^[\w-]+$/.test(name)) return null;
  const start = lines.findIndex((line) => isMark(line, 'ANCHOR'));
  if (start === -1) return null;
  const end = lines.findIndex((line, index) => index > start && isMark(line, 'ANCHOR_END'));
  const inside = lines.slice(start + 1, end === -1 ? undefined : end);
  return inside.filter((line) => !/ANCHOR(?:_END)?:\s*[\w-]+/.test(line));
}
