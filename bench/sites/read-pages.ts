import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The words of a site's pages by their addresses, as readers see them, in order. */
export type SiteWords = ReadonlyMap<string, readonly string[]>;

/**
 * Reads the text of every page below a published folder: what stands between `start` and `end`; a page without it is none.
 * Folded away are mark-up, the forms of quotes and dashes, capitals, numbers of lines, and formulas, which no two programs draw
 * alike.
 */
export function readPages(folder: string, start: RegExp, end: RegExp): SiteWords {
  const pages = new Map<string, readonly string[]>();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.html'),
  );
  for (const path of files.sort()) {
    const html = readFileSync(join(folder, path), 'utf8');
    const from = start.exec(html);
    if (from === null) continue;
    const rest = html.slice(from.index + from[0].length);
    const to = end.exec(rest);
    pages.set(`/${path.replace(/(^|\/)index\.html$/, '$1')}`, listWords(rest.slice(0, to?.index)));
  }
  return pages;
}

const blocks =
  /<\/?(?:p|div|li|ul|ol|h[1-6]|t[dhr]|table|thead|tbody|pre|d[tdl]|blockquote|section|header|footer|nav|figure|figcaption|br|hr|details|summary|aside|main|img|svg|iframe)\b[^<>]*>/gi;

function listWords(html: string): readonly string[] {
  const text = html
    .replace(
      /<(script|style|template|annotation|math)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<span class="katex-html"[\s\S]*?(?=<(?:\/p|\/div|\/li|\/td|\/h\d)>)|<span style="[^"]*user-select:none[^"]*">[^<]*<\/span>/gi,
      ' ',
    )
    .replace(blocks, ' ')
    .replace(/<\/?[a-z][^<>]*>/gi, '');
  return (
    decode(text)
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

function decode(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, number?: string, name?: string) => {
      if (name !== undefined) return entities[name.toLowerCase()] ?? ' ';
      const code = hex === undefined ? Number(number) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
