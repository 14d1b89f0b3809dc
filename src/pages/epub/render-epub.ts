import { diagnose } from '../../diagnostics/catalogue.js';
import type { Page } from '../../model/book.js';
import type { Diagnostic, Outcome } from '../../model/diagnostic.js';
import { nearestWord } from '../../text/nearest.js';
import { listOutline } from '../contents/list-outline.js';
import type { PageTools } from '../page-tools.js';
import { type BookFacts, describeBook } from './describe-book.js';
import { type Cover, makeCover } from './make-cover.js';
import type { EpubEntry, ReadFile } from './pack-pictures.js';
import { findPartKey, selectPages } from './select-pages.js';
import { toXhtml } from './to-xhtml.js';
import { type DocumentFrame, wrapDocument } from './wrap-document.js';
import { writeNavigation } from './write-nav.js';
import { type ManifestItem, writePackage } from './write-package.js';
import { renderTitlePage, writeCoverPage } from './write-pages.js';
import { type Texts, writeTexts } from './write-texts.js';

/** What is asked of a book file. */
export interface EpubRequest {
  /** The path of a section, for it and all below it alone; null for the whole book. */
  readonly part: string | null;
  readonly readFile: ReadFile;
  /** Takes each file of the archive as soon as it is made. */
  readonly add: (entry: EpubEntry) => void;
}

/** What is in a book file. */
export interface EpubBook {
  /** How many chapters. */
  readonly chapters: number;
}

/** The file that must come first. */
export const MIMETYPE = 'mimetype';

/**
 * A book as an EPUB 3.3 (book files, section 4):
 *
 * 1. the pages of the whole book, or of one part, in reading order, get their files;
 * 2. each is written as XHTML, with links and pictures leading inside the book (`write-texts.ts`);
 * 3. cover, title page, contents (`write-nav.ts`) and package (`write-package.ts`) come around them.
 *
 * The same book gives the same entries everywhere: nothing comes from the clock or the machine. Null with an error.
 */
export async function renderEpub(tools: PageTools, request: EpubRequest): Promise<Outcome<EpubBook | null>> {
  const { part, readFile, add } = request;
  const pages = selectPages(tools.context, part);
  if (pages === null) return { value: null, diagnostics: [reportPart(part ?? '', tools)] };
  const facts = describeBook(tools.context.book.pages[findPartKey(part)], pages, part, tools);
  const cover = await makeCover(facts, part, tools, readFile);
  const title = await renderTitlePage(facts, tools);
  const texts = writeTexts(pages, facts, tools, { readFile, add });
  const plain = (path: string, content: string) => add({ path, content, isStored: false });
  const page = (name: string, body: string) =>
    plain(
      `EPUB/text/${name}.xhtml`,
      wrapDocument({ ...frameOf(tools), title: facts.title, bodyClass: name }, body),
    );
  add({ path: MIMETYPE, content: 'application/epub+zip', isStored: true });
  add({
    path: `EPUB/images/${cover.value.name}`,
    content: cover.value.content,
    isStored: cover.value.isStored,
  });
  plain('EPUB/nav.xhtml', writeContents(pages, facts, texts, tools));
  plain('EPUB/package.opf', describePackage(facts, texts, cover.value, tools));
  plain('EPUB/style/book.css', texts.style);
  plain('META-INF/container.xml', CONTAINER);
  page('cover', writeCoverPage(facts.title, cover.value.name));
  page(
    'title-page',
    toXhtml(title.value, (tag) => tag),
  );
  const diagnostics = [
    ...texts.diagnostics,
    ...cover.diagnostics,
    ...title.diagnostics,
    ...reviewFacts(facts),
  ];
  return { value: { chapters: pages.filter(({ kind }) => kind === 'page').length }, diagnostics };
}

const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
`;

/** `books/unknown-part`, with the section that is called nearly so. */
export function reportPart(part: string, { context }: Pick<PageTools, 'context'>): Diagnostic {
  const sections = Object.values(context.book.pages).flatMap(({ kind, key }) =>
    kind === 'section' ? [key.slice(1)] : [],
  );
  return diagnose('books/unknown-part', { part, nearest: nearestWord(part, sections) });
}

/** What shops and libraries ask for, and the book does not say: `books/no-author`, `books/no-date`. */
export function reviewFacts({ authors, modified }: BookFacts): readonly Diagnostic[] {
  return [
    ...(authors.length === 0 ? [diagnose('books/no-author', {})] : []),
    ...(modified === null ? [diagnose('books/no-date', {})] : []),
  ];
}

function frameOf({ context: { config } }: PageTools): Omit<DocumentFrame, 'title' | 'bodyClass'> {
  return { language: config.language, direction: config.place.direction, style: '../style/book.css' };
}

function writeContents(
  pages: readonly Page[],
  { title }: BookFacts,
  { fileOf, pageMarks }: Texts,
  { context, shared }: PageTools,
): string {
  const { book, config, setTitle } = context;
  return writeNavigation({
    entries: listOutline(pages, book, ({ label }) => setTitle(label)),
    first: pages[0] === undefined ? null : fileOf(pages[0]),
    fileOf,
    pageMarks,
    title,
    contentsTitle: shared.t('contents'),
    language: config.language,
    direction: config.place.direction,
  });
}

const XHTML = 'application/xhtml+xml';

function describePackage(
  facts: BookFacts,
  texts: Texts,
  cover: Cover,
  { context: { config }, shared }: PageTools,
): string {
  const read = (href: string, properties = ''): ManifestItem => ({
    href,
    type: XHTML,
    properties,
    isRead: true,
  });
  const { direction } = config.place;
  const modified = new Date(facts.modified ?? Date.UTC(2000, 0, 1)).toISOString();
  return writePackage({
    ...facts,
    modified: `${modified.slice(0, 19)}Z`,
    direction,
    progression: direction === 'rtl' || config.books.writing === 'vertical' ? 'rtl' : 'ltr',
    language: config.language,
    items: [
      read('text/cover.xhtml'),
      read('text/title-page.xhtml'),
      read('nav.xhtml', 'nav'),
      ...texts.items,
      { href: 'style/book.css', type: 'text/css', properties: '', isRead: false },
      { href: `images/${cover.name}`, type: cover.type, properties: 'cover-image', isRead: false },
      ...texts.pictures,
    ],
    accessibility: {
      hasPictures: texts.pictures.length > 0,
      hasAllAlternatives: texts.hasAllAlternatives,
      hasFormulas: texts.items.some(({ properties }) => properties.includes('mathml')),
      hasMotion: texts.hasMotion,
      pageSource: texts.pageMarks.length === 0 ? null : config.books.pageSource,
      summary: shared.t('accessibilitySummary'),
    },
  });
}
