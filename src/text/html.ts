import type { Escaped } from './escape.js';

declare const sink: unique symbol;

/** A piece of HTML whose values are escaped. */
export type Html = string & { readonly [sink]: 'html' };

/**
 * Writes HTML: the tag of a template into which nothing goes that is not escaped for text or for a quoted attribute, or HTML
 * itself. A plain string is an error of types; `escapeFor` and `vouchForHtml` make it fit.
 */
export function html(
  parts: TemplateStringsArray,
  ...values: readonly (Html | Escaped<'text'> | Escaped<'attribute'> | number)[]
): Html {
  return String.raw({ raw: parts }, ...values) as Html;
}

/** Takes a text for HTML: what a renderer, a highlighter or a sanitiser has printed, and never a text of a book. */
export function vouchForHtml(printed: string): Html {
  return printed as Html;
}
