import { join } from 'node:path';
import type { DataFormat } from '../../formats/data.js';
import { parseData } from '../../formats/parse-data.js';
import { isMap, type PlainMap } from '../../formats/plain.js';
import { pathKind } from '../../sources/path-kind.js';
import { readBookText } from '../../sources/read-book-text.js';

/** What another tool's settings say of a book. */
export interface ForeignSettings {
  readonly title: string | null;
  /** The folder of the chapters, relative to the book's. */
  readonly source: string;
  /** The files of the settings, which are no part of the book. */
  readonly files: readonly string[];
  /** The `nav` of MkDocs, as it is written; absent for none. */
  readonly nav?: unknown;
}

const settingsFiles = ['book.toml', 'book.json', '.gitbook.yaml'];

const docusaurus = ['js', 'ts', 'mjs', 'cjs'].map((extension) => `docusaurus.config.${extension}`);

/**
 * Reads the settings of an mdBook (`book.toml`), a Docusaurus (`docusaurus.config.js`), an MkDocs (`mkdocs.yml`), or of a GitBook
 * or HonKit (`book.json`, `.gitbook.yaml`), if any are there. What is code is read for its title only.
 */
export function readForeignSettings(folder: string): ForeignSettings {
  const files = settingsFiles;
  const toml = readMap(folder, 'book.toml', 'toml');
  if (toml !== null) {
    const book = isMap(toml['book']) ? toml['book'] : {};
    return { title: textOf(book['title']), source: textOf(book['src']) ?? 'src', files };
  }
  const code = docusaurus.map((name) => readBookText(folder, name)).find((text) => text !== null);
  if (code !== undefined) {
    const title = /^[ \t]*title:[ \t]*(['"`])(.+?)\1/m.exec(code ?? '')?.[2];
    return { title: title ?? null, source: chooseFolder(folder, 'docs'), files: docusaurus };
  }
  const mkdocs = ['mkdocs.yml', 'mkdocs.yaml'].filter((name) => readBookText(folder, name) !== null);
  if (mkdocs[0] !== undefined) {
    const yaml = readMap(folder, mkdocs[0], 'yaml') ?? {};
    const source = chooseFolder(folder, textOf(yaml['docs_dir']) ?? 'docs');
    return { title: textOf(yaml['site_name']), source, files: mkdocs, nav: yaml['nav'] };
  }
  const json = readMap(folder, 'book.json', 'json') ?? {};
  const yaml = readMap(folder, '.gitbook.yaml', 'yaml') ?? {};
  return { title: textOf(json['title']), source: textOf(yaml['root']) ?? textOf(json['root']) ?? '.', files };
}

/** The folder of the chapters below the one of the settings, where it is there. */
function chooseFolder(folder: string, below: string): string {
  return pathKind(join(folder, below)) === 'folder' ? below : '.';
}

function readMap(folder: string, file: string, format: DataFormat): PlainMap | null {
  const text = readBookText(folder, file);
  const parsed = text === null ? null : parseData(format, text);
  return parsed?.ok ? parsed.value : null;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
