import type { DataFormat } from '../../formats/data.js';
import { parseData } from '../../formats/parse-data.js';
import { isMap, type PlainMap } from '../../formats/plain.js';
import { readBookText } from '../../sources/read-book-text.js';

/** What another tool's settings say of a book. */
export interface ForeignSettings {
  readonly title: string | null;
  /** The folder of the chapters, relative to the book's. */
  readonly source: string;
  /** The files of the settings, which are no part of the book. */
  readonly files: readonly string[];
}

const settingsFiles = ['book.toml', 'book.json', '.gitbook.yaml'];

/** Reads the settings of an mdBook (`book.toml`), or of a GitBook or HonKit (`book.json`, `.gitbook.yaml`), if any are there. */
export function readForeignSettings(folder: string): ForeignSettings {
  const files = settingsFiles;
  const toml = readMap(folder, 'book.toml', 'toml');
  if (toml !== null) {
    const book = isMap(toml['book']) ? toml['book'] : {};
    return { title: textOf(book['title']), source: textOf(book['src']) ?? 'src', files };
  }
  const json = readMap(folder, 'book.json', 'json') ?? {};
  const yaml = readMap(folder, '.gitbook.yaml', 'yaml') ?? {};
  return { title: textOf(json['title']), source: textOf(yaml['root']) ?? textOf(json['root']) ?? '.', files };
}

function readMap(folder: string, file: string, format: DataFormat): PlainMap | null {
  const text = readBookText(folder, file);
  const parsed = text === null ? null : parseData(format, text);
  return parsed?.ok ? parsed.value : null;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
