import { readAuthors } from '../../content/authors.js';
import type { Page } from '../../model/book.js';
import { escapeFor } from '../../text/escape.js';
import type { EpubFacts } from './describe-epub.js';

/** What a page is in a publication: its type and its role. */
const KINDS: Readonly<Record<string, readonly [type: string, role: string]>> = {
  page: ['chapter', 'doc-chapter'],
  section: ['part', 'doc-part'],
  home: ['introduction', 'doc-introduction'],
};

/** A page of the book around its text; `accent` is the class of its colour, or empty. */
export function writeChapter(
  { kind, heading, title, head }: Page,
  body: string,
  accent: string,
  setTitle: (title: string) => string,
): string {
  const [type, role] = KINDS[kind] ?? ['chapter', 'doc-chapter'];
  const write = (text: string) => escapeFor('xml', setTitle(text));
  const authors = kind === 'home' ? [] : readAuthors(head.params).map(({ name }) => name);
  return `<section epub:type="${type}" role="${role}"${accent === '' ? '' : ` class="${accent}"`} aria-labelledby="page:title">
<header>
${heading === '' ? '' : `<p class="heading">${write(heading)}</p>\n`}<h1 id="page:title">${write(title)}</h1>
${authors.length === 0 ? '' : `<p class="byline">${escapeFor('xml', authors.join(', '))}</p>\n`}</header>
${body}
</section>`;
}

/** The page that shows the cover. */
export function writeCoverPage(title: string): string {
  const alt = escapeFor('xml', title);
  return `<section epub:type="cover" role="doc-cover" aria-label="${alt}"><img src="../images/cover.svg" alt="${alt}"/></section>`;
}

/** Title, author, description, publisher and rights. */
export function writeTitlePage({ title, authors, description, publisher, rights }: EpubFacts): string {
  const line = (name: string, text: string) =>
    text === '' ? '' : `<p class="${name}">${escapeFor('xml', text)}</p>\n`;
  return `<section epub:type="titlepage" aria-labelledby="page:title">
<h1 id="page:title">${escapeFor('xml', title)}</h1>
${line('author', authors.join(', '))}${line('description', description)}${line('publisher', publisher)}${line('rights', rights)}</section>`;
}
