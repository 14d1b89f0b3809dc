import { Buffer, isAscii, isUtf8 } from 'node:buffer';

/**
 * The text of a file: UTF-8 without its byte order mark, CRLF and CR turned into LF.
 * Null when the bytes are not UTF-8; the caller names the file.
 */
export function decodeText(bytes: Uint8Array): string | null {
  if (!isUtf8(bytes)) return null;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = buffer.toString(isAscii(bytes) ? 'latin1' : 'utf8');
  const unmarked = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return unmarked.includes('\r') ? unmarked.replace(/\r\n?/g, '\n') : unmarked;
}

/** The first UTF-16 units of such a text: no more of the file is decoded. Empty when the bytes are not UTF-8. */
export function decodeBeginning(bytes: Uint8Array, length: number): string {
  // No unit takes more than three bytes; the byte order mark takes as many and is none.
  let end = Math.min(bytes.length, 3 * length + 3);
  while (end < bytes.length && ((bytes[end] ?? 0) & 0xc0) === 0x80) end += 1;
  return decodeText(bytes.subarray(0, end))?.slice(0, length) ?? '';
}
