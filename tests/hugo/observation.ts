import { isDeepStrictEqual } from 'node:util';

/** What is compared of a page. */
export interface ObservedPage {
  readonly kind: string;
  /** Empty for a page without an address. */
  readonly url: string;
  /** Where it is written, relative to the output folder; empty if it is not. */
  readonly file: string;
  readonly title: string;
  readonly linkTitle: string;
  readonly weight: number;
  readonly date: string | null;
  readonly lastmod: string | null;
  readonly draft: boolean;
  readonly section: string;
  /** Names of the pages that its list shows, in order. */
  readonly children: readonly string[];
  /** Names of the neighbours in reading order. */
  readonly previous: string | null;
  readonly next: string | null;
  /** Ids of the headings, sorted. */
  readonly headings: readonly string[];
  /** The text without markup and white space. */
  readonly text: string;
  /** Words of the text, and whole minutes to read it in. */
  readonly words: number;
  readonly minutes: number;
  /** The summary as `text`. */
  readonly summary: string;
  /** The files of its bundle, by name. */
  readonly resources: readonly { readonly name: string; readonly title: string; readonly params: object }[];
  /** The keys of the front matter that are the author's own. */
  readonly params: Readonly<Record<string, unknown>>;
  /** In a book in several languages: the addresses of its translations, sorted. */
  readonly translations?: readonly string[];
}

/** What is compared of an entry of a menu. */
export interface ObservedEntry {
  readonly name: string;
  readonly identifier: string;
  readonly url: string;
  readonly title: string;
  readonly weight: number;
  readonly pre: string;
  readonly post: string;
  readonly params: object;
  /** Name of the page, or empty. */
  readonly page: string;
  readonly children: readonly ObservedEntry[];
}

/**
 * What is compared of a book. Pages are named by their file under `content/`, or by their logical path; in a book in
 * several languages they and the menus are named behind the key of their language: `fr:a.fr.md`.
 */
export interface Observation {
  /** True when the book cannot be built; nothing else is known of it then. */
  readonly fails: boolean;
  readonly pages: Readonly<Record<string, ObservedPage>>;
  /** Names in reading order, language after language by their keys. */
  readonly order: readonly string[];
  /** Address that each redirect leads to, by the redirect's file. */
  readonly redirects: Readonly<Record<string, string>>;
  /** The entries of each menu. */
  readonly menus: Readonly<Record<string, readonly ObservedEntry[]>>;
  readonly unpublished: readonly string[];
  /** Published files that are no pages. */
  readonly files: readonly string[];
}

/** A fact that the two programs see differently. */
export interface Difference {
  /** `part/a.md title`, `order`. */
  readonly fact: string;
  readonly hugo: unknown;
  readonly octavo: unknown;
}

export const failure: Observation = {
  fails: true,
  pages: {},
  order: [],
  redirects: {},
  menus: {},
  unpublished: [],
  files: [],
};

/** The facts that differ, in order of the facts. A page that one of the two has not is null there. */
export function findDifferences(hugo: Observation, octavo: Observation): readonly Difference[] {
  const expected = listFacts(hugo, octavo);
  const actual = listFacts(octavo, hugo);
  const facts = [...new Set([...Object.keys(expected), ...Object.keys(actual)])].sort();
  return facts
    .map((fact) => ({ fact, hugo: expected[fact] ?? null, octavo: actual[fact] ?? null }))
    .filter((difference) => !isDeepStrictEqual(difference.hugo, difference.octavo));
}

/** Facts by name; of a page that the other has not, its address is the only one. */
function listFacts({ pages, ...book }: Observation, other: Observation): Readonly<Record<string, unknown>> {
  const facts: Record<string, unknown> = { ...book };
  for (const [name, page] of Object.entries(pages)) {
    if (other.pages[name] === undefined) facts[name] = page.url;
    else for (const [key, value] of Object.entries(page)) facts[`${name} ${key}`] = value;
  }
  return facts;
}
