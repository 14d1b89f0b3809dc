import { contentFile } from '../../content/content-file.js';
import { diagnose } from '../../diagnostics/catalogue.js';
import { editFrontMatter } from '../../editing/edit-front-matter.js';
import type { Page } from '../../model/book.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { FileChange } from '../../output/file-change.js';
import { offsetOfWallTime, openZone, utc } from '../../time/zone.js';
import type { Manuscript, Sibling } from '../manuscript/open-manuscript.js';
import { planEdits } from '../manuscript/plan-edits.js';
import { followWeights } from '../weights/follow-weights.js';
import {
  editWeights,
  type InsertionPoint,
  listOthers,
  planPlace,
  type WeightChange,
} from '../weights/plan-place.js';
import { choosePath } from './choose-path.js';
import { markLanguage } from './mark-language.js';
import { fillKeys, inheritKeys, translateKeys } from './new-keys.js';

/** What is asked of a new chapter. */
export interface NewRequest {
  readonly place: InsertionPoint;
  /** The file under `content/`; null to name it like its neighbours. */
  readonly path: string | null;
  /** The chapter of the main language that it translates; null for a chapter of its own. */
  readonly original: Page | null;
  readonly title: string | null;
  /** Name of an archetype. */
  readonly kind: string;
  readonly style: 'part' | 'chapter';
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
}

/** A new chapter, nothing of it written. */
export interface NewPlan {
  /** Relative to the book's folder. */
  readonly file: string;
  readonly heading: string;
  readonly title: string;
  readonly weight: number;
  /** Other chapters that make room. */
  readonly neighbours: readonly WeightChange[];
  /** Another chapter that has this heading already. */
  readonly sameHeading: string | null;
  readonly changes: readonly FileChange[];
}

export type NewOutcome =
  | { readonly ok: true; readonly plan: NewPlan }
  | { readonly ok: false; readonly message: string; readonly diagnostics: readonly Diagnostic[] };

/**
 * Works out a new chapter:
 *
 * 1. its weight, and the least number of neighbours that must move over; a translation has the weight of its original;
 * 2. its heading, the one after that of the chapter before it, or with the number of its original; of a lettered chapter
 *    it gets the title and the colour that all parts share;
 * 3. its file, named in the way of the chapter before it, and as files in its language are;
 * 4. its text: the archetype with these keys set.
 */
export function planNew(manuscript: Manuscript, request: NewRequest): NewOutcome {
  const { original } = request;
  const placed =
    original === null
      ? planPlace(manuscript, request.place, null)
      : ({ ok: true, weight: original.weight, neighbours: [] } as const);
  if (!placed.ok) return fail(placed.message);
  const archetype = findArchetype(manuscript, request.kind);
  if (archetype === null) return fail(`There is no archetype templates/archetypes/${request.kind}.md.`);
  const before = findExample(manuscript, request.place);
  const keys =
    original === null
      ? inheritKeys(before, listOthers(manuscript, request.place.section, null), request)
      : translateKeys(original, before, request);
  const path = request.path ?? choosePath(manuscript, request.place.section, keys, before);
  const text = editFrontMatter(archetype, [
    ...fillKeys(keys),
    { kind: 'set', key: 'weight', value: placed.weight },
    { kind: 'set', key: 'date', value: dayIn(manuscript.inputs.config.timeZone, request.now) },
  ]);
  if (!text.ok) return fail(`The archetype "${request.kind}" cannot be filled in: ${text.reason}.`);
  const neighbours = followWeights(manuscript, placed.neighbours);
  const changes = planChanges(manuscript, neighbours, { path, text: text.text });
  if (!changes.ok) return { ok: false, message: '', diagnostics: changes.diagnostics };
  const { file } = changes;
  const { heading, title } = keys;
  const sameHeading = findSame(manuscript, request.place.section, heading);
  const { weight } = placed;
  return { ok: true, plan: { file, heading, title, weight, neighbours, sameHeading, changes: changes.all } };
}

type Changes =
  | { readonly ok: true; readonly file: string; readonly all: readonly FileChange[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** The new file, and the weights of its neighbours; what is there already is not overwritten. */
function planChanges(
  manuscript: Manuscript,
  neighbours: readonly WeightChange[],
  { path, text }: { readonly path: string; readonly text: string },
): Changes {
  const moved = planEdits(manuscript, editWeights(neighbours));
  if (moved.diagnostics.length > 0) return { ok: false, diagnostics: moved.diagnostics };
  const { mounted } = markLanguage(manuscript);
  const file = contentFile(manuscript.inputs.config.folders.content, path, mounted);
  if (manuscript.files.has(file)) {
    return { ok: false, diagnostics: [diagnose('edit/changed-meanwhile', { exists: false }, { file })] };
  }
  return { ok: true, file, all: [...moved.value, { file, before: null, after: Buffer.from(text) }] };
}

function fail(message: string): NewOutcome {
  return { ok: false, message, diagnostics: [] };
}

/** The archetype's text; the book's own goes before the program's. */
function findArchetype({ inputs }: Manuscript, kind: string): string | null {
  return inputs.sources.templates.find(({ path }) => path === `archetypes/${kind}.md`)?.text ?? null;
}

/** The nearest chapter with a file that the new one comes behind; null in front of all others. */
function findExample(manuscript: Manuscript, { section, at }: InsertionPoint): Sibling | null {
  const siblings = listOthers(manuscript, section, null).map((sibling, index) => ({ ...sibling, index }));
  const chapters = siblings.filter(({ page, chapter }) => page.kind === 'page' && chapter !== null);
  return chapters.findLast(({ index }) => index < at) ?? null;
}

function dayIn(timeZone: string, now: number): string {
  const zone = openZone(timeZone) ?? utc;
  const offset = offsetOfWallTime(zone, now + zone.offsetAt(now) * 60_000);
  return new Date(now + offset * 60_000).toISOString().slice(0, 10);
}

function findSame(manuscript: Manuscript, section: string, heading: string): string | null {
  if (heading === '') return null;
  const same = listOthers(manuscript, section, null).find(({ page }) => page.heading === heading);
  return same?.chapter?.file ?? null;
}
