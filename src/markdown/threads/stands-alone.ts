import { Buffer } from 'node:buffer';

/** What leads out of a chapter, or may: links, pictures, definitions of either, footnotes, shortcodes, HTML. */
const waysOut = ['](', ']:', '{{', '<'].map((opener) => Buffer.from(opener));

/**
 * Whether the HTML of a text follows from it alone, so that it can be made before anything is known of the book around it.
 * Some that would are not found out: nothing is parsed for it.
 */
export function standsAlone(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return !waysOut.some((opener) => text.includes(opener));
}
