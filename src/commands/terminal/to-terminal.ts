import type { Palette } from '../../diagnostics/format.js';

declare const sink: unique symbol;

/** Text that cannot drive a terminal. Nothing else is written to one: `toTerminal` is its only maker. */
export type TerminalText = string & { readonly [sink]: 'terminal' };

/** How a piece of text can be painted: the code of the terminal for it. */
const codes = { error: 31, warning: 33, strong: 1, dim: 2, end: 0 } as const;

/** In their order, from U+FDD0 on: code points that are no characters, and no text has for itself. */
const names = Object.keys(codes) as readonly (keyof typeof codes)[];
const first = 0xfdd0;

/** Marks texts as painted, for `toTerminal`; leaves them as they are where no colour is wanted. */
export function createPalette(hasColour: boolean): Palette {
  const paint = (name: keyof typeof codes) => (text: string) =>
    hasColour ? markOf(name) + text + markOf('end') : text;
  return { error: paint('error'), warning: paint('warning'), strong: paint('strong'), dim: paint('dim') };
}

function markOf(name: keyof typeof codes): string {
  return String.fromCharCode(first + names.indexOf(name));
}

/** Control characters but for tab and line break; what turns the direction of what follows; and the marks of paint. */
const unsafe = /(?![\t\n])[\p{Cc}\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef]/gu;

/**
 * A text as a terminal may have it: painted where a palette has marked it, and without any other sign that a terminal
 * obeys, whatever a title, a file name or a message of the system holds. Control characters are shown as the pictures
 * that Unicode has for them (`␛`), others as `�`; a carriage return before a line break goes.
 */
export function toTerminal(text: string): TerminalText {
  const shown = text.replaceAll('\r\n', '\n').replace(unsafe, (sign) => {
    const code = sign.charCodeAt(0);
    const name = names[code - first];
    if (name !== undefined) return `\u001b[${codes[name]}m`;
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '\u2421' : '\ufffd';
  });
  return shown as TerminalText;
}

/** JSON for a terminal or a program, the same data: what a terminal would obey is escaped, as JSON can have it. */
export function formatJsonText(data: unknown): string {
  const escapeSign = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(data, null, 2).replace(unsafe, escapeSign);
}
