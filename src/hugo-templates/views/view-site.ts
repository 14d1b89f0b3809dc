import { findParam } from '../../formats/find-param.js';
import { toText } from '../../go-templates/values/convert.js';
import { type GoObject, type GoValue, isGoMap } from '../../go-templates/values/value.js';
import type { HugoPage } from '../../model/hugo-site.js';
import { makeAbsolute } from '../../url/site-address.js';
import type { Desk } from '../desk.js';
import { toGoValue } from '../to-value.js';
import { methodOf, viewObject } from './member-table.js';
import { findPageBy } from './view-page.js';
import { sortPages, viewPages } from './view-pages.js';
import { viewMoment } from './view-time.js';

/** The site: Hugo's `Site`. Its configuration is the owner's. */
export function viewHugoSite(desk: Desk): GoObject {
  const { settings, data, pages } = desk.site;
  const listed = sortPages(pages.filter(({ list }) => list === 'always'));
  const ofKind = (...kinds: readonly HugoPage['kind'][]) =>
    viewPages(
      listed.filter(({ kind }) => kinds.includes(kind)),
      desk,
    );
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
    { print: () => settings.language },
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
      Pages: () => ofKind('home', 'section', 'page', 'taxonomy', 'term'),
      RegularPages: () => viewPages(desk.regularPages(), desk),
      Sections: () =>
        viewPages(
          listed.filter(({ kind, parent }) => kind === 'section' && parent === '/'),
          desk,
        ),
      MainSections: () => listMainSections(settings.params, pages),
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
    { print: () => settings.title },
  );
}

/** As configured, or the section that holds most pages. */
function listMainSections(params: Desk['site']['settings']['params'], pages: readonly HugoPage[]): GoValue {
  const asked = findParam(params, 'mainsections');
  if (asked !== undefined) return toGoValue([asked].flat());
  const counts = new Map<string, number>();
  for (const { kind, section } of pages)
    if (kind === 'page' && section !== '') counts.set(section, (counts.get(section) ?? 0) + 1);
  const [first] = [...counts].sort(([, left], [, right]) => right - left);
  return first === undefined ? [] : [first[0]];
}

function findIn(params: GoValue, name: string): GoValue {
  let value = params;
  for (const key of name.toLowerCase().split('.'))
    value = isGoMap(value) ? (value.entries.get(key) ?? null) : null;
  return value;
}
