/**
 * Numbers as text, for files that scripts read: printable ASCII without quotation mark and backslash, so that a string
 * literal holds them as they are. A number is a digit of the lower kind, after any count of digits of the upper kind,
 * the most significant first: up to 60 in one character, up to 2,012 in two, up to 64,476 in three.
 */
const alphabet = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index))
  .filter((character) => character !== '"' && character !== '\\')
  .join('');

/** Characters that end a number; the others, that more of it follows. */
const lasts = 61;
const continued = alphabet.length - lasts;

const codes = Uint8Array.from(alphabet, (character) => character.charCodeAt(0));
const values = new Uint8Array(0x80);
codes.forEach((code, value) => {
  values[code] = value;
});

/** The first number that takes more than one character, more than two, and so on. */
const limits = [lasts];
for (let more = 1; (limits.at(-1) ?? 0) < Number.MAX_SAFE_INTEGER; more += 1)
  limits.push((limits.at(-1) ?? 0) + lasts * continued ** more);
const [one = 0, two = 0, three = 0] = limits;

/** Characters of a number. */
export function numberLength(value: number): number {
  if (value < one) return 1;
  if (value < two) return 2;
  return value < three ? 3 : limits.findIndex((limit) => value < limit) + 1;
}

/**
 * Writes a number that is not negative at an offset; returns the offset behind it. There must be room for 8 bytes. Tens
 * of millions are written for a large book, hardly any of more than two characters.
 */
export function writeNumber(bytes: Uint8Array, offset: number, value: number): number {
  if (value < one) {
    bytes[offset] = codes[value] ?? 0;
    return offset + 1;
  }
  const rest = Math.floor(value / lasts);
  const at = value < two ? offset : writeUpper(bytes, offset, Math.floor((rest - 1) / continued) - 1);
  bytes[at] = codes[lasts + ((rest - 1) % continued)] ?? 0;
  bytes[at + 1] = codes[value - rest * lasts] ?? 0;
  return at + 2;
}

function writeUpper(bytes: Uint8Array, offset: number, value: number): number {
  const at = value < continued ? offset : writeUpper(bytes, offset, Math.floor(value / continued) - 1);
  bytes[at] = codes[lasts + (value % continued)] ?? 0;
  return at + 1;
}

/** The number as text. */
export function numberText(value: number): string {
  const bytes = new Uint8Array(8);
  return Array.from(bytes.subarray(0, writeNumber(bytes, 0, value)), (byte) =>
    String.fromCharCode(byte),
  ).join('');
}

/** Reads numbers one after the other from a text. */
export interface NumberReader {
  /** Where the next number starts. */
  at: number;
  readonly next: () => number;
}

/** Reads from `start` on. Behind the end of the text there are zeros. */
export function readNumbers(text: string, start = 0): NumberReader {
  const reader = {
    at: start,
    next: () => {
      let value = 0;
      for (;;) {
        const digit = values[text.charCodeAt(reader.at)] ?? 0;
        reader.at += 1;
        if (digit < lasts) return value * lasts + digit;
        value = value * continued + (digit - lasts) + 1;
      }
    },
  };
  return reader;
}

/**
 * Reads the places of a term (`SectionTerms.places`) that stand from `from` to `to` into an array with room for all of them;
 * returns how many there are. A book has tens of millions.
 */
export function readPositions(bytes: Uint8Array, from: number, to: number, positions: Uint16Array): number {
  let [count, position, value] = [0, 0, 0];
  for (let at = from; at < to; at += 1) {
    const digit = values[bytes[at] ?? 0] ?? 0;
    if (digit >= lasts) {
      value = value * continued + (digit - lasts) + 1;
      continue;
    }
    position += (value * lasts + digit) >> 1;
    positions[count] = position;
    count += 1;
    value = 0;
  }
  return count;
}
