import { join } from 'node:path';
import { decodeText } from '../files/decode.js';
import type { Disk } from './disk.js';
import { isOutputPath, OWN_FOLDER } from './output-path.js';

/** A published file as it was written. */
export interface FileRecord {
  /** Bytes. */
  readonly size: number;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
}

/** What a destination holds of ours: the only authority for removing a file from it. */
export interface Manifest {
  /** Version of the program that published. */
  readonly program: string;
  /** Fingerprint of everything the site was made from; null while a publication is under way. */
  readonly inputs: string | null;
  /** What the caller wants to know again of this build, as JSON. */
  readonly report: unknown;
  /** By output path. Null: the file is ours, but may be its old or its new version. */
  readonly files: ReadonlyMap<string, FileRecord | null>;
}

/** A manifest on disk, and when it was written: its files were not touched since then, unless their times say so. */
export interface StoredManifest extends Manifest {
  /** Milliseconds since 1970 UTC, with fractions. */
  readonly writtenAt: number;
}

const VERSION = 1;

/** The manifest's place in a destination. */
export function manifestPath(destination: string): string {
  return join(destination, OWN_FOLDER, 'manifest.json');
}

/**
 * Bytes of a manifest: the same for the same site, on any machine; one line per file, in code-point order.
 */
export function formatManifest(manifest: Manifest): Uint8Array {
  const { program, inputs, report, files } = manifest;
  const head = JSON.stringify({ version: VERSION, program, inputs, report });
  const lines = [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([path, record]) => `${JSON.stringify(path)}:${record ? `[${record.size},"${record.hash}"]` : null}`,
    );
  return Buffer.from(`${head.slice(0, -1)},"files":{\n${lines.join(',\n')}\n}}\n`);
}

/** The manifest of a destination; null when there is none, or none that this version understands. */
export function readManifest(disk: Disk, destination: string): StoredManifest | null {
  const path = manifestPath(destination);
  const isOwn = disk.look(join(destination, OWN_FOLDER))?.isDirectory() === true;
  const stats = isOwn ? disk.look(path) : undefined;
  if (stats?.isFile() !== true) return null;
  const manifest = parseManifest(decodeText(disk.read(path)) ?? '');
  return manifest && { ...manifest, writtenAt: stats.mtimeMs };
}

function parseManifest(text: string): Manifest | null {
  const data = parseObject(text);
  if (data?.['version'] !== VERSION || !isObject(data['files'])) return null;
  const files = Object.entries(data['files'])
    // It may have been edited, or come from elsewhere: no path in it is believed.
    .filter(([path]) => isOutputPath(path))
    .map(([path, record]) => [path, toRecord(record)] as const);
  return {
    program: String(data['program']),
    inputs: typeof data['inputs'] === 'string' ? data['inputs'] : null,
    report: data['report'],
    files: new Map(files),
  };
}

function toRecord(value: unknown): FileRecord | null {
  if (!Array.isArray(value)) return null;
  const [size, hash]: unknown[] = value;
  return typeof size === 'number' && typeof hash === 'string' ? { size, hash } : null;
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const data: unknown = JSON.parse(text);
    return isObject(data) ? data : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
