import { isLegalName, isPortable } from '../../book/address.js';
import { contentFile } from '../../content/content-file.js';
import { diagnose } from '../../diagnostics/catalogue.js';
import { editFrontMatter } from '../../editing/edit-front-matter.js';
import { titleCase } from '../../english/title-case.js';
import type { Page } from '../../model/book.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { FileChange } from '../../output/file-change.js';
import { isIgnoredInContent } from '../../sources/ignored-names.js';
import { readCountedHeading } from '../../text/counted-heading.js';
import { offsetOfWallTime, openZone, utc } from '../../time/zone.js';
import { urlize } from '../../url/slug.js';
import type { Manuscript, Sibling } from '../manuscript/open-manuscript.js';
import { planEdits } from '../manuscript/plan-edits.js';
import { countsBySection } from '../weights/count-headings.js';
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
import type { HeadingStyle } from './next-heading.js';

/** What is asked of a new chapter. */
export interface NewRequest {
  readonly place: InsertionPoint;
  /** The file under `content/`; null to name it like its neighbours. */
  readonly path: string | null;
  /** The chapter of the main language that it translates; null for a chapter of its own. */
  readonly original: Page | null;
  readonly title: string | null;
  /** Whether a section is asked for, a part of the book. */
  readonly isPart: boolean;
  /** Name of an archetype. */
  readonly kind: string;
  readonly style: HeadingStyle;
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
export function planNew(manuscript: Manuscript, asked: NewRequest): NewOutcome {
  const refused = asked.path === null ? null : findNameFault(asked.path);
  if (refused !== null) return fail(refused);
  const request = { ...asked, place: passPieces(manuscript, asked) };
  const { original } = request;
  const placed =
    original === null
      ? planPlace(manuscript, request.place, null)
      : ({ ok: true, weight: original.weight, neighbours: [] } as const);
  if (!placed.ok) return fail(placed.message);
  const archetype = findArchetype(manuscript, request.kind);
  if (archetype === null) return fail(`There is no archetype templates/archetypes/${request.kind}.md.`);
  const examples = listExamples(manuscript, request);
  const before = examples.findLast(({ index }) => index < request.place.at) ?? null;
  const inherited =
    original === null ? inheritKeys(before, examples, request) : translateKeys(original, before, request);
  const keys = { ...inherited, title: inherited.title || titleFromName(request.path, inherited.heading) };
  const isFirst = examples.length === 1 && request.title !== null;
  const surroundings = { before, isPart: request.isPart, isFirst };
  const path = request.path ?? choosePath(manuscript, request.place.section, keys, surroundings);
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

/** Why a build would refuse a file of this path, or pass it over, as a sentence; null where it takes it. */
function findNameFault(path: string): string | null {
  const names = path.split('/');
  if (!names.every(isLegalName)) return `"${path}" holds a sign that no name of a file may hold.`;
  if (names.some(isIgnoredInContent)) return `"${path}" is a name that no build reads: it hides the file.`;
  return isPortable(path) ? null : `"${path}" is a name that Windows does not allow, so no book may have it.`;
}

/** A chapter that is no piece of the one before it comes behind all pieces of that. */
function passPieces(manuscript: Manuscript, { place, style, original }: NewRequest): InsertionPoint {
  if (style !== 'chapter' || original !== null) return place;
  const keys = listOthers(manuscript, place.section, null).map(
    ({ page }) => readCountedHeading(page.heading)?.key,
  );
  const own = keys[place.at - 1];
  let { at } = place;
  while (own !== undefined && keys[at] === own) at += 1;
  return { ...place, at };
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

/** The chapters with a file, or the parts with one, that stand where the new one is to come, with their place there. */
function listExamples(
  manuscript: Manuscript,
  { place, isPart }: NewRequest,
): readonly (Sibling & { readonly index: number })[] {
  const siblings = listOthers(manuscript, place.section, null).map((sibling, index) => ({
    ...sibling,
    index,
  }));
  const kind = isPart ? 'section' : 'page';
  return siblings.filter(({ page, chapter }) => page.kind === kind && chapter !== null);
}

/** What the name that was asked for says, in words; nothing where it says the heading, or is a number. */
function titleFromName(path: string | null, heading: string): string {
  const parts = path?.replace(/\.\w+$/, '').split('/') ?? [];
  const name = /^_?index(?:\.|$)/.test(parts.at(-1) ?? '') ? parts.at(-2) : parts.at(-1);
  const words =
    name
      ?.replace(/^\d{4}-\d\d-\d\d[-_]?|^\d+[-_. ]+/, '')
      .replace(/[-_\s]+/g, ' ')
      .trim() ?? '';
  const isHeading =
    urlize(words) === urlize(heading) || /^\P{L}*(?:\p{L}+\P{L}*)?(?<=\d)\p{L}?$/u.test(words);
  return isHeading ? '' : titleCase(words);
}

function dayIn(timeZone: string, now: number): string {
  const zone = openZone(timeZone) ?? utc;
  const offset = offsetOfWallTime(zone, now + zone.offsetAt(now) * 60_000);
  return new Date(now + offset * 60_000).toISOString().slice(0, 10);
}

/** In the section, or in one beside it that the count goes on into. */
function findSame(manuscript: Manuscript, section: string, heading: string): string | null {
  const counted = readCountedHeading(heading);
  if (heading === '') return null;
  const { pages } = manuscript.opened.book;
  const beside = pages[pages[section]?.parent ?? '']?.children ?? [];
  const sections = beside.filter((key) => pages[key]?.kind === 'section');
  const numbered = sections.flatMap((key) => listCounted(manuscript, key, counted?.kind).slice(0, 1));
  const goesOn = numbered.length > 1 && !countsBySection(numbered);
  for (const key of goesOn ? [section, ...sections] : [section]) {
    const same = listOthers(manuscript, key, null).find(({ page }) => page.heading === heading);
    if (same?.chapter) return same.chapter.file;
  }
  return null;
}

function listCounted(manuscript: Manuscript, section: string, kind: string | undefined) {
  return listOthers(manuscript, section, null).flatMap(({ page }) => {
    const counted = readCountedHeading(page.heading);
    return counted === null || counted.kind !== kind ? [] : [{ section, counted, isParted: false }];
  });
}
