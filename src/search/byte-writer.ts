import { writeNumber } from '../text/number-text.js';

/** Bytes that grow at their end. */
export interface ByteWriter {
  readonly length: () => number;
  readonly number: (value: number) => void;
  readonly text: (text: string) => void;
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
    text: (text) => {
      makeRoom(text.length * 3);
      length += buffer.write(text, length);
    },
    bytes: () => buffer.subarray(0, length),
  };
}
