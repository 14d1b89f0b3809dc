import type { Nodes } from 'mdast';
import { readHtmlTag } from '../parse/html-tag.js';
import { plainText } from './plain-text.js';

/** The ids of a chapter that are in use, each with the last number that was appended to it. */
export type TakenIds = Map<string, number>;

/** The text that an id comes from. What pictures say counts, as in Hugo, and the names of emoji. */
export function textForId(node: Nodes): string {
  const read = (part: Nodes): string => {
    if (part.type === 'image' || part.type === 'imageReference') return part.alt ?? '';
    if (part.type === 'html')
      return readHtmlTag(part.value)?.attributes.find(([key]) => key === 'alt')?.[1] ?? '';
    if ('children' in part) return part.children.map(read).join('');
    return (part.type === 'text' ? part.data?.written : undefined) ?? plainText(part);
  };
  return read(node).replaceAll('\n', ' ').trim();
}

/** The slug, or with the first number that makes it an id of its own (content rule 21.11). */
export function unusedId(slug: string, taken: TakenIds): string {
  let number = taken.get(slug);
  if (number === undefined) return slug;
  let id: string;
  do {
    number += 1;
    id = `${slug}-${number}`;
  } while (taken.has(id));
  taken.set(slug, number);
  return id;
}

/** An id is in use from now on. */
export function takeId(id: string, taken: TakenIds): void {
  taken.set(id, taken.get(id) ?? 0);
}
