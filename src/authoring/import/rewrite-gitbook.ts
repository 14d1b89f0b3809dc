import { posix } from 'node:path';

/** What the blocks of a GitBook are rewritten with. */
export interface GitbookPage {
  /** Of the page, in the old book. */
  readonly path: string;
  /** The title of another page by its path; null for one that is not listed. */
  readonly titleOf: (path: string) => string | null;
}

/** Where the walk over the lines stands. */
interface Walk {
  /** The fence that closes the code that the line is in. */
  fence: string | null;
  /** What goes before each line of a hint; empty outside. */
  quote: string;
  /** The depth of the last heading. */
  depth: number;
  /** Whether an empty line must stand before the next text, lest it grow together with what was put there. */
  wantsGap: boolean;
}

const block = /^(\s*)\{%-?\s*(\w[\w-]*)(?![\w-])(.*)%\}\s*$/;
const alerts: Readonly<Record<string, string>> = {
  info: 'NOTE',
  success: 'TIP',
  warning: 'WARNING',
  danger: 'CAUTION',
};
/** Lines around what stays. */
const frames = new Set('content-ref endcontent-ref tabs endtabs endtab endcode endembed endfile'.split(' '));
const pictures =
  /<figure>\s*(<img\b[^<>]*>)\s*(?!\s)(?:<figcaption>((?:(?!<figcaption>).)*?)<\/figcaption>\s*)?<\/figure>|<img\b[^<>]*>/g;

/**
 * Writes GitBook's blocks in Markdown: hints as call-outs, references to pages as links with the page's title, tabs as
 * headings, embedded pages and files as links, pictures in HTML as Markdown's. What has no counterpart stays as it is.
 * Code is left alone.
 */
export function rewriteGitbook(text: string, page: GitbookPage): string {
  if (!/\{%|<img\b/.test(text)) return text;
  const walk: Walk = { fence: null, quote: '', depth: 1, wantsGap: false };
  return text
    .split('\n')
    .flatMap((line) => {
      const gap = walk.wantsGap && line.trim() !== '' ? [quoteLine('', walk)] : [];
      walk.wantsGap = false;
      return [...gap, ...rewriteLine(line, walk, page)];
    })
    .join('\n');
}

function rewriteLine(line: string, walk: Walk, page: GitbookPage): readonly string[] {
  const fence = /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? null;
  if (walk.fence === null && fence === null) {
    const [, indent = '', name = '', rest = ''] = block.exec(line) ?? [];
    if (name !== '') return rewriteBlock(line, indent, name, rest, walk);
    walk.depth = /^(#{1,6})\s/.exec(line)?.[1]?.length ?? walk.depth;
    return [quoteLine(rewriteInline(line, page), walk)];
  }
  if (walk.fence === null) walk.fence = fence;
  else if (fence?.startsWith(walk.fence)) walk.fence = null;
  return [quoteLine(line, walk)];
}

function rewriteBlock(
  line: string,
  indent: string,
  name: string,
  rest: string,
  walk: Walk,
): readonly string[] {
  const value = (key: string) => new RegExp(`\\b${key}="([^"]*)"`).exec(rest)?.[1] ?? '';
  const put = (text: string) => [quoteLine(`${indent}${text}`, walk)];
  switch (name) {
    case 'hint':
      walk.quote = `${indent}> `;
      return [`${walk.quote}[!${alerts[value('style')] ?? 'NOTE'}]`];
    case 'endhint':
      walk.quote = '';
      walk.wantsGap = true;
      return [];
    case 'tab':
      walk.wantsGap = true;
      return put(`${'#'.repeat(Math.min(walk.depth + 1, 6))} ${value('title')}`);
    case 'embed':
      return put(`<${value('url')}>`);
    case 'file':
      return put(`[${posix.basename(value('src'))}](<${value('src')}>)`);
    case 'code':
      return value('title') === '' ? [] : [...put(`\`${value('title')}\``), quoteLine('', walk)];
    default:
      return frames.has(name) ? [] : [quoteLine(line, walk)];
  }
}

function quoteLine(line: string, { quote }: Walk): string {
  if (quote === '') return line;
  const indent = quote.length - 2;
  return `${quote}${line.slice(0, indent).trim() === '' ? line.slice(indent) : line}`.trimEnd();
}

/** References and pictures outside of code. */
function rewriteInline(line: string, page: GitbookPage): string {
  return line
    .split(/((?<!`)`+[^`]+`+)/)
    .map((part, index) => (index % 2 === 1 ? part : rewritePictures(nameLinks(part, page))))
    .join('');
}

/** GitBook shows the title of a page whose link says its file only. */
function nameLinks(text: string, { path, titleOf }: GitbookPage): string {
  return text.replace(/\[([^[\]]+)\]\(\1\)/g, (written, url: string) => {
    const title = titleOf(posix.join(posix.dirname(path), url));
    return title === null ? written : `[${title}](${url})`;
  });
}

function rewritePictures(text: string): string {
  return text.replace(pictures, (written, inner: string | undefined, caption: string | undefined) => {
    const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(inner ?? written)?.[1] ?? '';
    const title = (caption ?? '')
      .replace(/<[^<>]*>/g, '')
      .trim()
      .replaceAll('"', '\\"');
    if (attribute('src') === '') return written;
    return `![${attribute('alt')}](<${attribute('src')}>${title === '' ? '' : ` "${title}"`})`;
  });
}
