import { compileGlob } from '../../files/glob.js';
import type { BundleResource } from '../../model/book.js';
import type { ResourceList, ResourceView } from '../../model/resource-view.js';
import { compareText } from '../../text/compare.js';
import { addBasePath, makeAbsolute } from '../../url/site-address.js';
import { copyWithoutPrototype } from './copy-without-prototype.js';
import type { SiteContext } from './site-context.js';

/** Finds the files of a page's bundle by the page's key. */
export function createResourceViews({ book, config }: SiteContext): (key: string) => ResourceList {
  const owned = new Map<string | null, BundleResource[]>();
  for (const resource of book.resources) {
    const others = owned.get(resource.owner);
    if (others === undefined) owned.set(resource.owner, [resource]);
    else others.push(resource);
  }

  const view = ({ name, title, params, url }: BundleResource): ResourceView =>
    copyWithoutPrototype({
      name,
      title,
      params,
      url: addBasePath(config, url),
      permalink: makeAbsolute(config, url),
    });
  return (key) => {
    const named = (owned.get(key) ?? []).toSorted((one, two) => compareText(one.name, two.name));
    const views = named.map(view);
    return Object.assign(views, { match: (pattern: string) => matchNames(views, pattern) });
  };
}

function matchNames(views: readonly ResourceView[], pattern: string): readonly ResourceView[] {
  const matches = compileGlob(pattern);
  return matches === null ? [] : views.filter(({ name }) => matches(name));
}
