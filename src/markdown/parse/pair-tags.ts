import type { Html, InlineCode, PhrasingContent, Text } from 'mdast';
import { markedText } from '../tree/marked-text.js';
import { textOfHtml } from '../tree/slots.js';
import { harmlessNames } from './html-names.js';
import { type HtmlTag, readHtmlTag } from './html-tag.js';

/** An element of a line that has begun. */
interface Opened {
  readonly tag: HtmlTag;
  readonly node: Html;
  /** Where its tag stands in what is put out. */
  readonly at: number;
}

/** Attributes that any element may have, and those of some. Everything else is left out. */
const allowed = /^(?:dir|id|lang|title)$/;

/**
 * Puts the elements of text within a line that have a beginning and an end into nodes, `<br>` into a break. A beginning
 * whose end stands nowhere in the chapter is text (`the letter <b>`); every other tag stays HTML. Linear.
 *
 * @param source The chapter in lower case.
 */
export function pairTags(children: readonly PhrasingContent[], source: string): readonly PhrasingContent[] {
  const printed: PhrasingContent[] = [];
  const opened: Opened[] = [];
  const counts = new Map<string, number>();
  const count = (name: string, by: number): void => void counts.set(name, (counts.get(name) ?? 0) + by);
  for (const child of children) {
    const tag = child.type === 'html' ? readHtmlTag(child.value) : null;
    if (child.type !== 'html' || tag === null || !isKept(tag)) printed.push(child);
    else if (tag.name === 'br') printed.push(breakOf(child));
    else if (tag.name === 'wbr') printed.push({ ...markedText('wbr', []), ...placed(child) });
    else if (!tag.isEnd) {
      opened.push({ tag, node: child, at: printed.push(child) - 1 });
      count(tag.name, 1);
    } else if ((counts.get(tag.name) ?? 0) === 0) printed.push(child);
    else close(tag.name, child);
  }
  for (const { tag, node, at } of opened) if (!source.includes(`</${tag.name}`)) printed[at] = textOf(node);
  return printed;

  /** What began since then and did not end stays as it is. */
  function close(name: string, end: Html): void {
    for (let last = opened.pop(); last !== undefined; last = opened.pop()) {
      count(last.tag.name, -1);
      if (last.tag.name !== name) continue;
      const inner = printed.splice(last.at).slice(1);
      printed.push(elementOf(last, inner, end));
      return;
    }
  }
}

function isKept({ name, attributes }: HtmlTag): boolean {
  if (name !== 'span') return name === 'br' || harmlessNames.has(name);
  // A span says nothing but by its attributes.
  return attributes.every(([key]) => allowed.test(key));
}

function breakOf(node: Html): PhrasingContent {
  return { type: 'break', ...placed(node) };
}

function textOf(node: Html): Text {
  return { type: 'text', value: node.value, ...placed(node) };
}

/** The place of a tag, up to that of another one. */
function placed({ position }: Html, last: Html | null = null): Pick<Text, 'position'> {
  const end = last?.position?.end ?? position?.end;
  return position === undefined || end === undefined ? {} : { position: { start: position.start, end } };
}

const renamed: Readonly<Record<string, string>> = { strike: 's' };

function elementOf({ tag, node }: Opened, children: PhrasingContent[], end: Html): PhrasingContent {
  const { name, attributes } = tag;
  const [only] = children;
  const kept = attributes.flatMap(([key, value]) =>
    allowed.test(key) && value !== null ? [[key, textOfHtml(value)] as const] : [],
  );
  if (name === 'code' && kept.length === 0 && children.length === 1 && only?.type === 'text') {
    const code: InlineCode = { type: 'inlineCode', value: only.value };
    return { ...code, ...placed(node, end) };
  }
  return { ...markedText(renamed[name] ?? name, children, Object.fromEntries(kept)), ...placed(node, end) };
}
