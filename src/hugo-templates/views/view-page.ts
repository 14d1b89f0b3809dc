import { toText } from '../../go-templates/values/convert.js';
import { foreignText } from '../../go-templates/values/origin.js';
import { createStore } from '../../go-templates/values/store.js';
import { type GoMethod, type GoObject, type GoValue, isGoMap } from '../../go-templates/values/value.js';
import type { HugoPage } from '../../model/hugo-site.js';
import { addBasePath, makeAbsolute } from '../../url/site-address.js';
import { type Desk, toolsOf } from '../desk.js';
import { renderString } from '../functions/markdown-functions.js';
import { referTo } from '../functions/reference-functions.js';
import { toForeignValue } from '../to-value.js';
import { type MemberTable, methodOf, viewObject } from './member-table.js';
import { viewFileName } from './view-file-name.js';
import { pageBehind, pagesBehind, sortPages, viewPages } from './view-pages.js';
import { viewResources } from './view-resource.js';
import { viewDate } from './view-time.js';

/** A page of the site: Hugo's `Page`. What its front matter says is not the owner's of the templates. */
export function viewPageOf(page: HugoPage, desk: Desk): GoObject {
  const view: GoObject = viewObject(
    'Page',
    { ...fieldsOf(page, desk), ...relationsOf(page, desk, () => view), ...methodsOf(page, desk, () => view) },
    {
      print: () => `Page(${page.file ?? page.key})`,
      gather: (items) => viewPages(pagesBehind(items, desk), desk),
    },
  );
  return view;
}

function fieldsOf(page: HugoPage, desk: Desk): MemberTable {
  const { settings } = desk.site;
  const { date, lastmod, publishDate, expiryDate } = page;
  return {
    Title: () => foreignText(page.title),
    LinkTitle: () => foreignText(page.linkTitle),
    Description: () => foreignText(page.description),
    Params: () => viewParams(page),
    Slug: () => foreignText(page.slug),
    Layout: () => foreignText(page.layout),
    TranslationKey: () => foreignText(page.translationKey || page.key),
    Keywords: () => page.keywords.map((word) => foreignText(word)),
    Aliases: () => page.aliases.map((alias) => foreignText(alias)),
    Date: () => viewDate(date),
    Lastmod: () => viewDate(lastmod),
    PublishDate: () => viewDate(publishDate),
    ExpiryDate: () => viewDate(expiryDate),
    Weight: () => page.weight,
    Draft: () => page.draft,
    Kind: () => page.kind,
    Type: () => page.type,
    Section: () => page.section,
    Path: () => page.key,
    BundleType: () =>
      /(?:^|\/)_index\.[^/]+$/.test(page.source ?? '')
        ? 'branch'
        : /(?:^|\/)index\.[^/]+$/.test(page.source ?? '')
          ? 'leaf'
          : '',
    RelPermalink: () => addBasePath(settings, page.url),
    Permalink: () => makeAbsolute(settings, page.url),
    File: () => (page.source === null || page.file === null ? null : viewFileName(page.source, page.file)),
    Lang: () => settings.language,
    Language: () => readMember(desk.viewSite(), 'Language'),
    IsPage: () => page.kind === 'page',
    IsSection: () => page.kind === 'section',
    IsHome: () => page.kind === 'home',
    IsNode: () => page.kind !== 'page',
    IsBranch: () => page.kind !== 'page',
  };
}

/** Front matter as `Params` has it: its own keys and the known ones that it names. */
function viewParams(page: HugoPage): GoValue {
  const known: Readonly<Record<string, () => GoValue>> = {
    title: () => foreignText(page.title),
    linktitle: () => foreignText(page.linkTitle),
    description: () => foreignText(page.description),
    summary: () => foreignText(page.summary),
    slug: () => foreignText(page.slug),
    type: () => foreignText(page.type),
    layout: () => foreignText(page.layout),
    translationkey: () => foreignText(page.translationKey),
    weight: () => page.weight,
    date: () => viewDate(page.date),
    lastmod: () => viewDate(page.lastmod),
    publishdate: () => viewDate(page.publishDate),
    expirydate: () => viewDate(page.expiryDate),
    keywords: () => page.keywords.map((word) => foreignText(word)),
    aliases: () => page.aliases.map((alias) => foreignText(alias)),
  };
  const entries = new Map<string, GoValue>([
    ['draft', page.draft],
    ['iscjklanguage', false],
  ]);
  for (const key of page.keys) {
    const value = Object.hasOwn(known, key) ? known[key]?.() : undefined;
    if (value !== undefined) entries.set(key, value);
  }
  const own = toForeignValue(page.params);
  if (isGoMap(own)) for (const [key, value] of own.entries) entries.set(key, value);
  return { kind: 'map', entries, foldsCase: true };
}

function readMember(object: GoObject, name: string): GoValue | GoMethod {
  return object.member(name) ?? null;
}

function relationsOf(page: HugoPage, desk: Desk, self: () => GoObject): MemberTable {
  const view = (key: string | null) => (key === null ? null : desk.viewPage(key));
  const children = () => childrenOf(page, desk);
  const list = (pages: readonly HugoPage[]) => viewPages(pages, desk);
  const ancestors = () => listAncestors(page, desk);
  return {
    Parent: () => view(page.parent),
    CurrentSection: () => (page.kind === 'page' ? view(page.parent) : self()),
    FirstSection: () =>
      view(ancestors().findLast(({ kind }) => kind === 'section')?.key ?? null) ??
      (page.kind === 'page' ? view(page.parent) : self()),
    Ancestors: () => list(ancestors()),
    Pages: () => list(children()),
    RegularPages: () => list(children().filter(({ kind }) => kind === 'page')),
    RegularPagesRecursive: () =>
      list(sortPages(pagesBelow(page, desk).filter(({ kind }) => kind === 'page'))),
    Sections: () => list(children().filter(({ kind }) => kind === 'section')),
    Next: () => view(besideIn(desk.regularPages(), page, -1)),
    Prev: () => view(besideIn(desk.regularPages(), page, 1)),
    NextInSection: () => view(besideIn(siblingsOf(page, desk), page, -1)),
    PrevInSection: () => view(besideIn(siblingsOf(page, desk), page, 1)),
    Resources: () =>
      viewResources(
        desk.site.resources.filter(({ owner }) => owner === page.key),
        desk,
      ),
    IsAncestor: () => methodOf(([other]) => listAncestorsOfView(other, desk).includes(page)),
    IsDescendant: () => methodOf(([other]) => ancestors().some(({ key }) => desk.viewPage(key) === other)),
    InSection: () =>
      methodOf(([other]) => {
        const found = pageBehind(other, desk);
        return found !== undefined && sectionOf(found) === sectionOf(page);
      }),
    Eq: () => methodOf(([other]) => pageBehind(other, desk) === page),
  };
}

function pagesBelow(page: HugoPage, desk: Desk): readonly HugoPage[] {
  return childrenOf(page, desk).flatMap((child) => [child, ...pagesBelow(child, desk)]);
}

function childrenOf(page: HugoPage, { pages }: Desk): readonly HugoPage[] {
  return page.kind === 'page' ? [] : page.children.flatMap((key) => pages.get(key) ?? []);
}

/** The key of a page's `CurrentSection`. */
function sectionOf({ kind, key, parent }: HugoPage): string | null {
  return kind === 'page' ? parent : key;
}

/** The pages of its section. */
function siblingsOf({ parent }: HugoPage, desk: Desk): readonly HugoPage[] {
  const around = desk.pages.get(parent ?? '');
  return around === undefined ? [] : childrenOf(around, desk).filter(({ kind }) => kind === 'page');
}

/** The key of the page before (-1) or after (1) it in a list; null for none, and for a page that is not in it. */
function besideIn(list: readonly HugoPage[], page: HugoPage, step: number): string | null {
  const at = list.indexOf(page);
  return at < 0 ? null : (list[at + step]?.key ?? null);
}

/** The nearest first, home last. */
function listAncestors(page: HugoPage, { pages }: Desk): readonly HugoPage[] {
  const found: HugoPage[] = [];
  for (let above = pages.get(page.parent ?? ''); above !== undefined; above = pages.get(above.parent ?? ''))
    found.push(above);
  return found;
}

function listAncestorsOfView(view: GoValue | undefined, desk: Desk): readonly HugoPage[] {
  const page = pageBehind(view, desk);
  return page === undefined ? [] : listAncestors(page, desk);
}

function methodsOf(page: HugoPage, desk: Desk, self: () => GoObject): MemberTable {
  const isCurrent = () => desk.chapter?.page === page;
  return {
    Site: () => desk.viewSite(),
    Sites: () =>
      viewObject(
        'Sites',
        { First: () => desk.viewSite(), Default: () => desk.viewSite() },
        { items: [desk.viewSite()] },
      ),
    Store: () => (isCurrent() ? (desk.chapter?.store ?? null) : createStore()),
    Scratch: () => (isCurrent() ? (desk.chapter?.scratch ?? null) : createStore()),
    Param: () => methodOf(([name]) => paramOf(page, toText(name), desk)),
    GetPage: () => methodOf(([path]) => findPageBy(toText(path), desk)),
    Ref: () => methodOf(([options]) => referTo(options ?? null, true, desk)),
    RelRef: () => methodOf(([options]) => referTo(options ?? null, false, desk)),
    RenderString: () => methodOf((args) => renderString(args, desk)),
    Page: self,
    String: () => `Page(${page.file ?? page.key})`,
  };
}

/** A parameter of the page, or else of the site; `a.b` looks into groups. */
function paramOf(page: HugoPage, name: string, desk: Desk): GoValue {
  return findIn(viewParams(page), name) ?? findIn(readMember(desk.viewSite(), 'Params') as GoValue, name);
}

function findIn(params: GoValue, name: string): GoValue {
  let value = params;
  for (const key of name.toLowerCase().split('.'))
    value = isGoMap(value) ? (value.entries.get(key) ?? null) : null;
  return value;
}

/** The page that a path names: by Hugo's rules from the chapter at hand; null for none. */
export function findPageBy(path: string, desk: Desk): GoObject | null {
  if (path === '/' || path === '') return desk.viewPage('/');
  const url = toolsOf(desk).findPage(path);
  const page = url === null ? undefined : desk.byUrl.get(url);
  return desk.viewPage(page?.key ?? path.replace(/\/$/, '').replace(/\.md$/, ''));
}
