import { fromHtml } from 'hast-util-from-html';
import { sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { schema } from './schema.js';

const harmless =
  'abbr b bdi bdo cite dfn div figcaption figure i kbd q rp rt ruby s samp small span u var wbr caption col colgroup tfoot'.split(
    ' ',
  );

const wide = {
  ...schema,
  tagNames: [...(schema.tagNames ?? []), ...harmless],
  attributes: {
    ...Object.fromEntries(
      Object.entries(schema.attributes ?? {}).map(([name, list]) => [
        name,
        list.filter((entry) => (Array.isArray(entry) ? entry[0] : entry) !== 'className'),
      ]),
    ),
    '*': [...(schema.attributes?.['*'] ?? []), 'className', 'data*', 'aria*', 'role'],
  },
  strip: ['script', 'style', 'iframe', 'object', 'template'],
};

/**
 * HTML of a chapter that a template vouches for, made harmless: what a chapter's Markdown may make, plain elements
 * beside, with classes, ids and `data-` and `aria-` attributes. Words stay, those of scripts and styles excepted.
 */
export function cleanHtml(html: string): string {
  return toHtml(sanitize(fromHtml(html, { fragment: true }), wide));
}
