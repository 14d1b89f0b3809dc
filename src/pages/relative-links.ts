import type { Config } from '../model/config.js';
import { replaceTags } from '../text/replace-tags.js';

/** Rewrites the addresses in a page's HTML; `path` is where the page is written, as in `OutputFile`. */
export type RewriteLinks = (path: string, html: string) => string;

/** Attributes that hold an address, in a tag: quoted, as templates and the renderer write them. */
const ADDRESS = /(\s(?:href|src|poster|action|data-home|data-search)=")(\/(?!\/)[^"]*)(?=")/g;

/**
 * With `relativeURLs`, every address inside the site becomes relative to its page, and one that ends in a slash names
 * the file that a server would give, so that the book is read from a disk as well. Without it pages stay as they are.
 */
export function createLinkRewriter({ relativeUrls, basePath }: Config): RewriteLinks {
  if (!relativeUrls) return (_, html) => html;
  return (path, html) => {
    const up = '../'.repeat(path.split('/').length - 1);
    return replaceTags(html, (tag) =>
      tag.replace(ADDRESS, (all, before: string, address: string) =>
        address.startsWith(basePath) ? before + makeRelative(up, address.slice(basePath.length)) : all,
      ),
    );
  };
}

function makeRelative(up: string, address: string): string {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/.exec(address) ?? [];
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  return (up || './') + file + rest;
}
