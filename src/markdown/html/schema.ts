import type { Options } from 'remark-html';
import type { MarkdownConstructs } from '../../model/markdown-config.js';
import { harmlessNames } from '../parse/html-names.js';
import { insertName } from '../tree/inserts.js';

type Schema = Exclude<NonNullable<Options['sanitize']>, boolean>;

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

/** Classes of a heading come from the author (`{.class}`); everywhere else only ours pass. */
const headingAttributes = Object.fromEntries(headings.map((name) => [name, ['className']]));

/**
 * The only HTML that a chapter can produce (promise 3): what Markdown makes and our plugins add. Everything else is
 * taken out after the last plugin, with the contents of a `script` too. Ids carry no prefix, because links to them
 * come from other chapters and from Hugo's days.
 */
export const schema: Schema = {
  tagNames: [
    ...headings,
    ...[
      ...harmlessNames,
      'a',
      'aside',
      'blockquote',
      'br',
      'dd',
      'details',
      'dl',
      'dt',
      'hr',
      'img',
      'input',
    ],
    ...['li', 'ol', 'p', 'pre', 'section', 'summary'],
    ...['table', 'tbody', 'td', 'th', 'thead', 'tr', 'ul'],
    insertName,
  ],
  attributes: {
    '*': ['data-nosearch', 'dir', 'id', 'lang', 'title'],
    ...headingAttributes,
    a: [
      'href',
      'ariaLabel',
      ['className', 'footnote-ref', 'footnote-backref'],
      ['role', 'doc-noteref', 'doc-backlink'],
    ],
    aside: [
      ['className', 'alert', /^alert-[a-z]+$/],
      ['role', 'note'],
    ],
    details: [['className', 'alert', /^alert-[a-z]+$/], 'open'],
    img: ['alt', 'src', 'width', 'height', ['loading', 'lazy'], ['decoding', 'async']],
    input: ['ariaLabel', 'checked', ['disabled', true], ['type', 'checkbox']],
    li: [['className', 'task-list-item']],
    ol: ['start', ['className', 'contains-task-list']],
    p: [['className', 'alert-title', 'numbered', 'page-mark']],
    summary: [['className', 'alert-title']],
    [insertName]: ['n'],
    section: ['ariaLabel', ['className', 'footnotes'], ['role', 'doc-endnotes']],
    td: [['align', 'left', 'center', 'right']],
    th: [['align', 'left', 'center', 'right']],
    ul: [['className', 'contains-task-list']],
  },
  protocols: { href: ['http', 'https', 'mailto', 'tel'], src: ['http', 'https'] },
  ancestors: {},
  required: {},
  clobber: [],
  clobberPrefix: '',
  strip: ['script'],
  allowComments: false,
  allowDoctypes: false,
};

/** The schema of a book: with lines of attributes (`{.class}`) any block may have the author's classes, as headings do. */
export function schemaFor({ blockAttributes }: MarkdownConstructs): Schema {
  if (!blockAttributes) return schema;
  const ours = Object.entries(schema.attributes ?? {});
  const free = ours.map(([name, list]) => [name, list.filter(([first]) => first !== 'className')] as const);
  const common = schema.attributes?.['*'] ?? [];
  return { ...schema, attributes: { ...Object.fromEntries(free), '*': [...common, 'className'] } };
}
