/** The HTML of a chapter's shortcodes, waiting for its place. */
export interface Slots {
  /** Keeps HTML, and returns the word that stands for it in Markdown. */
  readonly keep: (html: string) => string;
  /** Matches such words; the first group is the number of the slot. */
  readonly pattern: RegExp;
  readonly htmlOf: (index: number) => string;
}

/**
 * Slots for a chapter. Their words are letters and digits, as Hugo's are, so that Markdown treats a shortcode like a
 * word; they begin with letters that the chapter does not hold.
 */
export function createSlots(body: string): Slots {
  let key = 'OCTAVOSHORTCODE';
  while (body.includes(key)) key += 'X';
  const kept: string[] = [];
  return {
    keep: (html) => `${key}${kept.push(html) - 1}Z`,
    pattern: new RegExp(`${key}(\\d+)Z`, 'g'),
    htmlOf: (index) => kept[index] ?? '',
  };
}

/** The words of HTML, without its markup: what is read where HTML cannot stand. */
export function textOfHtml(html: string): string {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)|<[^<>]*>/g, '')
    .replace(/&(?:#(\d+)|#[xX]([0-9a-fA-F]+)|(amp|lt|gt|quot|apos|nbsp));/g, decodeReference);
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

function decodeReference(found: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return named[name] ?? found;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : found;
}
