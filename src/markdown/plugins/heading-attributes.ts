import type { Heading, Root } from 'mdast';
import type { Transformer } from 'unified';
import { compileStateOf } from '../tree/compile-state.js';
import { readAttributes } from '../tree/read-attributes.js';

const block = /(?<![ \t])[ \t]*\{([^{}\n]+)\}[ \t]*$/;

/**
 * Takes `{#id .class key=value}` off the end of a heading and gives it to the element (content rules 14 and 21.12).
 * Braces that hold anything else stay text.
 */
export function headingAttributes(): Transformer<Root> {
  return (_tree, file) => {
    for (const heading of compileStateOf(file).survey.headings) takeAttributes(heading, String(file));
  };
}

function takeAttributes(heading: Heading, source: string): void {
  const last = heading.children.at(-1);
  if (last?.type !== 'text' || !last.value.includes('}')) return;
  const written = last.value.trimEnd();
  // Braces that hold nothing say nothing, as in Hugo.
  if (/[ \t]\{\}$/.test(written)) last.value = written.slice(0, -2).trimEnd();
  const found = block.exec(last.value);
  const properties = found?.[1] === undefined ? null : readAttributes(found[1].trim());
  if (found === null || properties === null) return;
  last.value = last.value.slice(0, found.index);
  // The marks that close a heading stand before the braces.
  if (source[heading.position?.start.offset ?? 0] === '#')
    last.value = last.value.replace(/(?:^|(?<![ \t])[ \t]+)#+$/, '');
  heading.data = { ...heading.data, hProperties: properties };
}
