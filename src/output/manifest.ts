import { join } from 'node:path';
import { decodeText } from '../files/decode.js';
import { parseObject } from '../formats/parse-object.js';
import { isMap } from '../formats/plain.js';
import type { FileRecord } from '../model/output.js';
import type { Disk } from './disk.js';
import { isOutputPath, OWN_FOLDER } from './output-path.js';

/**
 * What a destination holds of ours: the only authority for removing a file from it. By output path. Null: the file is
 * ours, but may be its old or its new version.
 *
 * It is published with the site, so that it says nothing else: what is known of the book is a `StoredReport`.
 */
export type Manifest = ReadonlyMap<string, FileRecord | null>;

/** A manifest on disk. */
export interface StoredManifest {
  readonly files: Manifest;
  /** When it was written: its files were not touched since then, unless their times say so. Milliseconds since 1970 UTC, with fractions. */
  readonly writtenAt: number;
  readonly bytes: Uint8Array;
}

const VERSION = 2;
/** Version 1 had the report in it too, which nobody reads there any more. */
const KNOWN: readonly unknown[] = [1, VERSION];

/** The manifest's place in a destination. */
export function manifestPath(destination: string): string {
  return join(destination, OWN_FOLDER, 'manifest.json');
}

/**
 * Bytes of a manifest: the same for the same site, on any machine; one line per file, in code-point order.
 */
export function formatManifest(files: Manifest): Uint8Array {
  const lines = [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([path, record]) => `${JSON.stringify(path)}:${record ? `[${record.size},"${record.hash}"]` : null}`,
    );
  return Buffer.from(`{"version":${VERSION},"files":{\n${lines.join(',\n')}\n}}\n`);
}

/** The manifest of a destination; null when there is none, or none that this version understands. */
export function readManifest(disk: Disk, destination: string): StoredManifest | null {
  const path = manifestPath(destination);
  const isOwn = disk.look(join(destination, OWN_FOLDER))?.isDirectory() === true;
  const stats = isOwn ? disk.look(path) : undefined;
  if (stats?.isFile() !== true) return null;
  const bytes = disk.read(path);
  const files = parseManifest(decodeText(bytes) ?? '');
  return files && { files, writtenAt: stats.mtimeMs, bytes };
}

function parseManifest(text: string): Manifest | null {
  const data = parseObject(text);
  const files = data?.['files'];
  if (!KNOWN.includes(data?.['version']) || !isMap(files)) return null;
  return new Map(
    Object.entries(files)
      // It may have been edited, or come from elsewhere: no path in it is believed.
      .filter(([path]) => isOutputPath(path))
      .map(([path, record]) => [path, toRecord(record)]),
  );
}

function toRecord(value: unknown): FileRecord | null {
  if (!Array.isArray(value)) return null;
  const [size, hash]: unknown[] = value;
  return typeof size === 'number' && typeof hash === 'string' ? { size, hash } : null;
}
