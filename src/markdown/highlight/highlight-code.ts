import { escapeFor } from '../../text/escape.js';
import type { CodeOptions } from './code-options.js';
import { colourCode } from './colour-code.js';
import { findMarkedLines } from './find-marked-lines.js';
import { findGrammar, plainGrammar } from './languages.js';
import { splitLines } from './split-lines.js';

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

function frame(coloured: string, code: string, options: CodeOptions): string {
  const { language, numbers, title, marked } = options;
  const inLines = numbers !== 'none' || marked !== '';
  const lines = inLines ? (splitLines(coloured) ?? splitLines(escapeFor('text', code)) ?? []) : [];
  const body = inLines ? printLines(lines, options) : coloured;
  const numbered = numbers === 'none' ? [] : ['numbered', `numbered-${numbers}`];
  const own = identity(options);
  const listing = `<pre${title === '' ? own(numbered) : classes(numbered)}><code${languageClass(language)}>${body}</code></pre>`;
  if (title === '') return listing;
  const caption = `<figcaption>${escapeFor('text', title)}</figcaption>`;
  return `<figure${own(['listing'])}>${caption}${listing}</figure>`;
}

/** The author's id and classes, for the outermost element, behind classes of ours. */
function identity(options: CodeOptions): (ours: readonly string[]) => string {
  const id = options.id === '' ? '' : ` id="${escapeFor('attribute', options.id)}"`;
  return (ours) => id + classes([...ours, ...options.classes]);
}

function classes(names: readonly string[]): string {
  return names.length === 0 ? '' : ` class="${escapeFor('attribute', names.join(' '))}"`;
}

/** Only names that look like one: a class is no place for the rest of a line. */
function languageClass(language: string): string {
  return /^[\w.+#-]+$/.test(language) ? ` class="language-${language}"` : '';
}

/** Numbers are attributes, which the theme prints: they are not copied with the code. */
function printLines(lines: readonly string[], { numbers, start, marked, anchors }: CodeOptions): string {
  const isMarked = findMarkedLines(marked, lines.length);
  const print = (line: string, index: number) => {
    const number = start + index;
    const id = escapeFor('attribute', `${anchors}-${number}`);
    const label =
      anchors === ''
        ? `<span class="ln" data-line="${number}"></span>`
        : `<a class="ln" id="${id}" href="#${escapeFor('url', id)}" data-line="${number}" aria-label="Line ${number}"></a>`;
    const content = numbers === 'none' ? line : `${label}${line}`;
    return `<span class="line${isMarked[index] === true ? ' hl' : ''}">${content}</span>`;
  };
  return lines.map(print).join('');
}
