import { createRequire } from 'node:module';
import type { RootContent } from 'hast';
import type { refractor, Syntax } from 'refractor';
import { type Escaped, escapeFor } from '../../text/escape.js';
import { type Html, html, vouchForHtml } from '../../text/html.js';

/** Its modules are loaded where they lie, when a listing first needs one. */
const load = createRequire(import.meta.url);

type Refractor = typeof refractor;

let library: Refractor | null = null;

/** What a piece is called in the theme, which has the names of highlight.js; pieces of other kinds have no colour there either. */
const classes: Readonly<Record<string, string>> = {
  ...{ comment: 'comment', prolog: 'comment', doctype: 'comment', cdata: 'comment' },
  ...{ keyword: 'keyword', atrule: 'keyword', tag: 'name', type: 'type', selector: 'selector-tag' },
  ...{ boolean: 'literal', null: 'literal', constant: 'literal', number: 'number', unit: 'number' },
  ...{ string: 'string', char: 'string', 'attr-value': 'string', regex: 'regexp', url: 'string' },
  ...{ symbol: 'symbol', label: 'symbol', variable: 'variable', parameter: 'variable' },
  ...{ property: 'attr', 'attr-name': 'attr', key: 'attr', builtin: 'built_in' },
  ...{ function: 'title', 'class-name': 'title', title: 'section', important: 'section' },
  ...{ macro: 'meta', directive: 'meta', annotation: 'meta', decorator: 'meta' },
  ...{ inserted: 'addition', deleted: 'deletion' },
};

/** Colours code as `colourCode` does, for the languages that only refractor has. @param grammar Its name there. */
export function colourByRefractor(code: string, grammar: string): Html {
  library ??= (load('refractor/core') as { readonly refractor: Refractor }).refractor;
  if (!library.registered(grammar))
    library.register((load(`refractor/${grammar}`) as { readonly default: Syntax }).default);
  return vouchForHtml(library.highlight(code, grammar).children.map(printPiece).join(''));
}

function printPiece(node: RootContent): Html | Escaped<'text'> {
  if (node.type === 'text') return escapeFor('text', node.value);
  if (node.type !== 'element') return html``;
  const inside = vouchForHtml(node.children.map(printPiece).join(''));
  const { className } = node.properties;
  const names = Array.isArray(className) ? className.map(String) : [];
  const name = names.map((one) => classes[one]).find((found) => found !== undefined);
  return name === undefined
    ? inside
    : html`<span class="hljs-${escapeFor('attribute', name)}">${inside}</span>`;
}
