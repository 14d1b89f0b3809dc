import { posix } from 'node:path';
import { makeHeadingSlug } from '../../url/heading-slug.js';
import { rewriteOutsideCode, rewriteOutsideFences } from './outside-code.js';
import { rewriteAdmonitions } from './rewrite-admonitions.js';
import { type GitbookPage, rewriteGitbook } from './rewrite-gitbook.js';

/** What a text of another tool is rewritten with. */
export interface DialectPage extends GitbookPage {
  /** The path of a chapter or a file by the name that a note or a post has elsewhere, relative to this page; null for none. */
  readonly find: (name: string) => string | null;
}

/**
 * Writes what MkDocs, VitePress, Docusaurus, Obsidian, Quarto, Pandoc, kramdown, Jekyll and GitBook have in a language of their
 * own as we write it: call-outs, folds, tabs, options of listings, links between notes, comments, attributes. Snippets of
 * other files become mdBook's directives (`{{#include …}}`). What has no counterpart stays as it is; code is left alone.
 */
export function rewriteDialects(text: string, page: DialectPage): string {
  const listed = rewriteJekyll(rewriteSnippets(text));
  const framed = rewriteOutsideFences(listed, rewriteLines, rewriteListing);
  const called = rewriteAdmonitions(rewriteGitbook(framed, page));
  const notes: string[] = [];
  const inline = rewriteOutsideCode(called, (piece) => rewriteInline(piece, page, notes));
  return notes.length === 0 ? inline : `${inline.trimEnd()}\n\n${notes.join('\n')}\n`;
}

/** MkDocs' `--8<-- "file"` and VitePress' `<<< @/file{1,3 ts}`. */
function rewriteSnippets(text: string): string {
  return text
    .replace(
      /^([ \t]*)-{1,2}8<-{1,2}[ \t]+["']([^"'\n]+)["'][ \t]*$/gm,
      (_, lead: string, file: string) => `${lead}{{#include ${file}}}`,
    )
    .replace(/^<<<[ \t]+(?:@\/)?([^\s{#]+)(?![^\s{#])(#[\w-]+)?.*/gm, (_, file: string, part = '') => {
      const language = posix.extname(file).slice(1);
      return `\`\`\`${language}\n{{#include ${file}${part.replace('#', ':')}}}\n\`\`\``;
    });
}

/** Listings and links of Liquid, its comments, and what protects code from it. */
function rewriteJekyll(text: string): string {
  if (!/\{%|\{\{/.test(text)) return text;
  const listed = rewritePairs(
    text,
    /\{%-?[ \t]*highlight[ \t]+([\w+#-]+)(?![\w+#-])([^%\n]*)%\}\n?/,
    /\{%-?[ \t]*endhighlight[ \t]*-?%\}/g,
    ([, language = '', options = ''], code) =>
      `\`\`\`${language}${options.includes('linenos') ? ' {linenos=true}' : ''}\n${code.replace(/\n$/, '')}\n\`\`\``,
  );
  return rewritePairs(
    listed,
    /\{%-?[ \t]*comment[ \t]*-?%\}/,
    /\{%-?[ \t]*endcomment[ \t]*-?%\}/g,
    (_, comment) => `<!--${comment}-->`,
  )
    .replace(/^\{%-?[ \t]*(?:end)?raw[ \t]*-?%\}\n/gm, '')
    .replace(/\{%-?[ \t]*(?:end)?raw[ \t]*-?%\}/g, '')
    .replace(/\{\{-?[ \t]*site\.(?:baseurl|url)[ \t]*-?\}\}/g, '')
    .replace(/\{\{-?[ \t]*["']([^"'\n]*)["'][ \t]*\|[ \t]*(?:relative_url|absolute_url)[ \t]*-?\}\}/g, '$1');
}

/** Rewrites what stands between two tags, each end with the first beginning since the end before. */
function rewritePairs(
  text: string,
  open: RegExp,
  close: RegExp,
  rewrite: (opened: RegExpExecArray, inside: string) => string,
): string {
  const ends = [...text.matchAll(close)];
  let done = 0;
  const pieces = ends.map(({ 0: end, index }) => {
    const piece = text.slice(done, index);
    const opened = open.exec(piece);
    done = index + end.length;
    if (opened === null) return piece + end;
    return piece.slice(0, opened.index) + rewrite(opened, piece.slice(opened.index + opened[0].length));
  });
  return pieces.join('') + text.slice(done);
}

/** What takes whole lines. */
function rewriteLines(piece: string): string {
  return piece
    .replace(/^(?:\[TOC\]|\[\[_?toc_?\]\]|\$\{toc\})[ \t]*(?:\n|$)/gim, '')
    .replace(/^(?:[*+-]|1\.)[ \t][^\n]*\n\{:[ \t]*toc[^}\n]*\}[ \t]*(?:\n|$)/gim, '')
    .replace(/^import[ \t](?:[^\n]*[ \t]from[ \t]+)?["'][^"'\n]+["'];?[ \t]*(?:\n|$)/gm, '')
    .replace(/^[ \t]*<\/?Tabs\b[^>\n]*>[ \t]*(?:\n|$)/gm, '')
    .replace(/^[ \t]*<TabItem\b[^>\n]*?\blabel=["']([^"'\n]+)["'][^>\n]*>[ \t]*$/gm, '#### $1')
    .replace(/^[ \t]*<\/TabItem>[ \t]*(?:\n|$)/gm, '')
    .replace(/\{\/\*([\s\S]*?)\*\/\}/g, '<!--$1-->')
    .replace(/^#{1,6}[ \t].*/gm, rewriteHeading)
    .replace(/^\{:[^{}\n]+\}[ \t]*(?:\n|$)/gm, '');
}

/** Without Pandoc's marks of headings that have no number; kramdown's attributes without their colon. */
function rewriteHeading(line: string): string {
  const start = line.lastIndexOf('{');
  const [, colon = '', inside = ''] = /^\{(:?)([^{}]*)\}$/.exec(line.slice(start).trimEnd()) ?? [];
  const names = inside.trim();
  if (start === -1 || names === '') return line;
  const text = line.slice(0, start).trimEnd();
  if (/^(?:-|\.unnumbered|\.unlisted)(?![\w-])/.test(names)) return text;
  return colon === '' ? line : `${text} {${names}}`;
}

/** The words behind a fence: `js {1,3} title="x"`, `{.python .numberLines}`, `js [press.js]`, `py linenums="1"`, `rust,ignore`. */
function rewriteListing(line: string): string {
  const [, lead = '', info = ''] =
    /^([ \t>]*(?:`{3,}(?!`)|~{3,}(?!~))[ \t]*)(?![ \t])(.*)/.exec(line.trimEnd()) ?? [];
  const braced = /^\{\.?([\w+#-]+)(?=[ .}])([^{}]*)\}$/.exec(info);
  const [, language = '', plain = ''] =
    /^([\w+#.-]*)(?![\w+#.-])(?:,[\w,-]+(?![\w,-]))?(.*)/.exec(info) ?? [];
  const rest = braced?.[2] ?? plain;
  const isOurs =
    /^[ \t]*(?:\{[^{}]*\})?$/.test(plain) &&
    (!plain.includes('{') || plain.includes('=')) &&
    braced === null &&
    !/^[\w+#-]+,/.test(info);
  if (info === '' || isOurs) return line;
  const value = (pattern: RegExp) => pattern.exec(rest)?.[1];
  const title = value(/\b(?:title|filename)=["']([^"']*)["']/) ?? value(/\[([^[\]]+)\]/);
  const marked =
    value(/\bhl_lines=["']([^"']*)["']/)
      ?.trim()
      .replace(/\s+/g, ',') ?? (braced === null ? value(/\{([\d,\s-]+)\}/) : undefined);
  const start = value(/\blinenums=["'](\d+)/) ?? value(/\bstartFrom=["'](\d+)/);
  const isNumbered = start !== undefined || /\b(?:showLineNumbers|numberLines)\b|:line-numbers/.test(info);
  const options = [
    ...(title === undefined ? [] : [`title="${title}"`]),
    ...(isNumbered ? ['linenos=true'] : []),
    ...(start === undefined || start === '1' ? [] : [`linenostart=${start}`]),
    ...(marked === undefined
      ? []
      : [
          `hl_lines=[${marked
            .split(',')
            .map((part) => (/-/.test(part) ? `"${part.trim()}"` : part.trim()))
            .join(',')}]`,
        ]),
  ];
  const name = (braced?.[1] ?? language).replace(/:line-numbers.*$/, '');
  return `${lead}${name}${options.length === 0 ? '' : ` {${options.join(', ')}}`}`;
}

const picture = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp)$/i;

/** What stands within lines. Notes that Pandoc has in the text go to `notes`. */
function rewriteInline(piece: string, page: DialectPage, notes: string[]): string {
  return piece
    .replace(/(?<!%)%%([^%\n]+)%%(?!%)/g, '<!--$1-->')
    .replace(
      /(!?)(?<!\\)\[\[(?!_?toc_?\]\])([^[\]|\n#]*)(#[^[\]|\n]*)?(?:\\?\|([^[\]\n]*))?\]\]/gi,
      (...found) => linkNote(found as unknown as readonly string[], page),
    )
    .replace(
      /\{%-?\s*(?:link|post_url)\s+([^\s%]+)\s*-?%\}/g,
      (written, file: string) => page.find(file) ?? written,
    )
    .replace(/(\]\([^()\n]*\))\{(?::|[ \t]*(?:[.#]|[\w-]+=))[^{}\n]*\}/g, '$1')
    .replace(/(?<!\\)\[([^[\]\n]+)\]\{([.#][^{}\n]*)\}/g, (_, text: string, classes: string) =>
      markSpan(text, classes),
    )
    .replace(/(?<!\\)\^\[((?:[^[\]\n]|\[[^[\]\n]*\](?:\([^()\n]*\))?)+)\]/g, (_, note: string) => {
      notes.push(`[^inline-${notes.length + 1}]: ${note}`);
      return `[^inline-${notes.length}]`;
    })
    .replace(/(?<=[\p{L}\p{N})\]*_`])\{:[ \t]*[.#\w][^{}\n]*\}/gu, '');
}

/** `[[Note#Part|text]]` and `![[picture.png|300]]` of Obsidian; a note that is nowhere stays as it is written. */
function linkNote(
  [written = '', mark, name = '', part = '', label]: readonly string[],
  page: DialectPage,
): string {
  const target = name === '' ? '' : page.find(name.trim());
  if (target === null) return written;
  const text = label ?? [name.trim(), part.slice(1)].filter((word) => word !== '').join(': ');
  const fragment = part === '' || part.startsWith('#^') ? '' : `#${makeHeadingSlug(part.slice(1).trim())}`;
  const address = /[\s()]/.test(target) ? `<${target}${fragment}>` : `${target}${fragment}`;
  if (mark !== '!' || !picture.test(name)) return `[${text}](${address})`;
  return `![${label === undefined || /^\d+(?:x\d+)?$/.test(label) ? '' : label}](${address})`;
}

/** A span of Pandoc's without its brackets, in the element that it stands for. */
function markSpan(text: string, classes: string): string {
  if (/\.(?:mark|highlight)\b/.test(classes)) return `<mark>${text}</mark>`;
  return /\.(?:underline|ul)\b/.test(classes) ? `<u>${text}</u>` : text;
}
