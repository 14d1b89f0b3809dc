import { logicalFolder } from '../content/logical-path.js';
import { diagnose } from '../diagnostics/catalogue.js';
import type { Page } from '../model/book.js';
import type { Config } from '../model/config.js';
import type { Diagnostic, SourceSpan } from '../model/diagnostic.js';
import type { MenuEntry, MenuKeys } from '../model/menu.js';
import { compareText } from '../text/compare.js';
import { lowerCase } from '../url/slug.js';

/** An entry before it has its place among the others. */
interface Loose extends Omit<MenuEntry, 'children'> {
  readonly parent: string;
  /** Of the chapter that asks for it. */
  readonly place: SourceSpan | null;
  readonly children: Loose[];
}

/**
 * Makes the menus of a book from their three sources (content rule 11): entries of the configuration, entries that
 * listed chapters ask for, and, with `sectionPagesMenu`, one for each top-level section that has no entry of its name. Each list
 * is sorted by weight with 0 last, name (capitals decide last) and identifier. For an unknown parent an entry is made up and
 * `content/unknown-menu-parent` reported.
 */
export function makeMenus(
  pages: readonly Page[],
  config: Config,
  diagnostics: Diagnostic[],
): Readonly<Record<string, readonly MenuEntry[]>> {
  const menus = new Map<string, Loose[]>();
  const add = (menu: string, entry: Loose) => {
    const entries = menus.get(menu);
    if (entries === undefined) menus.set(menu, [entry]);
    else entries.push(entry);
  };
  const byKey = new Map(pages.map((page) => [page.key, page]));
  for (const [menu, entries] of Object.entries(config.menus)) {
    for (const keys of entries) {
      const page = byKey.get(`/${logicalFolder((keys.pageRef ?? '').replace(/^\/|\/$/g, ''))}`);
      add(menu, makeEntry(keys, keys.pageRef === undefined ? undefined : page, null));
    }
  }
  for (const page of pages) {
    const { frontMatter, places } = page.head;
    if (!isShown(page)) continue;
    const place = places['menus'] ?? places['menu'] ?? null;
    for (const [menu, keys] of Object.entries(frontMatter.menus ?? {}))
      add(menu, makeEntry({ name: page.linkTitle, weight: page.weight, ...keys }, page, place));
  }
  addSections(pages, config.sectionPagesMenu, menus, add);
  const names = [...menus.keys()].sort(compareText);
  return Object.fromEntries(
    names.map((menu) => [menu, nestEntries(menu, menus.get(menu) ?? [], diagnostics)]),
  );
}

function makeEntry(keys: MenuKeys, page: Page | undefined, place: SourceSpan | null): Loose {
  return {
    identifier: keys.identifier ?? '',
    name: keys.name ?? page?.linkTitle ?? '',
    title: keys.title ?? page?.title ?? '',
    url: page?.url ?? keys.url ?? '',
    page: page?.key ?? null,
    weight: keys.weight || page?.weight || 0,
    pre: keys.pre ?? '',
    post: keys.post ?? '',
    params: keys.params,
    parent: keys.parent ?? '',
    place,
    children: [],
  };
}

function addSections(
  pages: readonly Page[],
  menu: string,
  menus: ReadonlyMap<string, readonly Loose[]>,
  add: (menu: string, entry: Loose) => void,
): void {
  if (menu === '') return;
  const taken = new Set((menus.get(menu) ?? []).map(idOf));
  for (const page of pages) {
    const name = page.key.slice(1);
    if (page.kind !== 'section' || name.includes('/') || taken.has(name) || !isShown(page)) continue;
    add(menu, makeEntry({ identifier: name, weight: page.weight, params: {} }, page, null));
  }
}

/** Pages that not every list shows ask for no entry. */
function isShown({ head }: Page): boolean {
  return (head.frontMatter.build?.list ?? 'always') === 'always';
}

function idOf({ identifier, name }: Loose): string {
  return identifier || name;
}

function nestEntries(
  menu: string,
  entries: readonly Loose[],
  diagnostics: Diagnostic[],
): readonly MenuEntry[] {
  const known = new Map(entries.toReversed().map((entry) => [idOf(entry), entry]));
  const roots: Loose[] = [];
  for (const entry of entries) {
    const { parent, place } = entry;
    if (parent === '' || isAbove(entry, parent, known)) {
      roots.push(entry);
      continue;
    }
    const above = known.get(parent) ?? makeEntry({ name: parent, params: {} }, undefined, null);
    if (!known.has(parent)) {
      known.set(parent, above);
      roots.push(above);
      diagnostics.push(
        diagnose('content/unknown-menu-parent', { menu, parent, entry: entry.name }, place ?? undefined),
      );
    }
    above.children.push(entry);
  }
  return sortEntries(roots);
}

/** True when an entry would be its own parent, at whatever distance. */
function isAbove(entry: Loose, parent: string, known: ReadonlyMap<string, Loose>): boolean {
  const passed = new Set<Loose>();
  for (
    let above = known.get(parent);
    above !== undefined && !passed.has(above);
    above = known.get(above.parent)
  ) {
    if (above === entry) return true;
    passed.add(above);
  }
  return false;
}

function sortEntries(entries: readonly Loose[]): readonly MenuEntry[] {
  const sorted = entries.toSorted(
    (one, two) =>
      (one.weight || Number.POSITIVE_INFINITY) - (two.weight || Number.POSITIVE_INFINITY) ||
      compareText(lowerCase(one.name), lowerCase(two.name)) ||
      compareText(one.name, two.name) ||
      compareText(one.identifier, two.identifier),
  );
  return sorted.map(({ parent: _, place: __, children, ...entry }) => ({
    ...entry,
    children: sortEntries(children),
  }));
}
