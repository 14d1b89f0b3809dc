import { diagnose } from '../../diagnostics/catalogue.js';
import type { Page } from '../../model/book.js';
import type { Diagnostic, Outcome } from '../../model/diagnostic.js';
import { nearestWord } from '../../text/nearest.js';
import { addBasePath } from '../../url/site-address.js';
import type { PageTools } from '../page-tools.js';
import { describeEpub, type EpubFacts } from './describe-epub.js';
import { drawCover } from './draw-cover.js';
import type { EpubEntry } from './epub-entry.js';
import { nameFiles } from './name-files.js';
import { createPicturePacker, type ReadPicture } from './pack-pictures.js';
import { createChapterRewriter, listAlternatives, listIds } from './rewrite-chapter.js';
import { selectPages } from './select-pages.js';
import { toXhtml } from './to-xhtml.js';
import { type DocumentFrame, wrapDocument } from './wrap-document.js';
import { writeNavigation } from './write-nav.js';
import { type ManifestItem, writePackage } from './write-package.js';
import { writeChapter, writeCoverPage, writeTitlePage } from './write-pages.js';
import { nameAccent, writeStyle } from './write-style.js';

/** What is asked of a book file. */
export interface EpubRequest {
  /** The path of a section, for it and all below it alone; null for the whole book. */
  readonly part: string | null;
  readonly readPicture: ReadPicture;
}

/** The contents of a book file, in the order of the archive. */
export interface EpubBook {
  readonly entries: readonly EpubEntry[];
  /** How many chapters are in it. */
  readonly chapters: number;
}

/**
 * A book as an EPUB 3.3 (book files, section 4):
 *
 * 1. the pages of the whole book, or of one part, in reading order, get their files;
 * 2. each is written as XHTML, with links and pictures leading inside the book (`rewrite-chapter.ts`);
 * 3. cover, title page, contents (`write-nav.ts`) and package (`write-package.ts`) come around them.
 *
 * The same book gives the same entries everywhere: nothing comes from the clock or the machine. Null with an error.
 */
export async function renderEpub(tools: PageTools, request: EpubRequest): Promise<Outcome<EpubBook | null>> {
  const { book } = tools.context;
  const pages = selectPages(book, request.part);
  if (pages === null) return { value: null, diagnostics: [reportPart(request.part ?? '', tools)] };
  const top = book.pages[request.part === null ? '/' : `/${request.part.replace(/^\/+|\/+$/g, '')}`];
  const facts = describeEpub(top, pages, request.part, tools);
  const texts = writeTexts(pages, facts, tools, request.readPicture);
  const frame = frameOf(tools);
  const page = (name: string, body: string): EpubEntry => ({
    path: `EPUB/text/${name}.xhtml`,
    content: wrapDocument({ ...frame, title: facts.title, bodyClass: name }, body),
    isStored: false,
  });
  const plain = (path: string, content: string): EpubEntry => ({ path, content, isStored: false });
  const entries = [
    plain(
      'EPUB/images/cover.svg',
      drawCover({ ...facts, author: facts.authors.join(', '), language: frame.language }),
    ),
    plain('EPUB/nav.xhtml', writeContents(pages, facts, texts.fileOf, tools)),
    plain('EPUB/package.opf', describePackage(facts, texts, tools)),
    plain('EPUB/style/book.css', texts.style),
    page('cover', writeCoverPage(facts.title)),
    page('title-page', writeTitlePage(facts)),
    plain('META-INF/container.xml', CONTAINER),
    ...texts.entries,
  ].sort((one, other) => (one.path < other.path ? -1 : 1));
  const mimetype = { path: 'mimetype', content: 'application/epub+zip', isStored: true };
  const chapters = pages.filter(({ kind }) => kind === 'page').length;
  const noAuthor = facts.authors.length === 0 ? [diagnose('books/no-author', {})] : [];
  return {
    value: { entries: [mimetype, ...entries], chapters },
    diagnostics: [...texts.diagnostics, ...noAuthor],
  };
}

const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
`;

function reportPart(part: string, { context }: PageTools): Diagnostic {
  const sections = Object.values(context.book.pages).flatMap(({ kind, key }) =>
    kind === 'section' ? [key.slice(1)] : [],
  );
  return diagnose('books/unknown-part', { part, nearest: nearestWord(part, sections) });
}

function frameOf({ context: { config } }: PageTools): Omit<DocumentFrame, 'title' | 'bodyClass'> {
  return { language: config.language, direction: config.place.direction, style: '../style/book.css' };
}

/** The texts of a book file, with the pictures that they use. */
interface Texts {
  readonly entries: readonly EpubEntry[];
  readonly items: readonly ManifestItem[];
  readonly pictures: readonly ManifestItem[];
  readonly style: string;
  readonly hasAllAlternatives: boolean;
  /** The file of a page, relative to the package. */
  readonly fileOf: (page: Page) => string;
  readonly diagnostics: readonly Diagnostic[];
}

function writeTexts(
  pages: readonly Page[],
  { title }: EpubFacts,
  tools: PageTools,
  readPicture: ReadPicture,
): Texts {
  const { config, htmlOf, setTitle } = tools.context;
  const names = nameFiles(
    pages.map(({ url }) => url),
    'xhtml',
  );
  const nameOf = ({ url }: Page) => names.get(url) ?? '';
  const files = new Map(pages.map((page) => [addBasePath(config, page.url), nameOf(page)]));
  const pictures = createPicturePacker(readPicture, tools.context);
  const ids = createIdFinder(pages, nameOf, tools);
  const [lost, remote]: [string[], string[]] = [[], []];
  const places = {
    config,
    files,
    idsOf: ids.find,
    pack: pictures.pack,
    tellRemote: (address: string) => void remote.push(address),
    lose: (address: string) => void lost.push(address),
  };
  const accents = new Map<string, string>();
  let hasAllAlternatives = true;
  const written = pages.map((page) => {
    const html = page.source === null ? '' : htmlOf(page.source);
    ids.note(nameOf(page), html);
    hasAllAlternatives &&= listAlternatives(html).every((text) => text !== '');
    const body = toXhtml(html, createChapterRewriter(places, nameOf(page)));
    const named = page.title === '' ? { ...page, title } : page;
    const section = writeChapter(named, body, nameAccent(page, tools, accents), setTitle);
    const frame = { ...frameOf(tools), title: setTitle(page.label) || title, bodyClass: page.kind };
    return {
      href: `text/${nameOf(page)}`,
      content: wrapDocument(frame, section),
      properties: listProperties(body),
    };
  });
  return {
    entries: [
      ...written.map(({ href, content }) => ({ path: `EPUB/${href}`, content, isStored: false })),
      ...pictures.entries(),
    ],
    items: written.map(({ href, properties }) => ({ href, type: XHTML, properties, isRead: true })),
    pictures: pictures.items(),
    style: writeStyle(accents, tools),
    hasAllAlternatives,
    fileOf: (page) => `text/${nameOf(page)}`,
    diagnostics: [
      ...pictures.diagnostics(),
      ...countUp('epub/remote-picture', remote),
      ...countUp('epub/link-out-of-book', lost),
    ],
  };
}

/** The ids of the texts: of one whose HTML is at hand, or else rendered when first asked for. */
function createIdFinder(
  pages: readonly Page[],
  nameOf: (page: Page) => string,
  { context }: PageTools,
): {
  readonly note: (file: string, html: string) => void;
  readonly find: (file: string) => ReadonlySet<string>;
} {
  const sources = new Map(pages.map((page) => [nameOf(page), page.source]));
  const known = new Map<string, ReadonlySet<string>>();
  const note = (file: string, html: string) => {
    const ids = listIds(html);
    known.set(file, ids);
    return ids;
  };
  const find = (file: string) => {
    const source = sources.get(file) ?? null;
    return known.get(file) ?? note(file, source === null ? '' : context.htmlOf(source));
  };
  return { note, find };
}

/** One finding for all addresses of a kind, with the first. */
function countUp(
  code: 'epub/remote-picture' | 'epub/link-out-of-book',
  addresses: readonly string[],
): readonly Diagnostic[] {
  const [address] = addresses;
  return address === undefined ? [] : [diagnose(code, { address, count: addresses.length })];
}

const XHTML = 'application/xhtml+xml';

/** What a document holds that its item must tell of. */
function listProperties(body: string): string {
  const found = [/<math[ >]/.test(body) ? 'mathml' : '', /<svg[ >]/.test(body) ? 'svg' : ''];
  return found.filter((property) => property !== '').join(' ');
}

function writeContents(
  pages: readonly Page[],
  { title }: EpubFacts,
  fileOf: Texts['fileOf'],
  { context, shared }: PageTools,
): string {
  const { book, config, setTitle } = context;
  return writeNavigation({
    book,
    pages,
    fileOf,
    labelOf: ({ label }) => setTitle(label),
    title,
    contentsTitle: shared.t('contents'),
    coverTitle: title,
    language: config.language,
    direction: config.place.direction,
  });
}

function describePackage(facts: EpubFacts, texts: Texts, { context: { config }, shared }: PageTools): string {
  const read = (href: string, properties = ''): ManifestItem => ({
    href,
    type: XHTML,
    properties,
    isRead: true,
  });
  return writePackage({
    ...facts,
    direction: config.place.direction,
    language: config.language,
    items: [
      read('text/cover.xhtml'),
      read('text/title-page.xhtml'),
      read('nav.xhtml', 'nav'),
      ...texts.items,
      { href: 'style/book.css', type: 'text/css', properties: '', isRead: false },
      { href: 'images/cover.svg', type: 'image/svg+xml', properties: 'cover-image', isRead: false },
      ...texts.pictures,
    ],
    accessibility: {
      hasPictures: texts.pictures.length > 0,
      hasAllAlternatives: texts.hasAllAlternatives,
      hasFormulas: texts.items.some(({ properties }) => properties.includes('mathml')),
      summary: shared.t('accessibilitySummary'),
    },
  });
}
