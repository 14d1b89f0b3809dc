import type { Config } from '../../model/config.js';
import { replaceTags } from '../../text/replace-tags.js';

/** Rewrites the addresses in a page's HTML; `path` is where the page is written, as in `OutputFile`. */
export type RewriteLinks = (path: string, html: string) => string;

/** Attributes that hold an address, in a tag: quoted, as templates and the renderer write them. */
const ADDRESS = /(\s(?:href|src|poster|action|data-home|data-search)=")(\/(?!\/)[^"]*)(?=")/g;
/** The same without those for scripts, which a page may ask of its own host only. */
const LINKED = /(\s(?:href|src|poster|action)=")(\/(?!\/)[^"]*)(?=")/g;

/** Several addresses in one attribute, with commas between them. */
const CANDIDATES = /\ssrcset="[^"]*"/g;

/**
 * With `canonifyURLs`, every address inside the site becomes whole, if it is known where the site lives.
 * With `relativeURLs`, which counts more (as in Hugo), every address inside the site becomes relative to its page, and one that ends in a slash names
 * the file that a server would give, so that the book is read from a disk as well. Without it pages stay as they are.
 */
export function createLinkRewriter({ relativeUrls, wholeUrls, baseUrl, basePath }: Config): RewriteLinks {
  if (relativeUrls) {
    return (path, html) => {
      const up = '../'.repeat(path.split('/').length - 1);
      return rewrite(html, ADDRESS, basePath, (address) => makeRelative(up, address));
    };
  }
  if (wholeUrls && baseUrl !== '')
    return (_, html) => rewrite(html, LINKED, basePath, (address) => baseUrl + address);
  return (_, html) => html;
}

/** Puts what `change` makes of it in the place of each address inside the site, which it is given from the site's root. */
function rewrite(
  html: string,
  attributes: RegExp,
  basePath: string,
  change: (address: string) => string,
): string {
  const settle = (all: string, before: string, address: string) =>
    address.startsWith(basePath) ? before + change(address.slice(basePath.length)) : all;
  return replaceTags(html, (tag) =>
    tag
      .replace(attributes, settle)
      .replace(CANDIDATES, (all) => all.replace(/(srcset="|,\s+|,(?=\/))(\/(?!\/)[^\s",]*)/g, settle)),
  );
}

function makeRelative(up: string, address: string): string {
  const [, path = '', rest = ''] = /^([^?#]*)([\s\S]*)/.exec(address) ?? [];
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  return (up || './') + file + rest;
}
