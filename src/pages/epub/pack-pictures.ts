import { Buffer } from 'node:buffer';
import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { decodePart } from '../../url/decode-address.js';
import type { SiteContext } from '../views/site-context.js';
import { nameFiles } from './name-files.js';
import { withoutBase } from './rewrite-chapter.js';
import type { ManifestItem } from './write-package.js';

/** A file of the archive. */
export interface EpubEntry {
  readonly path: string;
  readonly content: string | Uint8Array;
  /** Not compressed: what is compressed already, and the first entry, which must be readable as it lies there. */
  readonly isStored: boolean;
}

/** The bytes of a file of the site by its path in the published folder; null for one that is not there. */
export type ReadFile = (path: string) => Uint8Array | null;

/** Collects the pictures that the text of a book file uses, each once. */
export interface PicturePacker {
  /** The name of a picture in the book, by its address from the root of the host; null for one that cannot be packed. */
  readonly pack: (address: string) => string | null;
  readonly items: () => readonly ManifestItem[];
  /** Whether one of them may move: an animated GIF or WebP. */
  readonly hasMotion: () => boolean;
  readonly entries: () => readonly EpubEntry[];
  /** Reports `epub/picture-type` and `epub/large-picture`, once for each picture. */
  readonly diagnostics: () => readonly Diagnostic[];
}

/** The core media types of EPUB 3.3 for pictures. */
export const PICTURE_TYPES: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  webp: 'image/webp',
};

/** `sizeOf` is null for what is no picture, whatever its name says. */
export function createPicturePacker(
  readFile: ReadFile,
  { config, sizeOf }: Pick<SiteContext, 'config' | 'sizeOf'>,
): PicturePacker {
  const packed = new Map<
    string,
    { readonly name: string; readonly type: string; readonly bytes: Uint8Array } | null
  >();
  // Those of the cover, whatever it is.
  const taken = new Set(Object.keys(PICTURE_TYPES).map((ending) => `cover.${ending}`));
  const diagnostics: Diagnostic[] = [];
  const pack = (address: string): string | null => {
    const known = packed.get(address);
    if (known !== undefined) return known?.name ?? null;
    const path = decodePart(withoutBase(address.replace(/[?#].*/s, ''), config).slice(1));
    const ending = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
    const type = Object.hasOwn(PICTURE_TYPES, ending) ? PICTURE_TYPES[ending] : undefined;
    const bytes = readFile(path);
    if (type === undefined && bytes !== null)
      diagnostics.push(diagnose('epub/picture-type', { address: path }));
    const size = sizeOf(withoutBase(address, config));
    if (type === undefined || bytes === null || size === null) {
      packed.set(address, null);
      return null;
    }
    const pixels = (size?.width ?? 0) * (size?.height ?? 0);
    if (ending !== 'svg' && (pixels > MOST_PIXELS || bytes.length > MOST_BYTES))
      diagnostics.push(diagnose('epub/large-picture', { address: path, pixels, bytes: bytes.length }));
    const name = nameAnew(path.slice(0, -ending.length - 1), ending, taken);
    packed.set(address, { name, type, bytes });
    return name;
  };
  const pictures = () => [...packed.values()].filter((picture) => picture !== null);
  return {
    pack,
    items: () =>
      pictures().map(({ name, type }) => ({ href: `images/${name}`, type, properties: '', isRead: false })),
    entries: () =>
      pictures().map(({ name, bytes }) => ({ path: `EPUB/images/${name}`, content: bytes, isStored: true })),
    hasMotion: () => pictures().some(isAnimated),
    diagnostics: () => diagnostics,
  };
}

/** From here on readers on small devices are slow, or show nothing. */
const [MOST_PIXELS, MOST_BYTES] = [4_000_000, 2_000_000];

function isAnimated({ type, bytes }: { readonly type: string; readonly bytes: Uint8Array }): boolean {
  const mark = type === 'image/gif' ? 'NETSCAPE2.0' : type === 'image/webp' ? 'ANIM' : '';
  return mark !== '' && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(mark);
}

function nameAnew(path: string, ending: string, taken: Set<string>): string {
  const plain = nameFiles([path], ending).get(path) ?? '';
  let name = plain;
  for (let number = 2; taken.has(name); number++) name = plain.replace(/(?=\.[^.]+$)/, `-${number}`);
  taken.add(name);
  return name;
}
