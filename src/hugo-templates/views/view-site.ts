import { toText } from '../../go-templates/values/convert.js';
import { type GoObject, type GoValue, isGoMap } from '../../go-templates/values/value.js';
import { makeAbsolute } from '../../url/site-address.js';
import type { Desk } from '../desk.js';
import { toGoValue } from '../to-value.js';
import { methodOf, viewObject } from './member-table.js';
import { findPageBy } from './view-page.js';
import { viewPages } from './view-pages.js';
import { viewMoment } from './view-time.js';

const refused =
  'Store Taxonomies Menus AllPages Languages Sites Config Authors Social IsMultihost Hugo RSSLink Author DisqusShortname ' +
  'GoogleAnalytics LanguagePrefix CheckReady RenderCache Role Version Dimension IsDefault';

/** The site: Hugo's `Site`. Its configuration is the owner's. */
export function viewHugoSite(desk: Desk): GoObject {
  const { settings, data, pages } = desk.site;
  const inBook = pages.filter(({ kind }) => kind !== 'taxonomy' && kind !== 'term');
  const language = viewObject(
    'Language',
    {
      Lang: () => settings.language,
      LanguageCode: () => settings.locale,
      Locale: () => settings.locale,
      LanguageName: () => settings.languageName,
      Label: () => settings.languageName,
      LanguageDirection: () => settings.direction,
      Direction: () => settings.direction,
      Name: () => settings.language,
      Params: () => toGoValue(settings.params, true),
    },
    { print: () => settings.language, refused: 'Weight Title IsDefault' },
  );
  const params = toGoValue(settings.params, true);
  const dataView = toGoValue(data);
  return viewObject(
    'Site',
    {
      Title: () => settings.title,
      Params: () => params,
      Data: () => dataView,
      BaseURL: () => settings.baseUrl || settings.basePath,
      Copyright: () => settings.copyright,
      Language: () => language,
      LanguageCode: () => settings.locale,
      Home: () => desk.viewPage('/'),
      Pages: () => viewPages(inBook, desk),
      RegularPages: () =>
        viewPages(
          inBook.filter(({ kind }) => kind === 'page'),
          desk,
        ),
      Sections: () =>
        viewPages(
          inBook.filter(({ kind, parent }) => kind === 'section' && parent === '/'),
          desk,
        ),
      MainSections: () =>
        [...new Set(inBook.flatMap(({ section }) => (section === '' ? [] : [section])))].slice(0, 1),
      GetPage: () => methodOf(([path]) => findPageBy(toText(path), desk)),
      Param: () => methodOf(([name]) => findIn(params, toText(name))),
      ServerPort: () => 1313,
      BuildDrafts: () => false,
      LastChange: () =>
        viewMoment({ ms: Math.max(0, ...pages.map(({ lastmod }) => lastmod?.ms ?? 0)), offset: 0 }),
      Lastmod: () =>
        viewMoment({ ms: Math.max(0, ...pages.map(({ lastmod }) => lastmod?.ms ?? 0)), offset: 0 }),
      String: () => makeAbsolute(settings, '/'),
    },
    { refused, print: () => settings.title },
  );
}

function findIn(params: GoValue, name: string): GoValue {
  let value = params;
  for (const key of name.toLowerCase().split('.'))
    value = isGoMap(value) ? (value.entries.get(key) ?? null) : null;
  return value;
}
