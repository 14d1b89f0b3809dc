import { plainInline } from '../text/plain-inline.js';

/** Longer lines are no titles, and would cost time. */
const longest = 1000;

const atx = /^ {0,3}#[ \t]+(\S.*)$/;
/** What closes such a heading. */
const close = /(?<![ \t])[ \t]+#*$/;
const underline = /^ {0,3}=+[ \t]*$/;

/** The text of the heading of level 1 that a body begins with (CommonMark 4.2, 4.3); null where it begins otherwise. */
export function readTextTitle(body: string): string | null {
  const start = body.search(/\S/);
  const [first = '', second = ''] = body.slice(body.lastIndexOf('\n', start) + 1).split('\n', 2);
  if (first.length > longest) return null;
  const heading =
    atx.exec(first.trimEnd())?.[1]?.replace(close, '') ??
    (underline.test(second) && !/^ {4}|^\t/.test(first) ? first : null);
  return heading === null ? null : plainInline(heading) || null;
}
