import { isMap, type PlainValue } from '../formats/plain.js';
import type { TypographerMarks } from '../model/markdown-config.js';

/** What `markup.goldmark.extensions.typographer` says. */
export interface TypographerSetting {
  readonly isOn: boolean;
  readonly marks: Partial<TypographerMarks>;
}

/** What can stand there, as part of a sentence. */
export const typographerForm =
  '`true`, `false`, or a group of `disable` and marks such as `leftDoubleQuote: "&laquo;"`,';

/** Hugo's names. */
const markNames: readonly (keyof TypographerMarks)[] = [
  ...(['apostrophe', 'ellipsis', 'emDash', 'enDash', 'leftAngleQuote', 'leftDoubleQuote'] as const),
  ...(['leftSingleQuote', 'rightAngleQuote', 'rightDoubleQuote', 'rightSingleQuote'] as const),
];

/** The references of HTML that stand for marks and spaces; numbers do as well. */
const references: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  bdquo: '„',
  emsp: '\u2003',
  ensp: '\u2002',
  gt: '>',
  hellip: '…',
  horbar: '―',
  laquo: '«',
  ldquo: '“',
  lsaquo: '‹',
  lsquo: '‘',
  lt: '<',
  mdash: '—',
  nbsp: '\u00a0',
  ndash: '–',
  quot: '"',
  raquo: '»',
  rdquo: '”',
  rsaquo: '›',
  rsquo: '’',
  sbquo: '‚',
  thinsp: '\u2009',
};

const reference = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi;

/** Reads a switch, which is ours, or Hugo's group of keys (lower-cased); null for anything else. */
export function readTypographer(value: PlainValue): TypographerSetting | null {
  if (typeof value === 'boolean') return { isOn: value, marks: {} };
  if (!isMap(value)) return null;
  const { disable = false, ...rest } = value;
  const marks: { -readonly [Name in keyof TypographerMarks]?: string } = {};
  for (const [key, written] of Object.entries(rest)) {
    const name = markNames.find((candidate) => candidate.toLowerCase() === key);
    const text = typeof written === 'string' ? readReferences(written) : null;
    if (name === undefined || text === null) return null;
    marks[name] = text;
  }
  return typeof disable === 'boolean' ? { isOn: !disable, marks } : null;
}

/** Text with references put in; null when one is not known. */
function readReferences(text: string): string | null {
  let isKnown = true;
  const read = text.replace(reference, (all, decimal?: string, hexadecimal?: string, name?: string) => {
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
    const found = name === undefined ? readCode(code) : references[name];
    isKnown &&= found !== undefined;
    return found ?? all;
  });
  return isKnown ? read : null;
}

function readCode(code: number): string | undefined {
  const isCharacter = code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : undefined;
}
