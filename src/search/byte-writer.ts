import { writeNumber } from '../words/number-text.js';

/** Bytes that grow at their end. */
export interface ByteWriter {
  readonly length: () => number;
  readonly number: (value: number) => void;
  /** A text after another: how many units they share at the beginning, how many follow, and those. */
  readonly term: (previous: string, term: string) => void;
  readonly append: (bytes: Uint8Array) => void;
  /** What was written; nothing is to be written afterwards. */
  readonly bytes: () => Uint8Array;
}

/** The most bytes that a number takes. */
const numberRoom = 8;

export function createByteWriter(): ByteWriter {
  let buffer = Buffer.allocUnsafe(1 << 16);
  let length = 0;
  const makeRoom = (size: number) => {
    if (length + size <= buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(buffer.length * 2, length + size));
    buffer.copy(larger, 0, 0, length);
    buffer = larger;
  };
  return {
    length: () => length,
    number: (value) => {
      makeRoom(numberRoom);
      length = writeNumber(buffer, length, value);
    },
    term: (previous, term) => {
      const shared = countShared(previous, term);
      makeRoom(2 * numberRoom + term.length * 3);
      length = writeNumber(buffer, length, shared);
      length = writeNumber(buffer, length, term.length - shared);
      length = writeText(buffer, length, term, shared);
    },
    append: (bytes) => {
      makeRoom(bytes.length);
      buffer.set(bytes, length);
      length += bytes.length;
    },
    bytes: () => buffer.subarray(0, length),
  };
}

/** Never half of a character. */
function countShared(previous: string, term: string): number {
  let shared = 0;
  while (shared < previous.length && previous.charCodeAt(shared) === term.charCodeAt(shared)) shared += 1;
  const last = term.charCodeAt(shared - 1);
  return last >= 0xd800 && last < 0xdc00 ? shared - 1 : shared;
}

/** Writes a text from a unit on; returns the offset behind it. A call of the buffer's own for each term takes longer. */
function writeText(buffer: Buffer, offset: number, text: string, from: number): number {
  let at = offset;
  for (let index = from; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit >= 0x80) return at + buffer.write(text.slice(index), at);
    buffer[at] = unit;
    at += 1;
  }
  return at;
}
