/** An address as its author may have typed it, without percent signs; one that is no valid encoding stays as it is. */
export function decodeAddress(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
