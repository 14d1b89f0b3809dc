import { diagnose } from '../diagnostics/catalogue.js';
import type { AddressSource } from '../diagnostics/codes/address.js';
import type { Diagnostic, SourceSpan } from '../model/diagnostic.js';
import { decodeSegment, encodeSegment } from '../url/url.js';
import type { BookNode } from './sections.js';

/** Where a page is read and where it is written; see `Page.url` and `Page.outputPath`. */
export interface Address {
  readonly url: string;
  readonly outputPath: string;
}

/** Why a path is no address: the second half of a diagnostic code. */
export type AddressFault = 'outside' | 'absolute' | 'illegal-character' | 'too-long' | 'empty';

/** Bytes of UTF-8 that every usual file system allows a name. */
const longestName = 255;
const plainFolder = /^(?:\/[\w~+@-]+)+\/$/;
const illegal = /[\p{Cc}\p{Cs}\\/]/u;
const otherSite = /^[a-z][a-z\d+.-]*:\/\//i;
const notPortable = /[<>:"|?*]|[. ](?:\/|$)|(?:^|\/)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.[^/]*)?(?:\/|$)/i;

/**
 * The address of a path that starts at the book's root. A path that ends in a file with an extension is that file, all
 * others are folders with an `index.html` (content rule 6). Empty and `.` segments vanish; `..`, escaped or not, never
 * passes, nor does a name that no disk can hold: these are the only paths a chapter can have anything written to.
 */
export function makeAddress(path: string): Address | AddressFault {
  if (path.length <= longestName && plainFolder.test(path))
    return { url: path, outputPath: `${path.slice(1)}index.html` };
  const segments = path.normalize('NFC').split('/').filter(isNamed);
  const names: string[] = [];
  const isIndex = segments.at(-1) === 'index.html';
  if (isIndex) segments.pop();
  for (const segment of segments) {
    const name = decodeSegment(segment);
    if (name === '..' || name === '.') return 'outside';
    if (name === null || !isLegalName(name)) return 'illegal-character';
    if (Buffer.byteLength(name) > longestName) return 'too-long';
    names.push(name);
  }
  const isFile = !isIndex && !path.endsWith('/') && /\.[^.]+$/.test(names.at(-1) ?? '');
  if (!isFile) names.push('index.html');
  const url = segments.map(encodeSegment).join('/');
  return { url: isFile || url === '' ? `/${url}` : `/${url}/`, outputPath: names.join('/') };
}

/** What is wrong with the value of `url`, `slug` or an alias as it is written, before anything is made of it; or null. */
export function findAddressFault(value: string): AddressFault | null {
  if (otherSite.test(value)) return 'absolute';
  if (illegal.test(value.replaceAll('/', ''))) return 'illegal-character';
  return value.trim() === '' ? 'empty' : null;
}

/** The diagnostic of a faulty address, at the line of the key that caused it. */
export function reportFault(
  node: BookNode,
  source: AddressSource,
  value: string,
  fault: AddressFault | 'not-portable',
): Diagnostic {
  return diagnose(`address/${fault}`, { source, value }, spanOfAddress(node, source));
}

/** The line of the key that decides an address, else the first line of the file; a made-up page may have neither. */
export function spanOfAddress({ chapter, head }: BookNode, source: AddressSource): SourceSpan | undefined {
  const written = head.places[source === 'alias' ? 'aliases' : source];
  return written ?? (chapter === null ? undefined : { file: chapter.file, line: 1, column: 1 });
}

/** True for a name that is one name on every disk, and stays in its folder. */
export function isLegalName(name: string): boolean {
  return name !== '.' && name !== '..' && !illegal.test(name);
}

/** False for a path with a name that Windows refuses: the same book must build on any machine. */
export function isPortable(outputPath: string): boolean {
  return !notPortable.test(outputPath);
}

function isNamed(segment: string): boolean {
  return segment !== '' && segment !== '.';
}
