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
