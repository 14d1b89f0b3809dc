import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../house/source-files.js';

/** A chapter of the manual as it was written. */
export interface ManualChapter {
  /** Relative to `content/`, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** All chapters of Octavo's own manual, sorted by path. */
export function readManual(): readonly ManualChapter[] {
  const root = join(repository, 'content');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.md'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}
