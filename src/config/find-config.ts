import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DataFormat } from '../formats/data.js';

/** The configuration file of a book. */
export interface ConfigFile {
  /** Relative to the book's folder. */
  readonly file: string;
  readonly absolute: string;
  readonly format: DataFormat;
  /** Named as Hugo's: such a site is built under `compat: hugo` (content rule 19). */
  readonly isHugo: boolean;
}

/** Names in order of preference (design, section 7; Hugo's own order for Hugo's names). */
const candidates: readonly (readonly [stem: string, extensions: readonly string[]])[] = [
  ['octavo', ['yaml', 'yml', 'toml', 'json']],
  ['hugo', ['toml', 'yaml', 'yml', 'json']],
  ['config', ['toml', 'yaml', 'yml', 'json']],
];

const formats: Readonly<Record<string, DataFormat>> = {
  yaml: 'yaml',
  yml: 'yaml',
  toml: 'toml',
  json: 'json',
};

/** Finds the first configuration file of a book's folder; null when there is none, or no folder. */
export function findConfig(bookRoot: string): ConfigFile | null {
  const names = new Set(listFiles(bookRoot));
  for (const [stem, extensions] of candidates) {
    const extension = extensions.find((candidate) => names.has(`${stem}.${candidate}`));
    const format = formats[extension ?? ''];
    if (format === undefined) continue;
    const file = `${stem}.${extension}`;
    return { file, absolute: join(bookRoot, file), format, isHugo: stem !== 'octavo' };
  }
  return null;
}

function listFiles(folder: string): readonly string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter((found) => !found.isDirectory()).map((found) => found.name);
  } catch {
    return [];
  }
}
