import type { PageAuthor } from '../model/page-view.js';

/** The keys of front matter that name authors, in the order in which they are asked; the first that names any decides. */
const keys = ['author', 'authors', 'writer', 'contributors'];

/**
 * Reads the authors of a page from its own front matter keys, lower-cased: each may be a name, a group with `name` and `url`,
 * or a list of these. What is none of them is passed over.
 */
export function readAuthors(params: Readonly<Record<string, unknown>>): readonly PageAuthor[] {
  for (const key of keys) {
    const value = params[key];
    const authors = (Array.isArray(value) ? value : [value]).flatMap(readAuthor);
    if (authors.length > 0) return authors;
  }
  return [];
}

function readAuthor(value: unknown): readonly PageAuthor[] {
  const { name, url } =
    typeof value === 'object' && value !== null ? readGroup(value) : { name: value, url: '' };
  if (typeof name !== 'string' || name.trim() === '') return [];
  return [{ name: name.trim(), url: typeof url === 'string' ? url.trim() : '' }];
}

function readGroup(value: object): { readonly name?: unknown; readonly url?: unknown } {
  return value;
}
