import type { WrittenOptions } from './code-options.js';

/** The line behind a fence, taken apart. */
export interface FenceInfo {
  /** As written; `''` for none. */
  readonly language: string;
  readonly written: WrittenOptions;
}

const info = /^([^\s{]*)\s*(.*)/s;
const attribute =
  /[\s,]*(?:#([^\s#.{}"'=,]+)|\.([^\s#.{}"'=,]+)|([\w-]+)\s*=\s*(?:"((?:\\.|[^"\\])*)"|'([^']*)'|\[([^\]]*)\]|([^\s,]+)))/y;

/**
 * Reads what stands behind a fence: a language, and Hugo's options in braces, with commas or spaces between them
 * (`go {linenos=table, hl_lines=[2,"4-6"]}`). Without braces `title="x.go"` and its like are read, as other programs
 * write them. What follows something that cannot be read is left out.
 */
export function readFenceInfo(source: string): FenceInfo {
  const [, language = '', bare = ''] = info.exec(source.trimEnd()) ?? [];
  const braces = /^\{(.*)\}$/s.exec(bare)?.[1];
  if (braces !== undefined) return { language, written: readAttributes(braces) };
  return { language, written: bare.includes('=') ? readAttributes(bare) : new Map() };
}

/** Reads the options of the shortcode `highlight`: `linenos=table,hl_lines=8 15-17,linenostart=199`. */
export function readOptionList(source: string): WrittenOptions {
  const written = new Map<string, string>();
  for (const option of source.split(',')) {
    const [name = '', ...value] = option.split('=');
    if (value.length > 0) written.set(name.trim().toLowerCase(), unquote(value.join('=').trim()));
  }
  return written;
}

function readAttributes(source: string): WrittenOptions {
  const written = new Map<string, string>();
  attribute.lastIndex = 0;
  for (let found = attribute.exec(source); found !== null; found = attribute.exec(source)) {
    const [, id, className, key = '', double, single, list, bare] = found;
    if (id !== undefined) written.set('id', id);
    else if (className !== undefined) written.set('class', `${written.get('class') ?? ''} ${className}`);
    else
      written.set(
        key.toLowerCase(),
        double?.replace(/\\(.)/g, '$1') ?? single ?? readList(list) ?? bare ?? '',
      );
  }
  return written;
}

/** `"2-4", 7` as `2-4 7`. */
function readList(list: string | undefined): string | undefined {
  return list?.replace(/["',]/g, ' ').trim();
}

function unquote(value: string): string {
  return value.replace(/^(["'])(.*)\1$/, '$2');
}
