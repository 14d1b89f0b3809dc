import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { compareHeadingNumbers, type HeadingNumber, readHeadingNumber } from '../../text/heading-number.js';
import { type CheckedBook, listSourced, placeOfKey, type SourcedPage } from '../checked-book.js';

/** So many times the usual step make a jump. */
const jump = 10;
/** Below this number of pages there is no usual step. */
const fewPages = 5;

/**
 * Looks at the weights of the pages of each section, and at the numbers of their headings. Reports
 * `order/duplicate-weight`, `order/missing-weight`, `order/jumping-weight` and `order/heading-number`.
 */
export function checkOrder(checked: CheckedBook): readonly Diagnostic[] {
  return checked.book.order.flatMap((key) => {
    const { kind, children = [] } = checked.book.pages[key] ?? {};
    // The pages of a term come from all sections: their weights have nothing to do with each other.
    if (kind !== 'home' && kind !== 'section') return [];
    const pages = listSourced(checked, children);
    return [...checkEqual(pages), ...checkMissing(pages), ...checkJumps(pages), ...checkHeadings(pages)];
  });
}

function checkEqual(pages: readonly SourcedPage[]): readonly Diagnostic[] {
  const first = new Map<number, SourcedPage>();
  return pages.flatMap((sourced) => {
    const { weight } = sourced.page;
    const other = first.get(weight);
    if (other === undefined) first.set(weight, sourced);
    if (weight === 0 || other === undefined) return [];
    const related = { ...placeOfKey(other.chapter, 'weight'), message: 'has the same weight' };
    return [diagnose('order/duplicate-weight', { weight }, placeOfKey(sourced.chapter, 'weight'), [related])];
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

/** Each number is compared with the last one of its kind: "Part 2" says nothing about "Chapter 1". */
function checkHeadings(pages: readonly SourcedPage[]): readonly Diagnostic[] {
  const last = new Map<string, { readonly number: HeadingNumber; readonly heading: string }>();
  return pages.flatMap(({ page: { heading }, chapter }) => {
    const number = readHeadingNumber(heading);
    if (number === null) return [];
    const kind = number.prefix.trim().toLowerCase();
    const before = last.get(kind);
    last.set(kind, { number, heading });
    if (before === undefined || compareHeadingNumbers(before.number, number) < 0) return [];
    const details = { heading, before: before.heading };
    return [diagnose('order/heading-number', details, placeOfKey(chapter, 'heading'))];
  });
}
