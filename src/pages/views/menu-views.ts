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
  const view = (entry: MenuEntry): MenuEntryView => {
    const children = entry.children.map(view);
    const isCurrent = (page: PageView) => entry.page !== null && page.path === entry.page;
    return {
      ...copyWithoutPrototype({ ...entry, children: [] }),
      url: addBasePath(config, entry.url),
      page: find(entry.page) ?? null,
      children,
      isCurrent,
      holds: (page) => children.some((child) => child.isCurrent(page) || child.holds(page)),
    };
  };
  const menus: Record<string, readonly MenuEntryView[]> = Object.create(null);
  for (const [name, entries] of Object.entries(book.menus)) menus[name] = entries.map(view);
  return menus;
}
