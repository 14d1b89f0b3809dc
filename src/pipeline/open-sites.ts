import type { Family } from '../model/family.js';
import { divideInputs } from './divide-inputs.js';
import { openBook } from './open-book.js';
import type { OpenBook, OpenSite } from './open-site.js';
import type { Inputs } from './read-inputs.js';

/** Opens the book of a site; `main` is the main language's site, absent for that itself. */
export type OpenOne = (inputs: Inputs, main?: Omit<OpenSite, 'family'>) => OpenBook;

/** The sites of a book, the main language's first. */
export type Sites = readonly [OpenSite, ...OpenSite[]];

/** Opens the books of all sites, the main language's first. A book in one language is one site without a family. */
export function openSites(inputs: Inputs, open: OpenOne = openBook): Sites {
  const [first, ...rest] = divideInputs(inputs);
  const main = { inputs: first, opened: open(first) };
  const others = rest.map((own) => ({ inputs: own, opened: open(own, main) }));
  const family = others.length === 0 ? [] : gatherFamily([main, ...others]);
  return [{ ...main, family }, ...others.map((site) => ({ ...site, family }))];
}

function gatherFamily(sites: readonly Omit<OpenSite, 'family'>[]): Family {
  return sites
    .map(({ inputs: { config }, opened: { book, chapters } }) => ({ config, book, chapters }))
    .sort((one, two) => one.config.place.rank - two.config.place.rank);
}
