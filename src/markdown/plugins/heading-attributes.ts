import type { Heading, Root } from 'mdast';
import type { Transformer } from 'unified';
import { draftOf } from '../draft.js';

const block = /[ \t]*\{[ \t]*([^{}\n]+?)[ \t]*\}[ \t]*$/;
const attribute =
  /^(?:#([^\s#.{}"'=]+)|\.([^\s#.{}"'=]+)|([\w-]+)=(?:"([^"]*)"|'([^']*)'|([^\s"'=]+)))(?:[ \t]+|$)/;

/** Keys that a heading may carry besides id and class; the sanitiser drops the others. */
type Properties = Record<string, string | string[]>;

/**
 * Takes `{#id .class key=value}` off the end of a heading and gives it to the element (content rules 14 and 21.12).
 * Braces that hold anything else stay text.
 */
export function headingAttributes(): Transformer<Root> {
  return (_tree, file) => {
    for (const heading of draftOf(file).survey.headings) takeAttributes(heading);
  };
}

function takeAttributes(heading: Heading): void {
  const last = heading.children.at(-1);
  if (last?.type !== 'text' || !last.value.includes('}')) return;
  const found = block.exec(last.value);
  const properties = found?.[1] === undefined ? null : readAttributes(found[1]);
  if (found === null || properties === null) return;
  last.value = last.value.slice(0, found.index);
  heading.data = { ...heading.data, hProperties: properties };
}

function readAttributes(source: string): Properties | null {
  const properties: Properties = {};
  const classes: string[] = [];
  let rest = source;
  while (rest !== '') {
    const found = attribute.exec(rest);
    if (found === null) return null;
    const [whole, id, className, key, quoted, single, bare] = found;
    if (id !== undefined) properties['id'] = id;
    else if (className !== undefined) classes.push(className);
    else if (key !== undefined) properties[key] = quoted ?? single ?? bare ?? '';
    rest = rest.slice(whole.length);
  }
  return classes.length === 0 ? properties : { ...properties, className: classes };
}
