import { spellPath, splitPath } from '../content/logical-path.js';
import type { Book } from '../model/book.js';
import type { SiteBook } from '../model/family.js';
import type { ChapterTarget, LinkTargets, RefTargets } from '../model/rendered.js';
import { collectPictures } from './collect-pictures.js';
import type { OpenBook, OpenSite } from './open-site.js';

/** Where the links of a chapter can lead; `withLanguages` for a book whose references may name a language. */
export function collectLinkTargets(
  { inputs: { sources, config }, opened: { book, chapters }, family }: OpenSite,
  withLanguages: boolean,
): LinkTargets {
  const others = family.filter((site) => site.config !== config);
  const elsewhere = others.map((site) => listElsewhere(site));
  const { key } = config.place;
  const own = collectRefTargets(book, key);
  const listLanguages = () =>
    others.map((site) => {
      const { place } = site.config;
      return [place.key, collectRefTargets(site.book, place.key)] as const;
    });
  return {
    ...own,
    languages: withLanguages ? Object.fromEntries([[key, own], ...listLanguages()]) : {},
    resources: Object.fromEntries([
      ...elsewhere.flatMap(({ sources: found }) => found),
      ...(others.length === 0 ? [] : listTied(book, chapters)),
      ...listRenamed(book),
      ...book.resources.flatMap(({ source, url }) => spellPath(source, key).map((path) => [path, url])),
    ]),
    foreign: Object.fromEntries(elsewhere.flatMap(({ foreign }) => foreign)),
    pictures: collectPictures(sources, book),
    others: [
      ...sources.staticFiles.map(({ path }) => encodeURI(`/${path}`)),
      ...elsewhere.flatMap(({ urls }) => urls),
      ...book.redirects.map(({ outputPath }) => encodeURI(`/${outputPath.replace(/index\.html$/, '')}`)),
    ],
  };
}

function collectRefTargets(book: Book, language: string): RefTargets {
  const pages = Object.values(book.pages).filter(({ url }) => url !== '');
  return {
    language,
    chapters: Object.fromEntries(
      pages.flatMap(({ source, key, url }) =>
        source === null ? [] : listSpellings(source, { key, url }, language),
      ),
    ),
    unpublished: Object.fromEntries(
      book.unpublished.flatMap(({ source, file }) => spellPath(source, language).map((path) => [path, file])),
    ),
    pages: Object.fromEntries(pages.map(({ url, key }) => [url, key])),
  };
}

function listSpellings(
  source: string,
  target: ChapterTarget,
  language: string,
): readonly (readonly [string, ChapterTarget])[] {
  return spellPath(source, language).map((path) => [
    path,
    path === source ? target : { ...target, path: source },
  ]);
}

/** Where links lead that name a chapter of the main language whose translation has another name. */
function listTied({ pages }: Book, chapters: OpenBook['chapters']): readonly (readonly [string, string])[] {
  const own = Object.values(pages);
  const sources = new Set(own.map(({ source }) => source));
  const urls = new Map(own.map(({ head, url }) => [head.frontMatter.translationKey ?? '', url]));
  return [...chapters.values()].flatMap(({ path, frontMatter: { translationKey = '' } }) => {
    const url = translationKey === '' || sources.has(path) ? undefined : urls.get(translationKey);
    return url ? [[path, url] as const] : [];
  });
}

/** The files of bundles by the names that their page gives them (`resources`, content rule 2), beside that page. */
function listRenamed({ pages, resources }: Book): readonly (readonly [string, string])[] {
  return resources.flatMap(({ source, name, url, owner }) => {
    const page = pages[owner ?? '']?.source ?? null;
    if (page === null) return [];
    const { folder } = splitPath(page);
    const path = folder === '' ? name : `${folder}/${name}`;
    return path === source ? [] : [[path, url] as const];
  });
}

/** Where links lead that leave their language: to a file that is there in another one only, or to an address of it. */
function listElsewhere({ book, config }: SiteBook) {
  const language = config.place.key;
  const pages = Object.values(book.pages).filter(({ url }) => url !== '');
  const files = pages.flatMap(({ source, url }) => (source === null ? [] : [{ source, url }]));
  return {
    sources: [...files, ...book.resources].flatMap(({ source, url }) =>
      spellPath(source, language).map((path) => [path, url]),
    ),
    foreign: files.map(({ source, url }) => [url, { language, path: source }] as const),
    urls: pages.map(({ url }) => url),
  };
}
