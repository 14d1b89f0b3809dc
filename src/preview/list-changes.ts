import { isDeepStrictEqual } from 'node:util';
import { haveSame } from '../pipeline/have-same.js';
import type { Inputs } from '../pipeline/read-inputs.js';
import { withoutNow } from '../pipeline/without-now.js';

/** What stands for the configuration in a list of changes. */
const settingsChange = 'the configuration';

/**
 * What differs between two readings of a book, in no certain order: files that came, went or hold something else
 * (`content/…`, `static/…`, `templates/…`, `data/…`), and `settingsChange`. Files that cannot be read any more count too.
 * The time that has passed does not.
 */
export function listChanges(before: Inputs, after: Inputs): readonly string[] {
  const changes = new Set<string>();
  if (before.plugins.module !== after.plugins.module) changes.add(settingsChange);
  if (!isDeepStrictEqual(withoutNow(before.config), withoutNow(after.config))) changes.add(settingsChange);
  for (const list of ['chapters', 'resources', 'staticFiles', 'assets'] as const) {
    addChanges(changes, before.sources[list], after.sources[list], (file) => file);
  }
  for (const list of ['templates', 'data'] as const) {
    addChanges(changes, before.sources[list], after.sources[list], ({ text }) => text);
  }
  if (!isDeepStrictEqual(before.diagnostics, after.diagnostics)) {
    for (const { file } of [...before.diagnostics, ...after.diagnostics]) changes.add(file ?? settingsChange);
  }
  return [...changes];
}

function addChanges<File extends { readonly file: string }>(
  changes: Set<string>,
  before: readonly File[],
  after: readonly File[],
  contentOf: (file: File) => unknown,
): void {
  if (before === after) return;
  if (haveSame(before, after, ({ file }) => file)) {
    after.forEach((file, at) => {
      if (contentOf(before[at] as File) !== contentOf(file)) changes.add(file.file);
    });
    return;
  }
  const left = new Map(before.map((file) => [file.file, file]));
  for (const file of after) {
    const old = left.get(file.file);
    if (old === undefined || contentOf(old) !== contentOf(file)) changes.add(file.file);
    left.delete(file.file);
  }
  for (const gone of left.keys()) changes.add(gone);
}
