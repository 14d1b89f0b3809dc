import type { Dictionary } from './dictionary.js';
import { type FoundWord, findTerms, type Stem } from './find-terms.js';
import type { QueryGroup } from './parse-query.js';

/** A group of the query with what its words may stand for. */
export interface ResolvedGroup extends QueryGroup {
  /** For each of its terms. */
  readonly words: readonly FoundWord[];
  /** For its terms as one word; null where they are not tied. */
  readonly wholeWord: FoundWord | null;
}

/** Looks up all words of a query. */
export async function resolveQuery(
  groups: readonly QueryGroup[],
  dictionary: Dictionary,
  stem: Stem,
): Promise<readonly ResolvedGroup[]> {
  const words = groups.reduce((sum, { terms }) => sum + terms.length, 0);
  const look = (term: string, isExact: boolean, isOpen: boolean) => {
    // Rare forms of a common word are looked for where nothing else is asked.
    const isThorough = !isExact && words === 1;
    return findTerms({ term, isExact, isOpen, isThorough }, dictionary, stem);
  };
  return Promise.all(
    groups.map(async (group) => {
      const { terms, whole, isExact, isOpen } = group;
      const isPhrase = terms.length > 1;
      const [found, wholeWord] = await Promise.all([
        Promise.all(terms.map((term) => look(term, isExact || isPhrase, isOpen && !isPhrase))),
        whole === '' ? null : look(whole, false, isOpen),
      ]);
      return { ...group, words: found, wholeWord };
    }),
  );
}
