import type { Page } from '../../model/book.js';
import { escapeFor } from '../../text/escape.js';
import type { OutlineEntry } from '../contents/list-outline.js';
import type { PageMark } from './list-page-marks.js';
import { wrapDocument } from './wrap-document.js';

/** What the contents of a book file are made from. */
export interface NavigationFacts {
  readonly entries: readonly OutlineEntry[];
  /** The file in which the text begins; null for a book without any. */
  readonly first: string | null;
  /** The file of a page, relative to the contents. */
  readonly fileOf: (page: Page) => string;
  readonly pageMarks: readonly PageMark[];
  readonly title: string;
  readonly contentsTitle: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

/**
 * `nav.xhtml`, the contents that a reader's program shows and that stand in the book as a page, the landmarks, and where the pages of a
 * printed edition begin.
 */
export function writeNavigation(facts: NavigationFacts): string {
  const { entries, first, pageMarks } = facts;
  const [title, contents] = [escapeFor('xml', facts.title), escapeFor('xml', facts.contentsTitle)];
  const list =
    entries.length === 0
      ? `<ol>\n<li>${writeLink('text/title-page.xhtml', facts.title)}</li>\n</ol>`
      : listEntries(entries, facts.fileOf);
  const marks = pageMarks.map(({ href, number }) => `<li>${writeLink(href, number)}</li>`);
  const body = `<nav epub:type="toc" role="doc-toc" id="toc" aria-labelledby="toc-title">
<h1 id="toc-title">${contents}</h1>
${list}
</nav>
<nav epub:type="landmarks" hidden="hidden">
<ol>
<li><a epub:type="cover" href="text/cover.xhtml">${title}</a></li>
<li><a epub:type="titlepage" href="text/title-page.xhtml">${title}</a></li>
<li><a epub:type="toc" href="#toc">${contents}</a></li>
${first === null ? '' : `<li><a epub:type="bodymatter" href="${escapeFor('xml', first)}">${title}</a></li>\n`}</ol>
</nav>${marks.length === 0 ? '' : `\n<nav epub:type="page-list" role="doc-pagelist" hidden="hidden">\n<ol>\n${marks.join('\n')}\n</ol>\n</nav>`}`;
  const { language, direction } = facts;
  return wrapDocument(
    { title: facts.title, language, direction, style: 'style/book.css', bodyClass: 'contents' },
    body,
  );
}

function listEntries(entries: readonly OutlineEntry[], fileOf: (page: Page) => string): string {
  const items = entries.map(({ page, shortLabel, children }) => {
    const below = children.length === 0 ? '' : listEntries(children, fileOf);
    return `<li>${writeLink(fileOf(page), shortLabel)}${below}</li>`;
  });
  return `<ol>\n${items.join('\n')}\n</ol>`;
}

function writeLink(href: string, label: string): string {
  return `<a href="${escapeFor('xml', href)}">${escapeFor('xml', label)}</a>`;
}
