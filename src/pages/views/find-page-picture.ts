import { isMap } from '../../formats/plain.js';
import type { BundleResource, Page } from '../../model/book.js';
import type { PagePicture } from '../../model/page-view.js';
import { addBasePath, makeAbsolute } from '../../url/site-address.js';
import type { SiteContext } from './site-context.js';

/** Keys that name a picture of the page, the first that names one before the others. */
const pictureKeys = ['image', 'images', 'cover', 'featured_image', 'featuredimage', 'thumbnail'];
const pictureName = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;
/** What the themes of Hugo look for among the files of a bundle. */
const featuredName = /feature|cover|thumbnail/i;

/** Finds the pictures that front matter names. */
export interface FindPagePicture {
  /** `image` or one of its other names. */
  readonly image: (page: Page) => PagePicture | null;
  /** The same, else a picture of the page's bundle whose name says that it stands for the page: `cover.jpg`, `featured.png`. */
  readonly cover: (page: Page) => PagePicture | null;
  /** `icon`, where it is a picture and no name of a sign. */
  readonly icon: (page: Page) => PagePicture | null;
  /** The site's: that of `params`, else that of home. */
  readonly site: () => PagePicture | null;
}

/**
 * The pictures of pages: an address from the root of the site, a whole one, or the name of a file of the page's bundle.
 * A file that the book does not have is none; a picture of another host has no size, and is for machines alone.
 */
export function createPagePictures({ book, config, sizeOf }: SiteContext): FindPagePicture {
  let owned: ReadonlyMap<string | null, readonly BundleResource[]> | undefined;
  const resourcesOf = (page: Page) => {
    owned ??= groupByOwner(book.resources);
    return owned.get(page.key) ?? [];
  };
  const find = (page: Page, written: string): PagePicture | null => {
    if (/^https?:/i.test(written)) return { url: '', permalink: written, width: null, height: null };
    const url = findUrl(page, written);
    return url === null ? null : show(url);
  };
  const show = (url: string): PagePicture | null => {
    const size = sizeOf(url);
    if (size === undefined) return null;
    const { width = null, height = null } = size ?? {};
    return { url: addBasePath(config, url), permalink: makeAbsolute(config, url), width, height };
  };
  const findUrl = (page: Page, written: string): string | null => {
    if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(written)) return null;
    if (written.startsWith('/')) return encodeURI(decode(written));
    const path = written.replace(/^\.\//, '');
    const own = resourcesOf(page).find(({ name, url }) => name === path || url.endsWith(`/${path}`));
    return own?.url ?? encodeURI(`/${decode(path)}`);
  };
  const home = book.pages['/'];
  const first = (page: Page, params: Readonly<Record<string, unknown>>): PagePicture | null => {
    for (const key of pictureKeys) {
      const written = readAddress(params[key]);
      const found = written === null ? null : find(page, written);
      if (found !== null) return found;
    }
    return null;
  };
  const image = (page: Page) => first(page, page.head.params);
  return {
    image,
    cover: (page) => {
      const isFeatured = ({ name }: BundleResource) => pictureName.test(name) && featuredName.test(name);
      const featured = resourcesOf(page).find(isFeatured);
      return image(page) ?? (featured === undefined ? null : show(featured.url));
    },
    site: () => (home === undefined ? null : (first(home, config.params) ?? first(home, home.head.params))),
    icon: (page) => {
      const written = readAddress(page.head.params['icon']);
      return written === null || !pictureName.test(written) ? null : find(page, written);
    },
  };
}

function groupByOwner(
  resources: readonly BundleResource[],
): ReadonlyMap<string | null, readonly BundleResource[]> {
  const groups = new Map<string | null, BundleResource[]>();
  for (const resource of resources) {
    const group = groups.get(resource.owner);
    if (group === undefined) groups.set(resource.owner, [resource]);
    else group.push(resource);
  }
  return groups;
}

function readAddress(value: unknown): string | null {
  if (Array.isArray(value)) return readAddress(value[0]);
  if (isMap(value)) return readAddress(value['image'] ?? value['src'] ?? value['url']);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function decode(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
