import type { MenuEntry } from '../../model/menu.js';
import type { PageView } from '../../model/page-view.js';
import type { MenuEntryView } from '../../model/site-view.js';
import { addBasePath } from '../../url/site-address.js';
import { copyWithoutPrototype } from './copy-without-prototype.js';
import type { SiteContext } from './site-context.js';

/** The menus of a site as templates see them, by name. */
export function createMenuViews(
  { book, config }: Pick<SiteContext, 'book' | 'config'>,
  find: (key: string | null) => PageView | undefined,
): Readonly<Record<string, readonly MenuEntryView[]>> {
  const byUrl = new Map(Object.values(book.pages).map((page) => [page.url, page.key]));
  const view = (entry: MenuEntry): MenuEntryView => {
    const children = entry.children.map(view);
    const url = rootAddress(entry.url, config.place.folder);
    const key = entry.page ?? byUrl.get(url.replace(/\/?$/, '/')) ?? null;
    const isCurrent = (page: PageView) => key !== null && page.path === key;
    return {
      ...copyWithoutPrototype({ ...entry, children: [] }),
      url: addBasePath(config, url),
      page: find(key) ?? null,
      children,
      isCurrent,
      holds: (page) => children.some((child) => child.isCurrent(page) || child.holds(page)),
    };
  };
  const menus: Record<string, readonly MenuEntryView[]> = Object.create(null);
  for (const [name, entries] of Object.entries(book.menus)) menus[name] = entries.map(view);
  return menus;
}

/** Hugo's themes take an address without a scheme or a slash from the root of the language's site (`relLangURL`). */
function rootAddress(url: string, folder: string): string {
  return url === '' || /^(?:[a-z][a-z0-9+.-]*:|[/#?])/i.test(url) ? url : `/${folder}${url}`;
}
