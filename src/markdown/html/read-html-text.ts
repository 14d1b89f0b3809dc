import { textOfHtml } from '../tree/slots.js';

/** Reads the text of HTML that comes in pieces. */
export interface HtmlReader {
  /** The text of the next piece without markup; blocks on lines of their own. */
  readonly read: (html: string) => string;
  /** The start tag of the element, kept out of the search, that what follows stands in; empty for none. */
  readonly hiddenBy: () => string;
  readonly isHidden: () => boolean;
  /** A block of HTML has ended: a paragraph in it ends with it, since blocks of Markdown follow. */
  readonly endBlock: () => void;
  /** A line of Markdown has ended, and every element that began in it: whatever hides is over. */
  readonly endLine: () => void;
}

const tag = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][a-z0-9-]*)(?![a-z0-9-])((?:"[^"]*"|'[^']*'|[^"'<>])*)>/gi;
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

/**
 * Leaves out elements with the attribute `data-nosearch` or the class `nosearch`, up to their end tag in whichever piece.
 * Elements that may go without one end where HTML says so.
 */
export function createHtmlReader(): HtmlReader {
  const hiding = createHiding();
  const read = (html: string): string => {
    let [text, done] = ['', 0];
    for (const found of html.matchAll(tag)) {
      const wasHidden = hiding.tag() !== '';
      if (!wasHidden) text += html.slice(done, found.index);
      done = found.index + found[0].length;
      const [whole, slash, written, attributes = ''] = found;
      const name = written?.toLowerCase();
      if (name === undefined) continue;
      hiding.pass(name, slash === '/', { whole, attributes });
      if (!inline.has(name) && !(wasHidden && hiding.tag() !== '')) text += '\n';
    }
    return textOfHtml(hiding.tag() === '' ? text + html.slice(done) : text);
  };
  return {
    read,
    hiddenBy: hiding.tag,
    isHidden: () => hiding.tag() !== '',
    endBlock: () => {
      if (hiding.name() === 'p') hiding.end();
    },
    endLine: hiding.end,
  };
}

/** Follows the tags of a text: what stands in an element that nobody reads, or that is kept out, is hidden. */
function createHiding() {
  let [hidden, opener] = ['', ''];
  /** Elements of the same name that are open, itself among them; of one that may be open, the nests in it. */
  let depth = 0;
  const end = (): void => {
    [hidden, opener, depth] = ['', '', 0];
  };
  const passHidden = (name: string, isEnd: boolean): void => {
    if (!mayBeOpen(hidden)) {
      if (name === hidden) depth += isEnd ? -1 : 1;
      if (depth === 0) end();
    } else if (depth === 0 && ((isEnd && name === hidden) || impliesEnd(hidden, name, isEnd))) {
      end();
    } else if (isNest(name)) depth += isEnd ? -1 : 1;
  };
  const begin = (name: string, whole: string): void => {
    [hidden, opener, depth] = [name, whole, mayBeOpen(name) ? 0 : 1];
  };
  return {
    name: () => hidden,
    tag: () => opener,
    end,
    pass: (
      name: string,
      isEnd: boolean,
      { whole, attributes }: { whole: string; attributes: string },
    ): void => {
      if (hidden !== '') passHidden(name, isEnd);
      if (hidden !== '' || isEnd || empty.has(name)) return;
      if (unread.has(name) || unsearched.test(attributes)) begin(name, whole);
    },
  };
}

/** Elements whose end tag may be left out, and the start tags that end them then (HTML, "Optional tags"). */
const endedByStart: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    li: 'li',
    dt: 'dt dd',
    dd: 'dt dd',
    td: 'td th tr tbody tfoot',
    th: 'td th tr tbody tfoot',
    tr: 'tr tbody tfoot',
    p:
      'address article aside blockquote details dialog div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
      'header hgroup hr main menu nav ol p pre search section table ul li dt dd td th',
  }).map(([name, ends]) => [name, new Set(ends.split(' '))]),
);

/** Elements that contain such elements, and with whose end they end. */
const parents: ReadonlySet<string> = new Set('ul ol menu dl table thead tbody tfoot tr'.split(' '));
/** Those of them that can stand in such an element. */
const nested: ReadonlySet<string> = new Set('ul ol menu dl table'.split(' '));

/** Whether an element ends without an end tag of its own. */
function mayBeOpen(name: string): boolean {
  return endedByStart.has(name);
}

/** Whether an element holds others that may be open, whose ends are not its own. */
function isNest(name: string): boolean {
  return nested.has(name);
}

/** Whether a tag directly in or behind an element that may be open ends it; its own end tag is not asked about. */
function impliesEnd(element: string, tag: string, isEndTag: boolean): boolean {
  const starts = endedByStart.get(element);
  if (!isEndTag) return starts?.has(tag) === true;
  return parents.has(tag) || (element === 'p' && starts?.has(tag) === true);
}
