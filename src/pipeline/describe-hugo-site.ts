import { mergeHugoTexts } from '../formats/merge-hugo-texts.js';
import { readDataFiles } from '../formats/read-data-files.js';
import type { Page } from '../model/book.js';
import type { Config } from '../model/config.js';
import type { HugoFile, HugoPage, HugoResource, HugoSettings, HugoSite } from '../model/hugo-site.js';
import type { SourceFile } from '../model/source.js';
import type { OpenSite } from './open-site.js';

/** What the templates of a Hugo site may ask for in one language; null for a book that brings none. */
export function describeHugoSite({ inputs, opened }: Pick<OpenSite, 'inputs' | 'opened'>): HugoSite | null {
  const { config, sources } = inputs;
  const { hugo } = sources;
  if (hugo === null) return null;
  const { book } = opened;
  const resources = new Map(sources.resources.map((file) => [file.path, file]));
  return {
    templates: hugo.templates,
    settings: describeSettings(config, hugo.root),
    // What is wrong with data files is found where the pages are made.
    texts: mergeHugoTexts(hugo.texts, [config.place.key, config.language, config.place.main]),
    data: readDataFiles([...sources.data, ...withoutTwins(hugo.data, sources.data)]).value,
    assets: hugo.assets.map(describeFile),
    resources: book.resources.flatMap((resource): readonly HugoResource[] => {
      const file = resources.get(resource.source);
      if (file === undefined || resource.owner === null) return [];
      const { owner, url, name, title, params } = resource;
      return [{ ...describeFile(file), owner, url, name, title, params }];
    }),
    pages: [...book.order, ...book.others].flatMap((key) => {
      const page = book.pages[key];
      return page === undefined ? [] : [describePage(page)];
    }),
  };
}

function withoutTwins<File extends { readonly path: string }>(
  files: readonly File[],
  first: readonly { readonly path: string }[],
): readonly File[] {
  const bare = (path: string) => path.slice(0, path.lastIndexOf('.'));
  const known = new Set(first.map(({ path }) => bare(path)));
  return files.filter(({ path }) => !known.has(bare(path)) && known.add(bare(path)));
}

function describeFile({ path, absolute, picture }: SourceFile): HugoFile {
  return { path, absolute, ...(picture === undefined ? {} : { picture }) };
}

function describeSettings(config: Config, root: string): HugoSettings {
  const { title, copyright, baseUrl, basePath, language, place, params, environment, markdown, publish } =
    config;
  const others = place.keys.filter((key) => key !== place.main);
  return {
    ...{ title, copyright, baseUrl, basePath, params, environment, root },
    language: place.key || language,
    locale: language,
    languageName: place.label,
    direction: place.direction,
    folder: place.folder,
    languages: [place.main || language, ...others],
    unsafe: markdown.unsafe,
    now: publish.now,
  };
}

function describePage(page: Page): HugoPage {
  const { key, kind, source, file, url, title, linkTitle, weight, date, lastmod, draft, section, parent } =
    page;
  const { children, previous, next, aliases } = page;
  const { frontMatter, dates, params, places } = page.head;
  const { summary = '', slug = '', layout = '', translationKey = '' } = frontMatter;
  return {
    ...{ key, kind, source, file, url, title, linkTitle, weight, date, lastmod, draft, section, parent },
    ...{ children, previous, next, aliases, params },
    description: frontMatter.description ?? '',
    publishDate: dates.publishDate ?? null,
    expiryDate: dates.expiryDate ?? null,
    type: frontMatter.type ?? (section || 'page'),
    keywords: frontMatter.keywords,
    list: frontMatter.build?.list ?? 'always',
    ...{ summary, slug, layout, translationKey },
    keys: Object.keys(places),
  };
}
