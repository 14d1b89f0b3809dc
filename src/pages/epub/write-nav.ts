import type { Book, Page } from '../../model/book.js';
import { escapeFor } from '../../text/escape.js';
import { wrapDocument } from './wrap-document.js';

/** What the contents of a book file are made from. */
export interface NavigationFacts {
  readonly book: Book;
  /** The pages in the file, in reading order. */
  readonly pages: readonly Page[];
  /** The file of a page, relative to the contents. */
  readonly fileOf: (page: Page) => string;
  readonly labelOf: (page: Page) => string;
  readonly title: string;
  readonly contentsTitle: string;
  readonly coverTitle: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

/**
 * `nav.xhtml`, the contents that a reader's program shows and that stand in the book as a page: sections nest as deep as they are; a
 * chapter in pieces is one entry with its pieces as children, its title only if all share it. And the landmarks.
 */
export function writeNavigation(facts: NavigationFacts): string {
  const inFile = new Set(facts.pages);
  const tops = facts.pages.filter((page) => page.kind !== 'home' && !hasParentIn(page, inFile, facts.book));
  const [first] = facts.pages;
  const body = `<nav epub:type="toc" role="doc-toc" id="toc" aria-labelledby="toc-title">
<h1 id="toc-title">${escapeFor('xml', facts.contentsTitle)}</h1>
${tops.length === 0 ? `<ol>\n<li><a href="text/title-page.xhtml">${escapeFor('xml', facts.title)}</a></li>\n</ol>` : listEntries(tops, inFile, facts)}
</nav>
<nav epub:type="landmarks" hidden="hidden">
<ol>
<li><a epub:type="cover" href="text/cover.xhtml">${escapeFor('xml', facts.coverTitle)}</a></li>
<li><a epub:type="toc" href="#toc">${escapeFor('xml', facts.contentsTitle)}</a></li>
${first === undefined ? '' : `<li><a epub:type="bodymatter" href="${escapeFor('xml', facts.fileOf(first))}">${escapeFor('xml', facts.title)}</a></li>`}
</ol>
</nav>`;
  const { title, language, direction } = facts;
  return wrapDocument({ title, language, direction, style: 'style/book.css', bodyClass: 'contents' }, body);
}

/** Home holds everything and is no entry. */
function hasParentIn({ parent }: Page, inFile: ReadonlySet<Page>, book: Book): boolean {
  const above = book.pages[parent ?? ''];
  return above !== undefined && above.kind !== 'home' && inFile.has(above);
}

function listEntries(pages: readonly Page[], inFile: ReadonlySet<Page>, facts: NavigationFacts): string {
  const done = new Set<Page>();
  const entries = pages.flatMap((page): readonly string[] => {
    if (done.has(page)) return [];
    const pieces = listPieces(page, pages, facts.book);
    for (const piece of pieces) done.add(piece);
    if (pieces.length > 1) return [writeFamily(page, pieces, facts)];
    const below = page.children
      .flatMap((key) => facts.book.pages[key] ?? [])
      .filter((child) => inFile.has(child));
    const list = below.length === 0 ? '' : listEntries(below, inFile, facts);
    return [`<li>${writeLink(page, facts.labelOf(page), facts)}${list}</li>`];
  });
  return `<ol>\n${entries.join('\n')}\n</ol>`;
}

function listPieces(page: Page, pages: readonly Page[], book: Book): readonly Page[] {
  const members = page.family?.members.flatMap((key) => book.pages[key] ?? []) ?? [];
  const listed = members.filter((member) => pages.includes(member));
  return listed.length > 1 ? listed : [page];
}

function writeFamily(first: Page, pieces: readonly Page[], facts: NavigationFacts): string {
  const isShared = pieces.every(({ title }) => title === first.title);
  const base = first.family?.heading ?? first.heading;
  const label = isShared ? `${base} · ${first.title}` : base;
  const children = pieces.map((piece) => {
    const name = isShared ? piece.heading : facts.labelOf(piece);
    return `<li>${writeLink(piece, name, facts)}</li>`;
  });
  return `<li>${writeLink(first, label, facts)}<ol>\n${children.join('\n')}\n</ol></li>`;
}

function writeLink(page: Page, label: string, { fileOf }: NavigationFacts): string {
  return `<a href="${escapeFor('xml', fileOf(page))}">${escapeFor('xml', label)}</a>`;
}
