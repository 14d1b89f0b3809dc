import { textOfHtml } from '../markdown/tree/slots.js';

/** What a page says, without how it is set: two pages of equal content read alike, word by word and block by block. */
export interface PageContent {
  /** All characters but blanks and invisible ones, in their order; quotes, dashes and dots as they are typed. */
  readonly letters: string;
  /** How often each element is there, and each address that one leads to or shows. */
  readonly elements: ReadonlyMap<string, number>;
}

const tag = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][a-z0-9-]*)(?![a-z0-9-])(?:"[^"]*"|'[^']*'|[^"'<>])*>/gi;
const address = /\s(?:href|src)="[^"]*"/g;
const typed: readonly (readonly [RegExp, string])[] = [
  [/[\s\p{Cc}\p{Cf}]/gu, ''],
  [/[“”„«»]/g, '"'],
  [/[‘’‚]/g, "'"],
  [/…/g, '...'],
  [/—/g, '---'],
  [/–/g, '--'],
];

/** Reads the HTML of a chapter, as the Markdown stage leaves it. */
export function readPage(html: string): PageContent {
  const elements = new Map<string, number>();
  const text = html.replace(tag, (whole, slash: string | undefined, name: string | undefined) => {
    const goals = name === undefined ? [] : (whole.match(address) ?? []);
    for (const key of name === undefined || slash !== '' ? [] : [name, ...goals])
      elements.set(key, (elements.get(key) ?? 0) + 1);
    return '';
  });
  const letters = typed.reduce((rest, [found, instead]) => rest.replace(found, instead), textOfHtml(text));
  return { letters, elements };
}
