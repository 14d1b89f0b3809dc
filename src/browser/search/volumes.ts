import type { IndexRoot } from './index-root.js';
import type { Match } from './match-group.js';
import { listWords, type QueryGroup } from './parse-query.js';

/** A volume of a library, as the search knows it. */
interface SearchedVolume {
  /** Title and authors. */
  readonly label: string;
  readonly words: ReadonlySet<string>;
  /** Its sections: from `first`, that of its title page, up to, not including, `end`. */
  readonly first: number;
  readonly end: number;
}

/** The volumes of a library: who wrote what. */
export interface Volumes {
  /** Raises what a group says of the sections of each volume whose title or author it names. */
  readonly raise: (group: QueryGroup, match: Match) => Match;
  /** The title pages of the volumes that the whole query names, in reading order. */
  readonly findNamed: (groups: readonly QueryGroup[]) => readonly number[];
  /** Title and authors of the volume that holds a section; empty outside of volumes. */
  readonly labelOf: (section: number) => string;
}

/** As much as a word that stands some times in a section: a chapter of that name says more, one mention of it less. */
const NAMED = 8;
/** Cards above the results. */
const MOST_NAMED = 3;

export function openVolumes({ parts, sections }: IndexRoot): Volumes {
  const volumes = parts.flatMap(([label, first, volume], at): readonly SearchedVolume[] => {
    if (volume !== 1) return [];
    const words = new Set(listWords(label).map(({ term }) => term));
    return [{ label, words, first, end: parts[at + 1]?.[1] ?? sections }];
  });
  const isNamed = ({ words }: SearchedVolume, { terms, isOpen }: QueryGroup) =>
    terms.every((term) => words.has(term) || (isOpen && [...words].some((word) => word.startsWith(term))));
  return {
    raise: (group, match) => {
      const named = volumes.filter((volume) => isNamed(volume, group));
      if (named.length === 0) return match;
      const weights = match.weights.slice();
      for (const { first, end } of named) {
        for (let section = first; section < end; section += 1) {
          weights[section] = Math.max(weights[section] ?? 0, NAMED);
        }
      }
      return { ...match, weights, rarity: Math.max(match.rarity, 1) };
    },
    findNamed: (groups) => {
      if (groups.length === 0) return [];
      const named = volumes.filter((volume) => groups.every((group) => isNamed(volume, group)));
      return named.slice(0, MOST_NAMED).map(({ first }) => first);
    },
    labelOf: (section) => volumes.find(({ first, end }) => first <= section && section < end)?.label ?? '',
  };
}
