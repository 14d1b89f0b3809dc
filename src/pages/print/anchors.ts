import type { Page } from '../../model/book.js';
import type { Config } from '../../model/config.js';
import { escapeFor } from '../../text/escape.js';
import { replaceTags } from '../../text/replace-tags.js';
import { addBasePath } from '../../url/site-address.js';

/**
 * Ids in one document that holds a whole book. A page's own id is its key (`/part-ii/14f`), an id of its text stands
 * behind two slashes, which no key has: `/part-ii/14f//links`. So no two are the same, whatever chapters call them.
 */
export const ID_SEPARATOR = '//';

const ID = /(\s(?:id|for|headers|aria-labelledby|aria-describedby)=")([^"]*)(?=")/g;
const FRAGMENT = /(\shref="#)([^"]*)(?=")/g;

/** Puts a page's key before the ids of its text, and before what leads to them from the text itself. */
export function anchorIds(key: string, html: string): string {
  const before = escapeFor('attribute', key) + ID_SEPARATOR;
  const place = escapeFor('attribute', encodeKey(key));
  return replaceTags(html, (tag) =>
    tag
      .replace(ID, (_, start: string, ids: string) => start + ids.replace(/[^\s]+/g, (id) => before + id))
      .replace(FRAGMENT, (_, start: string, id: string) => start + place + (id && ID_SEPARATOR + id)),
  );
}

const ANCHOR = /^<a\s/i;
const ADDRESS = /(\shref=")(\/(?!\/)[^"#]*)(?:#([^"]*))?(?=")/;

/** Makes links to the given pages lead to their places in the document; `html` is any part of it. */
export function createAnchorLinks(pages: readonly Page[], config: Config): (html: string) => string {
  const places = new Map<string, string>(
    pages.map(({ key, url }) => [escapeFor('attribute', addBasePath(config, url)), encodeKey(key)]),
  );
  return (html) =>
    replaceTags(html, (tag) =>
      ANCHOR.test(tag)
        ? tag.replace(ADDRESS, (all, start: string, address: string, id = '') => {
            const place = places.get(address);
            return place === undefined ? all : `${start}#${place}${id && ID_SEPARATOR + id}`;
          })
        : tag,
    );
}

/** A key as it stands in the fragment of an address. */
export function encodeKey(key: string): string {
  return key.split('/').map(encodeURIComponent).join('/');
}
