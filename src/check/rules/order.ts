import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { type CheckedBook, listSourced, placeOfKey, type SourcedPage } from '../checked-book.js';
import { checkHeadings, checkSectionHeadings } from './heading-order.js';

/** So many times the usual step make a jump. */
const jump = 10;
/** Below this number of pages there is no usual step. */
const fewPages = 5;

/**
 * Looks at the weights of the pages of each section, and at the numbers of their headings. Reports
 * `order/duplicate-weight`, `order/missing-weight`, `order/jumping-weight`, `order/heading-number` and `order/duplicate-heading`.
 */
export function checkOrder(checked: CheckedBook): readonly Diagnostic[] {
  return checked.book.order.flatMap((key) => {
    const { kind, children = [] } = checked.book.pages[key] ?? {};
    // The pages of a term come from all sections: their weights have nothing to do with each other.
    if (kind !== 'home' && kind !== 'section') return [];
    const pages = listSourced(checked, children);
    const sections = pages.filter(({ page }) => page.kind === 'section');
    const inside = sections.map(({ page }) => listSourced(checked, page.children));
    return [
      ...checkEqual(pages),
      ...checkMissing(pages),
      ...checkJumps(pages),
      ...checkHeadings(pages),
      ...checkSectionHeadings(inside),
    ];
  });
}

/** Once for all pages of a weight, at the second. */
function checkEqual(pages: readonly SourcedPage[]): readonly Diagnostic[] {
  const groups = new Map<number, SourcedPage[]>();
  for (const sourced of pages) {
    const group = groups.get(sourced.page.weight);
    if (group === undefined) groups.set(sourced.page.weight, [sourced]);
    else group.push(sourced);
  }
  return [...groups].flatMap(([weight, [first, second, ...others]]) => {
    if (weight === 0 || first === undefined || second === undefined) return [];
    const related = { ...placeOfKey(first.chapter, 'weight'), message: 'has the same weight' };
    const details = { weight, file: first.chapter.file, others: others.length };
    return [diagnose('order/duplicate-weight', details, placeOfKey(second.chapter, 'weight'), [related])];
  });
}

function checkMissing(pages: readonly SourcedPage[]): readonly Diagnostic[] {
  const count = pages.filter(({ page }) => page.weight !== 0).length;
  if (count * 2 <= pages.length) return [];
  return pages
    .filter(({ page }) => page.weight === 0)
    .map(({ chapter }) => diagnose('order/missing-weight', { count }, placeOfKey(chapter, 'weight')));
}

function checkJumps(pages: readonly SourcedPage[]): readonly Diagnostic[] {
  const weighed = pages.filter(({ page }) => page.weight !== 0);
  const steps = weighed.slice(1).map(({ page }, index) => page.weight - (weighed[index]?.page.weight ?? 0));
  const step = [...steps].sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
  if (weighed.length < fewPages || step === 0) return [];
  return weighed.flatMap(({ page, chapter }, index) => {
    const before = weighed[index - 1]?.page.weight ?? page.weight;
    if (page.weight - before <= step * jump) return [];
    const details = { weight: page.weight, before, step };
    return [diagnose('order/jumping-weight', details, placeOfKey(chapter, 'weight'))];
  });
}
