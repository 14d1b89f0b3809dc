import { createRequire } from 'node:module';
import type { HLJSApi, LanguageFn } from 'highlight.js';
import { escapeFor } from '../../text/escape.js';
import { type Html, html, vouchForHtml } from '../../text/html.js';
import type { CodeOptions } from './code-options.js';
import { colourByRefractor } from './colour-by-refractor.js';
import { findGrammar, plainGrammar, refractorMark } from './languages.js';

/** Prints a listing as HTML. */
export type HighlightCode = (code: string, options: CodeOptions) => string;

/** UTF-16 units of listings and their HTML that are remembered before all are forgotten. */
const MEMORY = 8_000_000;

/**
 * Prepares the printing of listings: `<pre><code class="language-go">` with its pieces in `<span class="hljs-…">`, in a
 * `<figure class="listing">` if it has a title; with numbers or marked lines each line is a `<span class="line">`.
 * Everything that comes from a chapter is escaped or a name, so the result needs no sanitiser. A language that is
 * unknown stays plain. Equal listings are coloured once.
 */
export function createHighlighter(): HighlightCode {
  const known = new Map<string, string>();
  let size = 0;
  const colour = (code: string, grammar: string) => {
    const key = `${grammar}\n${code}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const coloured = colourCode(code, grammar) ?? escapeFor('text', code);
    size += key.length + coloured.length;
    if (size > MEMORY) {
      known.clear();
      size = key.length + coloured.length;
    }
    known.set(key, coloured);
    return coloured;
  };
  return (code, options) => {
    const grammar = options.coloured ? findGrammar(options.language) : null;
    const isPlain = grammar === null || grammar === plainGrammar;
    return frame(isPlain ? escapeFor('text', code) : colour(code, grammar), code, options);
  };
}

function frame(coloured: string, code: string, options: CodeOptions): Html {
  const { language, numbers, title, marked } = options;
  const inLines = numbers !== 'none' || marked !== '';
  const lines = inLines ? (splitLines(coloured) ?? splitLines(escapeFor('text', code)) ?? []) : [];
  const body = inLines ? printLines(lines, options) : vouchForHtml(coloured);
  const numbered = numbers === 'none' ? [] : ['numbered', `numbered-${numbers}`];
  const own = identity(options);
  const listing = html`<pre${title === '' ? own(numbered) : classes(numbered)}><code${languageClass(language)}>${body}</code></pre>`;
  if (title === '') return listing;
  const caption = html`<figcaption>${escapeFor('text', title)}</figcaption>`;
  return html`<figure${own(['listing'])}>${caption}${listing}</figure>`;
}

/** The author's id and classes, for the outermost element, behind classes of ours. */
function identity(options: CodeOptions): (ours: readonly string[]) => Html {
  const id = options.id === '' ? html`` : html` id="${escapeFor('attribute', options.id)}"`;
  return (ours) => html`${id}${classes([...ours, ...options.classes])}`;
}

function classes(names: readonly string[]): Html {
  return names.length === 0 ? html`` : html` class="${escapeFor('attribute', names.join(' '))}"`;
}

/** Only names that look like one: a class is no place for the rest of a line. */
function languageClass(language: string): Html {
  const isName = /^[\w.+#-]+$/.test(language);
  return isName ? html` class="language-${escapeFor('attribute', language)}"` : html``;
}

/** Numbers are attributes, which the theme prints: they are not copied with the code. */
function printLines(lines: readonly string[], { numbers, start, marked, anchors }: CodeOptions): Html {
  const isMarked = findMarkedLines(marked, lines.length);
  const print = (line: string, index: number): Html => {
    const number = start + index;
    const id = escapeFor('attribute', `${anchors}-${number}`);
    const label =
      anchors === ''
        ? html`<span class="ln" data-line="${number}"></span>`
        : html`<a class="ln" id="${id}" href="#${escapeFor('attribute', escapeFor('url', id))}" data-line="${number}" aria-label="Line ${number}"></a>`;
    const content = vouchForHtml(line);
    const numbered = numbers === 'none' ? content : html`${label}${content}`;
    return isMarked[index] === true
      ? html`<span class="line hl">${numbered}</span>`
      : html`<span class="line">${numbered}</span>`;
  };
  return vouchForHtml(lines.map(print).join(''));
}

const range = /^(\d{1,9})(?:-(\d{1,9}))?$/;

/**
 * Which lines a list such as `2-4 7` names, in one entry for each line; commas count as spaces. Numbers are counted
 * from 1; what is no number or range is passed over.
 */
export function findMarkedLines(list: string, count: number): readonly boolean[] {
  // How many ranges begin at a line, less those that ended before it: many ranges cost no more than their number.
  const changes = new Int32Array(count + 2);
  for (const part of list.split(/[\s,]+/)) {
    const [, first, last = first] = range.exec(part) ?? [];
    if (first === undefined) continue;
    const from = Math.max(1, Number(first));
    const to = Math.min(count, Number(last));
    if (from > to) continue;
    changes[from] = (changes[from] ?? 0) + 1;
    changes[to + 1] = (changes[to + 1] ?? 0) - 1;
  }
  let open = 0;
  return Array.from({ length: count }, (_, index) => {
    open += changes[index + 1] ?? 0;
    return open > 0;
  });
}

const token = /<span class="[^"]*">|<\/span>|\n/g;

/** What no real listing reaches. Every open piece is opened anew on each line, so that this bounds the output. */
const DEEPEST = 50;

/**
 * Cuts coloured code into its lines, each with its line end and balanced by itself: a comment over three lines is three
 * pieces. Null where pieces nest too deep for that.
 */
export function splitLines(coloured: string): readonly string[] | null {
  const lines: string[] = [];
  const open: string[] = [];
  let line = '';
  let done = 0;
  for (const { 0: found, index } of coloured.matchAll(token)) {
    line += coloured.slice(done, index) + (found === '\n' ? '' : found);
    done = index + found.length;
    if (found === '</span>') open.pop();
    else if (found !== '\n') open.push(found);
    else {
      lines.push(`${line}${'</span>'.repeat(open.length)}\n`);
      line = open.join('');
    }
    if (open.length > DEEPEST) return null;
  }
  const last = line + coloured.slice(done);
  return last === '' ? lines : [...lines, last];
}

/**
 * Loads parts of highlight.js where they lie, when they are first needed: a book without listings loads none, and the
 * bundled program stays as small as it is. Its modules are CommonJS, so that this needs no promise.
 */
const load = createRequire(import.meta.url);

let library: HLJSApi | null = null;

/**
 * Colours code: HTML in which every piece has its class (`<span class="hljs-keyword">`), everything else escaped. Never
 * throws.
 *
 * @param grammar One of `languages.ts`. Several take the square of the time for text that is none of their language: the
 * caller keeps to a limit.
 * @returns Null for a listing that the grammar cannot cope with; the caller escapes the code.
 */
export function colourCode(code: string, grammar: string): string | null {
  if (grammar.startsWith(refractorMark)) return colourByRefractor(code, grammar.slice(refractorMark.length));
  const highlighter = openLibrary();
  if (highlighter.getLanguage(grammar) === undefined) {
    highlighter.registerLanguage(grammar, load(`highlight.js/lib/languages/${grammar}`) as LanguageFn);
  }
  const { value, errorRaised } = highlighter.highlight(code, { language: grammar, ignoreIllegals: true });
  return errorRaised === undefined ? value : null;
}

function openLibrary(): HLJSApi {
  library ??= (load('highlight.js/lib/core') as HLJSApi).newInstance();
  return library;
}
