const references: Readonly<Record<string, string>> = {
  '"': '&#34;',
  '&': '&amp;',
  "'": '&#39;',
  '+': '&#43;',
  '<': '&lt;',
  '>': '&gt;',
};

const special = /["&'+<>]/;

/** Text as HTML, in an element or in a quoted attribute. */
export function escapeHtml(text: string): string {
  const whole = text.includes('\0') ? text.replaceAll('\0', '\ufffd') : text;
  return special.test(whole) ? whole.replace(/["&'+<>]/g, (mark) => references[mark] ?? mark) : whole;
}

/** Text as an attribute's value without quotes: what would end it or begin a quoted one as well. */
export function escapeUnquoted(text: string): string {
  if (text === '') return '""';
  return text.replace(/[\p{Cc} "&'+<=>`]/gu, (mark) => references[mark] ?? `&#${mark.charCodeAt(0)};`);
}

/** HTML without its tags; references stay for `escapeHtml`, which must not escape them again, decoded. */
export function takeTagsOff(html: string): string {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)|<\/?[a-z](?:[^<>"']|"[^"]*"|'[^']*')*>/gi, '')
    .replace(
      /&(?:#(\d+)|#x([\da-f]+)|(quot|apos|amp|lt|gt|nbsp));/gi,
      (found, decimal, hexadecimal, name) => {
        if (name !== undefined) return names[name.toLowerCase()] ?? found;
        const point = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
        return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : found;
      },
    );
}

const names: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: '\u00a0',
};

const scriptEscapes: Readonly<Record<string, string>> = {
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '/': '\\/',
  '\\': '\\\\',
};

/** Text inside the quotes of a script. */
export function escapeScriptString(text: string): string {
  return text.replace(/[\p{Cc}"&'+/<>\\`${}\u2028\u2029]/gu, (mark) => {
    return scriptEscapes[mark] ?? `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** Text inside the quotes of a style. */
export function escapeStyleString(text: string): string {
  return text.replace(/[\p{Cc}"&'()+/:;<>\\{}]/gu, (mark) => `\\${mark.charCodeAt(0).toString(16)} `);
}
