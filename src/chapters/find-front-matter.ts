import type { DataFormat } from '../formats/data.js';
import type { Span } from '../formats/key-place.js';

/** The head of a chapter, not yet parsed. */
export interface Head {
  readonly kind: 'head';
  readonly format: DataFormat;
  /** What stands between the fences; with JSON the braces are part of it. */
  readonly text: string;
  /** Where `text` starts in the file. Lines and columns start at 1. */
  readonly line: number;
  readonly column: number;
  readonly bodyStart: number;
  readonly bodyLine: number;
}

/** A head that cannot be told from the body: nothing of such a file is front matter. */
type HeadFault = { readonly kind: 'fault'; readonly span: Span } & (
  | { readonly code: 'front-matter/unclosed'; readonly details: { readonly fence: string } }
  | { readonly code: 'front-matter/mistyped-fence'; readonly details: { readonly written: string } }
  | { readonly code: 'front-matter/unknown-language'; readonly details: { readonly language: string } }
  | { readonly code: 'front-matter/org-keywords'; readonly details: { readonly keyword: string } }
);

export type FoundHead = Head | HeadFault | { readonly kind: 'none' };

/** The line that the first character other than a blank stands on. */
interface Opener {
  /** Offset of that character. */
  readonly start: number;
  /** Offset of the line's end. */
  readonly end: number;
  readonly line: number;
  readonly column: number;
  /** The line from that character on. */
  readonly written: string;
}

const languages: ReadonlyMap<string, DataFormat> = new Map([
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
  ['toml', 'toml'],
  ['json', 'json'],
]);

/**
 * Finds where the front matter of a decoded text starts and ends (content rule 1), and its language; parses nothing.
 * Blanks before it are skipped; the first later line that begins with the fence closes it. A body that opens
 * with a list item, a rule or a shortcode has none (rule 19).
 */
export function findFrontMatter(text: string): FoundHead {
  const opener = findOpener(text);
  const { written } = opener;
  const fence = written.slice(0, 3);
  if ((fence === '---' || fence === '+++') && written[3] !== fence[0]) return readFenced(text, opener, fence);
  if (opensJson(written)) return readBraced(text, opener);
  const keyword = /^#\+[A-Za-z_]+:/.exec(written)?.[0];
  if (keyword !== undefined) return fault('front-matter/org-keywords', { keyword }, opener, keyword.length);
  const mistyped = findMistypedFence(text.slice(opener.start, opener.start + 4096));
  if (mistyped === null) return { kind: 'none' };
  return fault('front-matter/mistyped-fence', { written: mistyped }, opener, mistyped.length);
}

function findOpener(text: string): Opener {
  const start = Math.max(text.search(/[^ \t\n\f\v\uFEFF]/), 0);
  const lineEnd = text.indexOf('\n', start);
  const end = lineEnd === -1 ? text.length : lineEnd;
  const column = start - text.lastIndexOf('\n', start - 1);
  return { start, end, line: countLines(text, 0, start) + 1, column, written: text.slice(start, end) };
}

/** A brace that opens JSON, not a shortcode, a template tag or an attribute list. */
function opensJson(written: string): boolean {
  return /^\{\s*(?:["'“”„‘’}\w]|$)/.test(written);
}

function readFenced(text: string, opener: Opener, fence: string): FoundHead {
  const language = opener.written.slice(3).trim();
  const isComment = language.startsWith('#');
  const fallback = fence === '---' ? 'yaml' : 'toml';
  const format = language === '' || isComment ? fallback : languages.get(language.toLowerCase());
  if (format === undefined) {
    return fault('front-matter/unknown-language', { language }, opener, opener.written.trimEnd().length);
  }
  const close = text.indexOf(`\n${fence}`, opener.end);
  if (close === -1) return fault('front-matter/unclosed', { fence }, opener, 3);
  const start = opener.end + 1;
  const line = opener.line + 1;
  const bodyStart = skipLineEnd(text, close + 4, fence === '---' ? /^-*\s*$/ : /^\+*\s*$/);
  const bodyLine = line + countLines(text, start, bodyStart);
  return { kind: 'head', format, text: text.slice(start, close), line, column: 1, bodyStart, bodyLine };
}

function readBraced(text: string, opener: Opener): FoundHead {
  const end = findClosingBrace(text, opener.start);
  if (end === -1) return fault('front-matter/unclosed', { fence: '{' }, opener, 1);
  const { line, column } = opener;
  const bodyStart = skipLineEnd(text, end + 1);
  const bodyLine = line + countLines(text, opener.start, bodyStart);
  return {
    kind: 'head',
    format: 'json',
    text: text.slice(opener.start, end + 1),
    line,
    column,
    bodyStart,
    bodyLine,
  };
}

/** The offset of the brace that closes the one at `start`; braces between quotes do not count. */
function findClosingBrace(text: string, start: number): number {
  let depth = 0;
  const pattern = /["{}]/g;
  pattern.lastIndex = start;
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    if (found[0] === '"') pattern.lastIndex = skipString(text, found.index);
    else depth += found[0] === '{' ? 1 : -1;
    if (depth === 0) return found.index;
  }
  return -1;
}

/** The offset behind the string that opens at `start`; none goes on in the next line. */
function skipString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\n') return at;
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}

/** Where the body starts: on the line after the closer, unless something else than the closer stands on its line. */
function skipLineEnd(text: string, from: number, closerRest = /^\s*$/): number {
  const lineEnd = text.indexOf('\n', from);
  const end = lineEnd === -1 ? text.length : lineEnd;
  if (!closerRest.test(text.slice(from, end))) return from;
  return Math.min(end + 1, text.length);
}

function countLines(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', start); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function fault<Code extends HeadFault['code']>(
  code: Code,
  details: Extract<HeadFault, { code: Code }>['details'],
  opener: Opener,
  length: number,
): HeadFault {
  const span = { line: opener.line, column: opener.column, length };
  // Code and details are of one member of the union; TypeScript cannot follow that through a type parameter.
  return { kind: 'fault', code, details, span } as unknown as HeadFault;
}

const fence = /^(?:--|-{4,}|\+\+|\+{4,}|-?[–—][-–—]*)\s*$/;
const keyLine = /^[A-Za-z_][\w-]*\s*[:=](?:\s|$)/;

/**
 * The first line of a text when it looks like a fence gone wrong (two hyphens, four, a dash made of them by an
 * editor): a key follows at once, and another such line before the next blank one. Null for every other text, so that
 * a rule (`-----`) stays a rule. A missed fence would publish drafts, and keys as text.
 */
function findMistypedFence(text: string): string | null {
  const [opener = '', first = '', ...rest] = text.split('\n');
  if (!fence.test(opener) || !keyLine.test(first)) return null;
  const blank = rest.findIndex((line) => line.trim() === '');
  const block = blank === -1 ? rest : rest.slice(0, blank);
  return block.some((line) => fence.test(line) || /^(?:---|\+\+\+)\s*$/.test(line)) ? opener.trim() : null;
}
