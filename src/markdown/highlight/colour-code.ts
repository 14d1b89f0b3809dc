import { createRequire } from 'node:module';
import type { HLJSApi, LanguageFn } from 'highlight.js';

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
