/**
 * Numbers as bits, the most significant first, for records of which a book has millions. `rice` suits numbers that are
 * about as large as each other, `golomb` those of which the small ones are frequent (Elias' and exponential Golomb codes).
 */
export interface BitWriter {
  /** A number of so many bits, at most 24. */
  readonly bits: (value: number, width: number) => void;
  /** A number below 2 to the 24th: its lower `width` bits after the rest, which is counted out. */
  readonly rice: (value: number, width: number) => void;
  /** A number of which those below 2 to the `width` take `width` + 1 bits. */
  readonly golomb: (value: number, width: number) => void;
  /** Fills the last byte up, and returns the number of bytes so far. */
  readonly align: () => number;
  /** What was written. */
  readonly bytes: () => Uint8Array;
}

/** Ones of a rest that is counted out; a larger number follows them as it is. */
const MOST_ONES = 16;
const RAW = 24;

export function createBitWriter(): BitWriter {
  let buffer = new Uint8Array(1 << 16);
  let [length, held, count] = [0, 0, 0];
  const bits = (value: number, width: number): void => {
    held = (held << width) | value;
    count += width;
    if (length + 4 > buffer.length) buffer = enlarge(buffer);
    while (count >= 8) {
      count -= 8;
      buffer[length] = held >>> count;
      length += 1;
    }
  };
  const ones = (times: number): void => bits(2 ** (times + 1) - 2, times + 1);
  return {
    bits,
    rice: (value, width) => {
      const rest = value >>> width;
      if (rest < MOST_ONES) {
        ones(rest);
        bits(value & ((1 << width) - 1), width);
      } else {
        bits((1 << MOST_ONES) - 1, MOST_ONES);
        bits(value, RAW);
      }
    },
    golomb: (value, width) => {
      const raised = value + (1 << width);
      const size = 31 - Math.clz32(raised);
      ones(size - width);
      bits(raised - (1 << size), size);
    },
    align: () => {
      if (count > 0) bits(0, 8 - count);
      return length;
    },
    bytes: () => buffer.subarray(0, length),
  };
}

function enlarge(buffer: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(buffer.length * 2);
  larger.set(buffer);
  return larger;
}

/** Reads what a `BitWriter` wrote. After the end there are zeros. */
export interface BitReader {
  readonly bits: (width: number) => number;
  readonly rice: (width: number) => number;
  readonly golomb: (width: number) => number;
}

export function readBits(bytes: Uint8Array): BitReader {
  let at = 0;
  /** The next 25 bits and more, at the upper end of 32. */
  const look = (): number => {
    const byte = at >>> 3;
    const upper = ((bytes[byte] ?? 0) << 24) | ((bytes[byte + 1] ?? 0) << 16);
    return (upper | ((bytes[byte + 2] ?? 0) << 8) | (bytes[byte + 3] ?? 0)) << (at & 7);
  };
  const bits = (width: number): number => {
    const value = width === 0 ? 0 : look() >>> (32 - width);
    at += width;
    return value;
  };
  return {
    bits,
    rice: (width) => {
      const rest = Math.clz32(~look());
      if (rest >= MOST_ONES) {
        at += MOST_ONES;
        return bits(RAW);
      }
      at += rest + 1;
      return rest * 2 ** width + bits(width);
    },
    golomb: (width) => {
      const more = Math.clz32(~look());
      at += more + 1;
      const size = width + more;
      return 2 ** size + bits(size) - (1 << width);
    },
  };
}
