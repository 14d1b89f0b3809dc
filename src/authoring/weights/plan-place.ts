import type { Page } from '../../model/book.js';
import type { Chapter } from '../../model/chapter.js';
import { listSiblings, type Manuscript, type Sibling } from '../manuscript/open-manuscript.js';
import type { ChapterEdit } from '../manuscript/plan-edits.js';
import { placeWeight } from './place-weight.js';

/** Where a chapter comes in: a section by its key, and an index among its pages without the chapter itself. */
export interface InsertionPoint {
  readonly section: string;
  readonly at: number;
}

/** A chapter whose weight changes. */
export interface WeightChange {
  readonly chapter: Chapter;
  readonly from: number;
  readonly to: number;
}

/** The weight for a place, and the neighbours that make room; or a sentence that says why there is no room. */
export type PlacePlan =
  | { readonly ok: true; readonly weight: number; readonly neighbours: readonly WeightChange[] }
  | { readonly ok: false; readonly message: string };

/**
 * Works out the weight of a page that comes to a place; null for a new one. A page that is there already keeps its own, and
 * one of the same section where that is cheaper. A weight of another section says nothing here.
 */
export function planPlace(manuscript: Manuscript, place: InsertionPoint, moving: Page | null): PlacePlan {
  const present = listSiblings(manuscript, place.section).findIndex(({ page }) => page.key === moving?.key);
  if (moving !== null && present === place.at) return { ok: true, weight: moving.weight, neighbours: [] };
  const siblings = listOthers(manuscript, place.section, moving?.key ?? null);
  const { weight, changes } = placeWeight(
    siblings.map(({ page }) => page.weight),
    place.at,
    moving !== null && moving.parent === place.section ? moving.weight : null,
  );
  const neighbours: WeightChange[] = [];
  for (const [index, to] of changes) {
    const { page, chapter } = siblings[index] ?? {};
    if (chapter === undefined || chapter === null) {
      return { ok: false, message: `${page?.url ?? ''} has no _index.md that could hold a weight.` };
    }
    neighbours.push({ chapter, from: chapter.frontMatter.weight, to });
  }
  return { ok: true, weight, neighbours };
}

/** The pages of a section without one of them. */
export function listOthers(
  manuscript: Manuscript,
  section: string,
  without: string | null,
): readonly Sibling[] {
  return listSiblings(manuscript, section).filter(({ page }) => page.key !== without);
}

/** Behind the last page of a section that can have a weight: sections without an `_index.md` come after all others. */
export function findSectionEnd(
  manuscript: Manuscript,
  section: string,
  without: string | null,
): InsertionPoint {
  const others = listOthers(manuscript, section, without);
  return { section, at: others.findLastIndex(({ chapter }) => chapter !== null) + 1 };
}

/** New weights as edits. */
export function editWeights(changes: readonly WeightChange[]): readonly ChapterEdit[] {
  return changes.map(({ chapter, to }) => ({
    file: chapter.file,
    edits: [{ kind: 'set', key: 'weight', value: to }],
  }));
}
