/** An address as its author may have typed it, without percent signs; one that is no valid encoding stays as it is. */
export function decodeAddress(text: string): string {
  return decode(text, decodeURI);
}

/** A path or fragment as the file or id is called that it names; one that is no valid encoding stays as it is. */
export function decodePart(text: string): string {
  return decode(text, decodeURIComponent);
}

function decode(text: string, by: (text: string) => string): string {
  try {
    return by(text);
  } catch {
    return text;
  }
}
