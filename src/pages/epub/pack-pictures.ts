import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { SiteContext } from '../views/site-context.js';
import type { EpubEntry } from './epub-entry.js';
import { nameFiles } from './name-files.js';
import { withoutBase } from './rewrite-chapter.js';
import type { ManifestItem } from './write-package.js';

/** The bytes of a file of the site by its path in the published folder; null for one that is not there. */
export type ReadPicture = (path: string) => Uint8Array | null;

/** Collects the pictures that the text of a book file uses, each once. */
export interface PicturePacker {
  /** The name of a picture in the book, by its address from the root of the host; null for one that cannot be packed. */
  readonly pack: (address: string) => string | null;
  readonly items: () => readonly ManifestItem[];
  readonly entries: () => readonly EpubEntry[];
  /** Reports `epub/picture-type`, once for each picture. */
  readonly diagnostics: () => readonly Diagnostic[];
}

/** The core media types of EPUB 3.3 for pictures. */
const TYPES: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  webp: 'image/webp',
};

/** `sizeOf` is null for what is no picture, whatever its name says. */
export function createPicturePacker(
  readPicture: ReadPicture,
  { config, sizeOf }: Pick<SiteContext, 'config' | 'sizeOf'>,
): PicturePacker {
  const packed = new Map<
    string,
    { readonly name: string; readonly type: string; readonly bytes: Uint8Array } | null
  >();
  const taken = new Set(['cover.svg']);
  const diagnostics: Diagnostic[] = [];
  const pack = (address: string): string | null => {
    const known = packed.get(address);
    if (known !== undefined) return known?.name ?? null;
    const path = decodePath(withoutBase(address.replace(/[?#].*$/s, ''), config).slice(1));
    const ending = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
    const type = Object.hasOwn(TYPES, ending) ? TYPES[ending] : undefined;
    const bytes = readPicture(path);
    if (type === undefined && bytes !== null)
      diagnostics.push(diagnose('epub/picture-type', { address: path }));
    if (type === undefined || bytes === null || sizeOf(withoutBase(address, config)) === null) {
      packed.set(address, null);
      return null;
    }
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
    diagnostics: () => diagnostics,
  };
}

function nameAnew(path: string, ending: string, taken: Set<string>): string {
  const plain = nameFiles([path], ending).get(path) ?? '';
  let name = plain;
  for (let number = 2; taken.has(name); number++) name = plain.replace(/(?=\.[^.]+$)/, `-${number}`);
  taken.add(name);
  return name;
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
