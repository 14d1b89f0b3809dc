import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { type CheckedBook, listSourced, placeOfKey, type SourcedPage } from '../checked-book.js';

/**
 * Looks at the names of all pages. Reports `title/missing` (content rule 19), and `title/duplicate` within a section:
 * every part of a book may have its "Introduction".
 */
export function checkTitles(checked: CheckedBook): readonly Diagnostic[] {
  const named = new Map<string, SourcedPage>();
  return listSourced(checked, checked.book.order).flatMap((sourced) => {
    const { page, chapter } = sourced;
    const { title, heading } = chapter.frontMatter;
    if (page.kind !== 'home' && title === undefined && heading === undefined) {
      return [diagnose('title/missing', { fallback: page.title }, placeOfKey(chapter, 'title'))];
    }
    const name = `${page.parent} ${page.label}`;
    const other = named.get(name);
    if (other === undefined) named.set(name, sourced);
    if (other === undefined || page.kind !== 'page' || other.page.kind !== 'page') return [];
    const details = { label: page.label, file: other.chapter.file };
    return [diagnose('title/duplicate', details, placeOfKey(chapter, 'title'))];
  });
}
