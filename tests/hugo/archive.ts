import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The files of a book by path. */
export type Archive = Readonly<Record<string, string>>;

const marker = /^-- (.+) --$/m;

/**
 * Reads the files of a book from one text, in the form that Hugo's own tests have (txtar): a line `-- path --` before
 * each file. What stands before the first of them is a comment: the rule that the book shows.
 */
export function readArchive(text: string): Archive {
  const [, ...parts] = text.split(marker);
  const files: Record<string, string> = {};
  for (let index = 0; index < parts.length; index += 2) {
    files[parts[index] ?? ''] = (parts[index + 1] ?? '').replace(/^\n/, '');
  }
  return files;
}

/** Writes the files of a book into a folder. */
export function unpackArchive(archive: Archive, folder: string): void {
  for (const [path, text] of Object.entries(archive)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
