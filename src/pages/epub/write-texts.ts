import { diagnose } from '../../diagnostics/catalogue.js';
import { addAll } from '../../lists/add-all.js';
import type { Page } from '../../model/book.js';
import type { Config } from '../../model/config.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { addBasePath } from '../../url/site-address.js';
import type { PageTools } from '../page-tools.js';
import type { SiteContext } from '../views/site-context.js';
import type { BookFacts } from './describe-book.js';
import { findRepeatedMarks, listPageMarks, type PageMark } from './list-page-marks.js';
import { nameFiles } from './name-files.js';
import { createPicturePacker, type EpubEntry, type ReadFile } from './pack-pictures.js';
import { type BookPlaces, createChapterRewriter, listAlternatives } from './rewrite-chapter.js';
import { toXhtml } from './to-xhtml.js';
import { uprightNumerals } from './vertical.js';
import { wrapDocument } from './wrap-document.js';
import type { ManifestItem } from './write-package.js';
import { writeChapter } from './write-pages.js';
import { nameAccent, writeStyle } from './write-style.js';

/** The texts of a book file, with the pictures that they use. */
export interface Texts {
  readonly items: readonly ManifestItem[];
  readonly pictures: readonly ManifestItem[];
  readonly style: string;
  readonly hasAllAlternatives: boolean;
  /** Whether a picture may move. */
  readonly hasMotion: boolean;
  /** Where pages of the printed edition begin, `href` relative to the package. */
  readonly pageMarks: readonly PageMark[];
  /** The file of a page, relative to the package. */
  readonly fileOf: (page: Page) => string;
  readonly diagnostics: readonly Diagnostic[];
}

/** What texts are written with. */
interface TextTools {
  readonly readFile: ReadFile;
  readonly add: (entry: EpubEntry) => void;
}

/** Writes each page as a file of the EPUB, one chapter after the other, and the pictures after them. */
export function writeTexts(
  pages: readonly Page[],
  { title }: BookFacts,
  tools: PageTools,
  { readFile, add }: TextTools,
): Texts {
  const { config, htmlOf, setTitle } = tools.context;
  const { language, place, books } = config;
  const names = nameFiles(
    pages.map(({ url }) => url),
    'xhtml',
  );
  const fileOf = (page: Page) => `text/${names.get(page.url) ?? ''}`;
  const pictures = createPicturePacker(readFile, tools.context);
  const lost = createLosses();
  const hasId = createIdLookup(tools.context);
  const findPage = createPageFinder(pages, { config, hasId }, (page, id) => {
    const name = names.get(page.url) ?? '';
    return id === '' ? name : `${name}#${id}`;
  });
  const pageMarks: PageMark[] = [];
  const accents = new Map<string, string>();
  let hasAllAlternatives = true;
  const items = pages.map((page): ManifestItem => {
    const html = page.source === null ? '' : htmlOf(page.source);
    hasAllAlternatives &&= listAlternatives(html).every((text) => text !== '');
    const href = fileOf(page);
    addAll(pageMarks, listPageMarks(page, html, href));
    const places: BookPlaces = {
      ...{ config, findPage, ...lost },
      nameId: (id) => id,
      findHere: (id) => (hasId(page, id) ? `#${id}` : null),
      findPicture: (address) => {
        const name = pictures.pack(address);
        return name === null ? null : `../images/${name}`;
      },
    };
    const text = toXhtml(html, createChapterRewriter(places));
    const body = books.writing === 'vertical' ? uprightNumerals(text) : text;
    const named = page.title === '' ? { ...page, title } : page;
    const accent = nameAccent(page, tools, accents);
    const section = writeChapter(named, body, { setTitle, accent, titleId: 'page:title' });
    const frame = { language, direction: place.direction, style: '../style/book.css' };
    const content = wrapDocument(
      { ...frame, title: setTitle(page.label) || title, bodyClass: page.kind },
      section,
    );
    add({ path: `EPUB/${href}`, content, isStored: false });
    return { href, type: 'application/xhtml+xml', properties: listProperties(body), isRead: true };
  });
  pictures.entries().forEach(add);
  return {
    ...{ items, hasAllAlternatives, pageMarks, fileOf, pictures: pictures.items() },
    hasMotion: pictures.hasMotion(),
    style: writeStyle(accents, tools),
    diagnostics: [...pictures.diagnostics(), ...lost.diagnostics(), ...findRepeatedMarks(pageMarks)],
  };
}

/** Where a page of the book lies, by its address from the root of the host; an id that its text has not leads to its beginning. */
export function createPageFinder(
  pages: readonly Page[],
  { config, hasId }: { readonly config: Config; readonly hasId: HasId },
  write: (page: Page, id: string) => string,
): BookPlaces['findPage'] {
  const byAddress = new Map(pages.map((page) => [addBasePath(config, page.url), page]));
  return (address, id) => {
    const page = byAddress.get(address);
    return page === undefined ? null : write(page, hasId(page, id) ? id : '');
  };
}

/** Whether the text of a page has an id. */
type HasId = (page: Page, id: string) => boolean;

export function createIdLookup({ factsOf }: Pick<SiteContext, 'factsOf'>): HasId {
  const known = new Map<string, ReadonlySet<string>>();
  return ({ source }, id) => {
    if (source === null || id === '') return false;
    const ids = known.get(source) ?? new Set(factsOf(source).ids);
    known.set(source, ids);
    return ids.has(id);
  };
}

/** What a book file cannot hold, counted: `epub/remote-picture` and `epub/link-out-of-book`, each once with the first address. */
export function createLosses(): Pick<BookPlaces, 'tellRemote' | 'lose'> & {
  readonly diagnostics: () => readonly Diagnostic[];
} {
  const [remote, lost]: [string[], string[]] = [[], []];
  const countUp = (code: 'epub/remote-picture' | 'epub/link-out-of-book', addresses: readonly string[]) => {
    const [address] = addresses;
    return address === undefined ? [] : [diagnose(code, { address, count: addresses.length })];
  };
  return {
    tellRemote: (address) => void remote.push(address),
    lose: (address) => void lost.push(address),
    diagnostics: () => [...countUp('epub/remote-picture', remote), ...countUp('epub/link-out-of-book', lost)],
  };
}

/** What a document holds that its item must tell of. */
function listProperties(body: string): string {
  const found = [/<math[ >]/.test(body) ? 'mathml' : '', /<svg[ >]/.test(body) ? 'svg' : ''];
  return found.filter((property) => property !== '').join(' ');
}
