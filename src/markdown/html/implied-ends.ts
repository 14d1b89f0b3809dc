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
export function mayBeOpen(name: string): boolean {
  return endedByStart.has(name);
}

/** Whether an element holds others that may be open, whose ends are not its own. */
export function isNest(name: string): boolean {
  return nested.has(name);
}

/** Whether a tag directly in or behind an element that may be open ends it; its own end tag is not asked about. */
export function impliesEnd(element: string, tag: string, isEndTag: boolean): boolean {
  const starts = endedByStart.get(element);
  if (!isEndTag) return starts?.has(tag) === true;
  return parents.has(tag) || (element === 'p' && starts?.has(tag) === true);
}
