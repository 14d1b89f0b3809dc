import { posix } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.js';
import { editFrontMatter } from '../editing/edit-front-matter.js';
import type { KeyEdit } from '../editing/key-edit.js';
import type { ParseMarkdown } from '../markdown/load-parser.js';
import type { Page } from '../model/book.js';
import type { Chapter } from '../model/chapter.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { FileChange } from '../output/change-files.js';
import { contentFile } from '../text/content-file.js';
import { moveLinks } from './move-links.js';
import type { Manuscript } from './open-manuscript.js';
import { editWeights, type Place, planPlace, type WeightChange } from './plan-place.js';

/** A chapter on its way to another place; nothing is written. */
export interface MovePlan {
  readonly weights: readonly WeightChange[];
  /** When it goes to another section: its file before and after, relative to the book's folder. */
  readonly file: { readonly from: string; readonly to: string } | null;
  /** The address that will redirect to the new one. */
  readonly alias: string | null;
  readonly changes: readonly FileChange[];
}

export type MoveOutcome =
  | { readonly ok: true; readonly plan: MovePlan }
  | { readonly ok: false; readonly message: string; readonly diagnostics: readonly Diagnostic[] };

/**
 * Works out how a chapter comes to another place:
 *
 * 1. its weight there, and the least number of neighbours that move over;
 * 2. in another section, its new file, with an alias for the old address unless `url` fixes it;
 * 3. the relative links in it, and those of all other chapters to it.
 */
export function planMove(
  manuscript: Manuscript,
  page: Page,
  place: Place,
  parse: ParseMarkdown,
): MoveOutcome {
  const chapter = manuscript.opened.chapters.get(page.source ?? '');
  if (chapter === undefined || page.kind !== 'page') {
    return fail(`${page.url} is no chapter: only chapters can be moved, not sections.`);
  }
  const placed = planPlace(manuscript, place, page.key);
  if (!placed.ok) return fail(placed.message);
  const target = place.section === page.parent ? null : findTarget(manuscript, chapter, place.section);
  if (target !== null && chapter.bundle !== 'single') {
    return fail(`${chapter.file} is a bundle: move its folder to ${target} by hand, then call this again.`);
  }
  if (target !== null && manuscript.files.has(target)) {
    const place = { file: contentFile(manuscript.inputs.config.folders.content, target) };
    const taken = diagnose('edit/changed-meanwhile', { exists: false }, place);
    return { ok: false, message: '', diagnostics: [taken] };
  }
  const alias = target !== null && chapter.frontMatter.url === undefined ? page.url : null;
  const own = { chapter, from: chapter.frontMatter.weight, to: placed.weight };
  const weights = own.from === own.to ? placed.neighbours : [own, ...placed.neighbours];
  const edits = collectEdits(weights, chapter, alias);
  const { changes, diagnostics } = writeChanges(manuscript, edits, { chapter, target }, parse);
  if (diagnostics.length > 0) return { ok: false, message: '', diagnostics };
  const file =
    target === null
      ? null
      : { from: chapter.file, to: contentFile(manuscript.inputs.config.folders.content, target) };
  return { ok: true, plan: { weights, file, alias, changes } };
}

function fail(message: string): MoveOutcome {
  return { ok: false, message, diagnostics: [] };
}

/** The chapter's path in the folder of another section. */
function findTarget({ opened }: Manuscript, chapter: Chapter, section: string): string {
  const source = opened.book.pages[section]?.source ?? null;
  const folder = source === null ? section.slice(1) : posix.dirname(source);
  return posix.join(folder, posix.basename(chapter.path));
}

function collectEdits(
  weights: readonly WeightChange[],
  chapter: Chapter,
  alias: string | null,
): ReadonlyMap<string, readonly KeyEdit[]> {
  const edits = new Map(editWeights(weights).map(({ path, edits: list }) => [path, list]));
  if (alias === null) return edits;
  const add: KeyEdit = { kind: 'append', key: 'aliases', value: alias };
  return edits.set(chapter.path, [...(edits.get(chapter.path) ?? []), add]);
}

interface Moving {
  readonly chapter: Chapter;
  readonly target: string | null;
}

/** Every file that is not what it was: links first, since they are looked up by where the body starts. */
function writeChanges(
  manuscript: Manuscript,
  edits: ReadonlyMap<string, readonly KeyEdit[]>,
  { chapter: moving, target }: Moving,
  parse: ParseMarkdown,
): { readonly changes: readonly FileChange[]; readonly diagnostics: readonly Diagnostic[] } {
  const { opened, files, inputs } = manuscript;
  const moved = new Map(target === null ? [] : [[moving.path, target]]);
  const resources = new Set(inputs.sources.resources.map(({ path }) => path));
  const exists = (path: string) => files.has(path) || resources.has(path);
  const changes: FileChange[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [path, chapter] of opened.chapters) {
    const file = files.get(path);
    const isTouched = edits.has(path) || target !== null;
    if (file === undefined || !isTouched) continue;
    const raw = Buffer.from(file.bytes).toString('utf8');
    const linked = target === null ? raw : moveLinks(raw, chapter, moved, exists, parse);
    const edited = editFrontMatter(linked, edits.get(path) ?? []);
    if (!edited.ok) {
      diagnostics.push(diagnose('edit/refused', { reason: edited.reason }, { file: chapter.file }));
    } else if (path === moving.path && target !== null) {
      changes.push({ file: chapter.file, before: file.bytes, after: null });
      const place = contentFile(inputs.config.folders.content, target);
      changes.push({ file: place, before: null, after: Buffer.from(edited.text) });
    } else if (edited.text !== raw) {
      changes.push({ file: chapter.file, before: file.bytes, after: Buffer.from(edited.text) });
    }
  }
  return { changes, diagnostics };
}
