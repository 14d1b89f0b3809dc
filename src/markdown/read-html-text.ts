import { textOfHtml } from './shortcodes/slots.js';

/** Reads the text of HTML that comes in pieces. */
export interface HtmlReader {
  /** The text of the next piece without markup; blocks on lines of their own. */
  readonly read: (html: string) => string;
  /** Whether what follows stands in an element that is kept out of the search. */
  readonly isHidden: () => boolean;
}

const tag = /<!--[\s\S]*?-->|<(\/?)([a-z][a-z0-9-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi;
const unsearched = /(?:^|\s)data-nosearch(?=[\s=/]|$)|(?:^|\s)class\s*=\s*(?:"[^"]*|'[^']*|)\bnosearch\b/i;
/** Elements whose text nobody reads. */
const unread: ReadonlySet<string> = new Set(['script', 'style', 'template', 'noscript']);
/** Elements that have no end. */
const empty: ReadonlySet<string> = new Set([
  'area',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'source',
  'wbr',
]);
/** Elements within a line: what stands before and behind them is one word. */
const inline: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo cite code data del dfn em font i ins kbd mark q rp rt ruby s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

/** Leaves out elements with the attribute `data-nosearch` or the class `nosearch`, up to their end tag in whichever piece. */
export function createHtmlReader(): HtmlReader {
  let [hidden, depth] = ['', 0];
  const enter = (isEnd: boolean, name: string, attributes: string): void => {
    if (depth > 0) {
      if (name === hidden) depth += isEnd ? -1 : 1;
    } else if (!isEnd && !empty.has(name) && (unread.has(name) || unsearched.test(attributes))) {
      [hidden, depth] = [name, 1];
    }
  };
  const read = (html: string): string => {
    let [text, done] = ['', 0];
    for (const found of html.matchAll(tag)) {
      if (depth === 0) text += html.slice(done, found.index);
      done = found.index + found[0].length;
      const name = found[2]?.toLowerCase();
      if (name === undefined) continue;
      if (depth === 0 && !inline.has(name)) text += '\n';
      enter(found[1] === '/', name, found[3] ?? '');
    }
    return textOfHtml(depth === 0 ? text + html.slice(done) : text);
  };
  return { read, isHidden: () => depth > 0 };
}
