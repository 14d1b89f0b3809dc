import { diagnose } from '../../diagnostics/catalogue.js';
import { editFrontMatter } from '../../editing/edit-front-matter.js';
import type { KeyEdit } from '../../editing/key-edit.js';
import type { Outcome } from '../../model/diagnostic.js';
import type { FileChange } from '../../output/file-change.js';
import type { Manuscript } from './open-manuscript.js';

/** Changes to the front matter of one chapter. */
export interface ChapterEdit {
  /** `Chapter.file`. */
  readonly file: string;
  readonly edits: readonly KeyEdit[];
}

/** Works out the new files. Reports `edit/refused` for front matter that cannot be changed safely. */
export function planEdits(
  { files }: Manuscript,
  edits: readonly ChapterEdit[],
): Outcome<readonly FileChange[]> {
  const outcomes = edits.map(({ file, edits: asked }) => {
    const before = files.get(file)?.bytes;
    if (before === undefined) throw new Error(`There is no chapter ${file} to edit.`);
    const edited = editFrontMatter(Buffer.from(before).toString('utf8'), asked);
    if (edited.ok) return { file, before, after: Buffer.from(edited.text) };
    return diagnose('edit/refused', { reason: edited.reason }, { file });
  });
  return {
    value: outcomes.flatMap((outcome) => ('code' in outcome ? [] : [outcome])),
    diagnostics: outcomes.flatMap((outcome) => ('code' in outcome ? [outcome] : [])),
  };
}
