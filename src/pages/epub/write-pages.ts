import { readAuthors } from '../../content/authors.js';
import type { Page } from '../../model/book.js';
import type { Outcome } from '../../model/diagnostic.js';
import { escapeFor } from '../../text/escape.js';
import type { PageTools } from '../page-tools.js';
import type { BookFacts } from './describe-book.js';

/** What a page is in a publication: its type and its role. */
const KINDS: Readonly<Record<string, readonly [type: string, role: string]>> = {
  page: ['chapter', 'doc-chapter'],
  section: ['part', 'doc-part'],
  home: ['introduction', 'doc-introduction'],
};

/** How a page is framed. */
export interface ChapterFrame {
  readonly setTitle: (title: string) => string;
  /** The class of its colour, or empty. */
  readonly accent: string;
  /** The id of its title. */
  readonly titleId: string;
  /** The id of the page itself; absent where it is a file of its own. */
  readonly id?: string;
}

/** A page of the book around its text, which is XHTML. */
export function writeChapter(
  { kind, heading, title, head }: Page,
  body: string,
  { setTitle, accent, titleId, id }: ChapterFrame,
): string {
  const [type, role] = KINDS[kind] ?? ['chapter', 'doc-chapter'];
  const write = (text: string) => escapeFor('xml', setTitle(text));
  const authors = kind === 'home' ? [] : readAuthors(head.params).map(({ name }) => name);
  const classes = [type, accent].filter((name) => name !== '').join(' ');
  const own = id === undefined ? '' : ` id="${escapeFor('xml', id)}"`;
  const named = escapeFor('xml', titleId);
  return `<section epub:type="${type}" role="${role}"${own} class="${classes}" aria-labelledby="${named}">
<header>
${heading === '' ? '' : `<p class="heading">${write(heading)}</p>\n`}<h1 id="${named}">${write(title)}</h1>
${authors.length === 0 ? '' : `<p class="byline">${escapeFor('xml', authors.join(', '))}</p>\n`}</header>
${body}
</section>`;
}

/** The page that shows the cover, a file below `images/`. */
export function writeCoverPage(title: string, picture: string): string {
  const alt = escapeFor('xml', title);
  return `<section epub:type="cover"><img role="doc-cover" src="../images/${picture}" alt="${alt}"/></section>`;
}

/** The title page by the theme's `book/title-page.html`: title, author, edition, description, publisher and rights. */
export async function renderTitlePage(
  facts: BookFacts,
  { engine, shared }: PageTools,
): Promise<Outcome<string>> {
  const { value, diagnostics } = await engine.render('book/title-page.html', { ...shared, file: facts });
  const section = `<section epub:type="titlepage" class="title-page" aria-labelledby="page:title">\n${value}</section>`;
  return { value: section, diagnostics };
}
