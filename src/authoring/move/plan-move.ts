import { diagnose } from '../../diagnostics/catalogue.js';
import { editFrontMatter } from '../../editing/edit-front-matter.js';
import type { KeyEdit } from '../../editing/key-edit.js';
import { addAll } from '../../lists/add-all.js';
import type { ParseMarkdown } from '../../markdown/parse/parse-markdown.js';
import type { Page } from '../../model/book.js';
import type { Chapter } from '../../model/chapter.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { FileChange, FileMove } from '../../output/file-change.js';
import { listOwnChapters, type Manuscript } from '../manuscript/open-manuscript.js';
import { followWeights } from '../weights/follow-weights.js';
import { editWeights, type InsertionPoint, planPlace, type WeightChange } from '../weights/plan-place.js';
import { findTaken, gatherMoved, type MovedFiles } from './gather-moved.js';
import { type LinkPaths, mapPaths } from './map-paths.js';
import { moveFigures } from './move-figures.js';
import { moveLinks } from './move-links.js';
import { moveReferences } from './move-references.js';
import { type LostAddress, readdress, unchanged } from './readdress.js';

/** A page on its way to another place; nothing is written. */
export interface MovePlan {
  readonly weights: readonly WeightChange[];
  /** Empty within a section. */
  readonly moved: MovedFiles;
  /** Addresses that will redirect to the new ones. */
  readonly redirects: readonly LostAddress[];
  /** Addresses that nothing can redirect. */
  readonly gone: readonly string[];
  readonly changes: readonly (FileChange | FileMove)[];
}

export type MoveOutcome =
  | { readonly ok: true; readonly plan: MovePlan }
  | { readonly ok: false; readonly message: string; readonly diagnostics: readonly Diagnostic[] };

/**
 * Works out how a chapter, or a section with all that is in it, comes to another place:
 *
 * 1. its weight there, and the least number of neighbours that move over; translations that had the weight of what
 *    they translate get its new one;
 * 2. in another section, its new file or, for a bundle, its new folder, and the same for its translations;
 * 3. the book is arranged anew with the moved files: every address that changes becomes an alias;
 * 4. the relative links in what moves, and those of all other chapters to it.
 */
export function planMove(
  manuscript: Manuscript,
  page: Page,
  place: InsertionPoint,
  parse: ParseMarkdown,
): MoveOutcome {
  const chapter = manuscript.opened.chapters.get(page.source ?? '');
  if (chapter === undefined || (page.kind !== 'page' && page.kind !== 'section')) {
    return fail(`${page.url} has no file that could hold a weight.`);
  }
  if (`${place.section}/`.startsWith(`${page.key}/`)) return fail(`${page.url} cannot go into itself.`);
  const placed = planPlace(manuscript, place, page);
  if (!placed.ok) return fail(placed.message);
  const moved = place.section === page.parent ? new Map() : gatherMoved(manuscript, page, place.section);
  const taken = findTaken(manuscript, moved);
  if (taken !== null) {
    return stop([diagnose('edit/changed-meanwhile', { exists: false }, { file: taken })]);
  }
  const addresses = moved.size === 0 ? unchanged : readdress(manuscript, moved);
  if (addresses.faults.length > 0) return stop(addresses.faults);
  const own = { chapter, from: chapter.frontMatter.weight, to: placed.weight };
  const asked = own.from === own.to ? placed.neighbours : [own, ...placed.neighbours];
  const weights = followWeights(manuscript, asked);
  const edits = collectEdits(weights, addresses.lost);
  const { changes, diagnostics } = writeChanges(manuscript, edits, moved, parse);
  if (diagnostics.length > 0) return stop(diagnostics);
  const { lost: redirects, gone } = addresses;
  return { ok: true, plan: { weights, moved, redirects, gone, changes } };
}

function fail(message: string): MoveOutcome {
  return { ok: false, message, diagnostics: [] };
}

function stop(diagnostics: readonly Diagnostic[]): MoveOutcome {
  return { ok: false, message: '', diagnostics };
}

/** By `Chapter.file`. A chapter that stands in for translations loses one address in each language by one alias. */
function collectEdits(
  weights: readonly WeightChange[],
  lost: readonly LostAddress[],
): ReadonlyMap<string, readonly KeyEdit[]> {
  const edits = new Map(editWeights(weights).map(({ file, edits: list }) => [file, list]));
  const aliases = new Map(lost.map(({ file, alias }) => [`${file} ${alias}`, { file, alias }]));
  for (const { file, alias } of aliases.values()) {
    const add: KeyEdit = { kind: 'append', key: 'aliases', value: alias };
    edits.set(file, [...(edits.get(file) ?? []), add]);
  }
  return edits;
}

interface Written {
  readonly changes: readonly (FileChange | FileMove)[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Every file that is not what or where it was: links first, since they are looked up by where the body starts. */
function writeChanges(
  { family, files }: Manuscript,
  edits: ReadonlyMap<string, readonly KeyEdit[]>,
  moved: MovedFiles,
  parse: ParseMarkdown,
): Written {
  const changes: (FileChange | FileMove)[] = [];
  const diagnostics: Diagnostic[] = [];
  const asItIs = new Map(moved);
  for (const manuscript of family) {
    const mapped = mapPaths(manuscript, moved);
    for (const chapter of listOwnChapters(manuscript)) {
      const file = files.get(chapter.file);
      if (file === undefined || (moved.size === 0 && !edits.has(chapter.file))) continue;
      const raw = Buffer.from(file.bytes).toString('utf8');
      const linked = moved.size === 0 ? raw : followMoves(raw, chapter, mapped, parse);
      const edited = editFrontMatter(linked, edits.get(chapter.file) ?? []);
      if (!edited.ok) {
        diagnostics.push(diagnose('edit/refused', { reason: edited.reason }, { file: chapter.file }));
      } else if (edited.text !== raw) {
        addAll(changes, rewrite(chapter.file, file.bytes, moved.get(chapter.file)?.to, edited.text));
        asItIs.delete(chapter.file);
      }
    }
  }
  const moves = [...asItIs.values()].map(({ from, to }) => ({ file: to, from }));
  return { changes: [...changes, ...moves], diagnostics };
}

/** The text of a chapter with all that leads to a file of the book leading to where that is now. */
function followMoves(
  raw: string,
  chapter: Chapter,
  { paths, exists }: LinkPaths,
  parse: ParseMarkdown,
): string {
  const linked = moveLinks(raw, chapter, paths, exists, parse);
  const shown = moveFigures(linked, chapter, paths, exists);
  return moveReferences(shown, chapter, paths, exists);
}

/** A new text for a file, which stays where it is or goes to another. */
function rewrite(
  file: string,
  before: Uint8Array,
  to: string | undefined,
  text: string,
): readonly FileChange[] {
  const after = Buffer.from(text);
  if (to === undefined) return [{ file, before, after }];
  return [
    { file, before, after: null },
    { file: to, before: null, after },
  ];
}
