import { diagnose } from '../../diagnostics/catalogue.js';
import type { Page } from '../../model/book.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { decodeEntities } from './to-xhtml.js';

/** Where a page of the printed edition begins. */
export interface PageMark {
  readonly number: string;
  /** With its fragment, relative to the package. */
  readonly href: string;
  readonly page: Page;
}

/** The page marks in a text, as the shortcode `pagemark` writes them. */
export function listPageMarks(page: Page, html: string, href: string): readonly PageMark[] {
  return [...html.matchAll(/<span\b[^>]*\srole="doc-pagebreak"[^>]*>/g)].flatMap(([tag]) => {
    const read = (name: string) => decodeEntities(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
    const [id, number] = [read('id'), read('aria-label')];
    return id === '' || number === '' ? [] : [{ number, href: `${href}#${id}`, page }];
  });
}

/** Numbers that two pages of one book have: `page-mark/duplicate`. Each volume of a library counts anew. */
export function findRepeatedMarks(marks: readonly PageMark[]): readonly Diagnostic[] {
  const known = new Map<string, PageMark>();
  return marks.flatMap((mark) => {
    const key = `${mark.page.volume ?? ''} ${mark.number}`;
    const first = known.get(key);
    if (first === undefined) {
      known.set(key, mark);
      return [];
    }
    const place = mark.page.file === null ? undefined : { file: mark.page.file };
    return [diagnose('page-mark/duplicate', { number: mark.number, first: first.page.label }, place)];
  });
}
