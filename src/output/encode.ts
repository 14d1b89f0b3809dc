/** Turns text into UTF-8. The bytes are valid until the next call: one buffer serves them all. */
export type Encoder = (text: string) => Uint8Array;

/** Encoding into a buffer that is there already takes half the time of making one per page. */
export function createEncoder(): Encoder {
  let buffer = Buffer.allocUnsafeSlow(1024 * 1024);
  return (text) => {
    // No UTF-16 unit takes more than three bytes.
    if (buffer.length < text.length * 3) buffer = Buffer.allocUnsafeSlow(text.length * 3);
    return buffer.subarray(0, buffer.write(text));
  };
}
