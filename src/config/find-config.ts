import { type Dirent, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DataFormat } from '../formats/data.js';

/** A configuration file of a book. */
export interface ConfigFile {
  /** Relative to the book's folder, with `/`. */
  readonly file: string;
  readonly absolute: string;
  readonly format: DataFormat;
  /** Named after Octavo: a book with such a file is not built as Hugo's (content rule 19). */
  readonly isOctavo: boolean;
  /** The keys that what it says stands under: `['params']` for `params.yaml`; none for the whole configuration. */
  readonly under: readonly string[];
}

/** Names of the whole configuration, and their order of preference beside `content/` (design, section 7). */
const stems = ['octavo', 'hugo', 'config'];
const extensions: Readonly<Record<string, readonly string[]>> = {
  octavo: ['yaml', 'yml', 'toml', 'json'],
  hugo: ['toml', 'yaml', 'yml', 'json'],
  config: ['toml', 'yaml', 'yml', 'json'],
};

const formats: Readonly<Record<string, DataFormat>> = {
  yaml: 'yaml',
  yml: 'yaml',
  toml: 'toml',
  json: 'json',
};

/** Where the command line has the configuration read. */
export interface ConfigSearch {
  /** Relative to the book's folder, or absolute; none for the first known name beside `content/`. */
  readonly named: readonly string[];
  /** As `named`. */
  readonly folder: string;
}

/**
 * The configuration files of a book, each over those before it: the first file beside `content/` that exists, then those
 * below `config/_default/`, then those below the folder of the environment (Hugo's `LoadConfigFromDir`). None when there
 * is no such file, or no folder.
 */
export function findConfig(
  bookRoot: string,
  environment: string,
  { named, folder }: ConfigSearch = { named: [], folder: 'config' },
): readonly ConfigFile[] {
  // A name with a separator would lead out of `config/`.
  const own = /^[^/\\]+$/.test(environment) && !/^\.+$/.test(environment) ? [environment] : [];
  const folders = ['_default', ...own].map((name) => `${folder}/${name}`);
  const first =
    named.length > 0 ? named.map((file) => describeNamed(bookRoot, file)) : findRootFile(bookRoot);
  return [...first, ...folders.flatMap((below) => findBelow(bookRoot, below))];
}

function findRootFile(bookRoot: string): readonly ConfigFile[] {
  const names = new Set(
    listFolder(bookRoot)
      .filter((found) => !found.isDirectory())
      .map(({ name }) => name),
  );
  const candidates = stems.flatMap((stem) => (extensions[stem] ?? []).map((ending) => `${stem}.${ending}`));
  const name = candidates.find((candidate) => names.has(candidate));
  return name === undefined ? [] : describeFile(bookRoot, name);
}

/** A file of any name is a whole configuration; one whose ending says nothing is TOML, as in Hugo. */
function describeNamed(bookRoot: string, file: string): ConfigFile {
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  const format = formats[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'toml';
  return { file, absolute: resolve(bookRoot, file), format, isOctavo: name.startsWith('octavo.'), under: [] };
}

/** All files below a folder, in the order of their names; of folders in folders the name alone counts, as in Hugo. */
function findBelow(bookRoot: string, folder: string): readonly ConfigFile[] {
  const entries = [...listFolder(resolve(bookRoot, folder))].sort((one, two) =>
    one.name < two.name ? -1 : 1,
  );
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? findBelow(bookRoot, path) : describeFile(bookRoot, path);
  });
}

function describeFile(bookRoot: string, file: string): readonly ConfigFile[] {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  const stem = name.slice(0, dot);
  const format = formats[name.slice(dot + 1).toLowerCase()];
  if (dot < 1 || format === undefined) return [];
  const under = stems.includes(stem) ? [] : placeName(stem);
  return [{ file, absolute: resolve(bookRoot, file), format, isOctavo: stem === 'octavo', under }];
}

/** `params` is a key, `menus.en` one of a language's. */
function placeName(stem: string): readonly string[] {
  const dot = stem.indexOf('.');
  if (dot === -1) return [stem];
  const [name, language] = [stem.slice(0, dot), stem.slice(dot + 1)];
  if (name === 'menu' || name === 'menus') return ['languages', language, 'menus'];
  return name === 'params' ? ['languages', language, 'params'] : ['languages', language];
}

function listFolder(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
