import { htmlToHast } from 'satteri';

/** As much of a hast node as is looked at. */
interface HtmlNode {
  readonly type: string;
  readonly tagName?: string;
  readonly value?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly children?: readonly HtmlNode[];
}

const inert = ['application/ld+json', 'speculationrules'];
const elements = ['iframe', 'frame', 'object', 'embed', 'applet', 'base', 'form', 'portal', 'math', 'svg'];

/**
 * Everything in a page that could run or lead to script, as a browser's parser sees the page: script elements but for
 * data, handlers, script addresses, frames, forms, refreshes to script.
 *
 * @param own What `findScripts` says of a harmless page: the theme's own scripts.
 */
export function findLive(html: string, own: readonly string[]): readonly string[] {
  const found: string[] = [];
  const waiting: HtmlNode[] = [htmlToHast(html) as HtmlNode];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    waiting.push(...(node.children ?? []));
    const { tagName = '', properties = {} } = node;
    if (tagName === 'script' && !isInert(node) && !own.includes(describeScript(node)))
      found.push(describeScript(node));
    if (elements.includes(tagName)) found.push(`<${tagName}>`);
    for (const [name, value] of Object.entries(properties)) {
      if (isLiveAttribute(name.toLowerCase(), String(value)))
        found.push(`<${tagName} ${name}=${String(value)}>`);
    }
  }
  return found;
}

/** The scripts of a page that run, by address or text. */
export function findScripts(html: string): readonly string[] {
  const found: string[] = [];
  const waiting: HtmlNode[] = [htmlToHast(html) as HtmlNode];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    waiting.push(...(node.children ?? []));
    if (node.tagName === 'script' && !isInert(node)) found.push(describeScript(node));
  }
  return found;
}

function isInert({ properties = {} }: HtmlNode): boolean {
  return inert.includes(String(properties['type']));
}

function describeScript({ properties = {}, children = [] }: HtmlNode): string {
  return `<script ${JSON.stringify(properties)}>${children.map(({ value }) => value).join('')}`;
}

function isLiveAttribute(name: string, value: string): boolean {
  if (name.startsWith('on') || name === 'srcdoc') return true;
  // Browsers pass over blanks and control characters in front of and inside a scheme.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is the point.
  const address = value.replace(/[\u0000-\u0020]/g, '').toLowerCase();
  return (name === 'content' ? /url=(javascript|vbscript|data):/ : /(^|,)(javascript|vbscript|data):/).test(
    address,
  );
}
