import { findPage } from '../../authoring/manuscript/find-page.js';
import { translatePage } from '../../authoring/manuscript/index-translations.js';
import type { Manuscript } from '../../authoring/manuscript/open-manuscript.js';
import { findSectionEnd, type InsertionPoint, listOthers } from '../../authoring/weights/plan-place.js';
import type { FlagValues } from './options.js';
import { flagText } from './request.js';

export type ReadPlace =
  | { readonly ok: true; readonly place: InsertionPoint | null }
  | { readonly ok: false; readonly message: string };

/**
 * The place that `--after`, `--before` or `--into` names, whatever language it names it in; null when none is given.
 *
 * @param moving Key of the chapter that goes there, which does not count; null for a new one.
 */
export function readInsertionPoint(
  flags: FlagValues,
  manuscript: Manuscript,
  moving: string | null,
): ReadPlace {
  const given = ['after', 'before', 'into'].filter((name) => flags[name] !== undefined);
  const [way] = given;
  const word = flagText(flags[way ?? '']);
  if (given.length > 1) {
    return { ok: false, message: `${given.map((name) => `--${name}`).join(' and ')} exclude each other.` };
  }
  if (word === undefined) return { ok: true, place: null };
  const found = findPage(manuscript, word);
  if (!found.ok) return found;
  const page = found.manuscript === manuscript ? found.page : translatePage(found, manuscript);
  if (page === null) {
    const { key: language } = manuscript.inputs.config.place;
    return { ok: false, message: `"${word}" is not there in the language of the chapter, ${language}.` };
  }
  const { key, parent, kind } = page;
  if (way === 'into') {
    if (kind === 'page') return { ok: false, message: `"${word}" is a chapter; --into names a section.` };
    return { ok: true, place: findSectionEnd(manuscript, key, moving) };
  }
  if (parent === null) return { ok: false, message: 'Nothing goes before or after the home page.' };
  if (key === moving) return { ok: false, message: `"${word}" is the chapter itself.` };
  const index = listOthers(manuscript, parent, moving).findIndex(({ page }) => page.key === key);
  return { ok: true, place: { section: parent, at: way === 'after' ? index + 1 : index } };
}
