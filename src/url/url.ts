const needsNoEncoding = /^[\w.~+@-]*$/;
const escapes = /%[0-9a-fA-F]{2}/;
const marks = /[!'()*?#]/g;

/**
 * A file or folder name as a segment of a URL, percent-encoded so that a server finds that very name.
 * The name holds no lone surrogate.
 */
export function encodeName(name: string): string {
  if (needsNoEncoding.test(name)) return name;
  return encodeURI(name).replace(marks, encodeMark);
}

/**
 * A segment of an address as an author writes it, percent-encoded: `%` followed by two hexadecimal digits counts as
 * encoded already (content rule 6), any other `%` as itself.
 */
export function encodeSegment(segment: string): string {
  if (!escapes.test(segment)) return encodeName(segment);
  return segment
    .split(/(%[0-9a-fA-F]{2})/)
    .map((part, index) => (index % 2 === 1 ? part : encodeName(part)))
    .join('');
}

/** The name a server looks for when asked for a segment: its `%xx` decoded; null where they are not UTF-8. */
export function decodeSegment(segment: string): string | null {
  if (!escapes.test(segment)) return segment;
  try {
    return decodeURIComponent(segment.replace(/%(?![0-9a-fA-F]{2})/g, '%25'));
  } catch {
    return null;
  }
}

/** A path without the slashes around it. */
export function trimSlashes(path: string): string {
  return path.replace(/^\/+|(?<!\/)\/+$/g, '');
}

/** `encodeURI` leaves some marks that end a path or an attribute. */
function encodeMark(mark: string): string {
  return `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;
}
