const named: Readonly<Record<string, string>> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '\\': '\\\\',
};

const unprintable = /[\p{C}\p{Z}\\]/gu;

/** A text in double quotes, as Go's `strconv.Quote` writes it. */
export function quoteText(text: string): string {
  return `"${escapeUnprintable(text).replaceAll('"', '\\"')}"`;
}

/** A character by its number, in single quotes. */
export function quoteRune(point: number): string {
  const isValid = point >= 0 && point <= 0x10ffff;
  const rune = isValid ? String.fromCodePoint(point) : '\ufffd';
  return `'${escapeUnprintable(rune).replaceAll("'", "\\'")}'`;
}

function escapeUnprintable(text: string): string {
  return text.replace(unprintable, (found) => {
    if (found === ' ') return found;
    const point = found.codePointAt(0) ?? 0;
    if (named[found] !== undefined) return named[found];
    if (point < 0x80) return `\\x${point.toString(16).padStart(2, '0')}`;
    const digits = point.toString(16);
    return point > 0xffff ? `\\U${digits.padStart(8, '0')}` : `\\u${digits.padStart(4, '0')}`;
  });
}
