/**
 * Says that a key is there twice.
 *
 * @param key From the top, joined by dots; empty where it is not known.
 * @param line Of the first one, which the message names; null where that is not known.
 */
export function describeRepeated(key: string, line: number | null): string {
  const subject = key === '' ? 'A key' : `The key \`${key}\``;
  return `${subject} is there twice${line === null ? '' : `: first in line ${line}`}.`;
}
