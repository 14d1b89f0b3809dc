import type { IndexRoot } from './index-root.js';
import type { Match } from './match.js';
import { listWords, type QueryGroup } from './parse-query.js';
import type { Weights } from './postings.js';

/** A stretch of the book with a name of its own: a work of a library, a part of a book, a section of either. */
interface Stretch {
  readonly name: string;
  /** Names of its authors, with commas, or the shelf that it stands on; empty for none. */
  readonly authors: string;
  readonly isOfShelf: boolean;
  readonly isVolume: boolean;
  /** Its sections: from `first`, that of its title page, up to, not including, `end`. */
  readonly first: number;
  readonly end: number;
}

/** Where a section stands; fields that say nothing are empty. */
export interface Whereabouts extends Pick<Stretch, 'name' | 'authors' | 'isVolume' | 'isOfShelf'> {
  /** The section that is its title page; -1 outside of all parts. */
  readonly first: number;
  /** The sections between the part and the page. */
  readonly division: string;
}

interface ChosenWorks {
  readonly has: (section: number) => boolean;
  /** Their title pages, in book order. */
  readonly firsts: readonly number[];
}

/** The works and parts of a book: who wrote what, and what stands where. */
export interface Works {
  readonly find: (section: number) => Whereabouts;
  /** Raises what the groups of a query say of the sections of each work that they name by title, author or section. */
  readonly raise: (groups: readonly QueryGroup[], matches: readonly Match[]) => readonly Match[];
  /** Whether a group stands beside its neighbour in the query in the name of a work too. */
  readonly isPartOfName: (groups: readonly QueryGroup[], at: number) => boolean;
  /** By section, where two groups that follow each other do so in its work's name, authors or section; null for nowhere. */
  readonly findTogether: (groups: readonly QueryGroup[], first: number) => Weights | null;
  /** The title pages of the works that the whole query names, those with no other words in their title first. */
  readonly findNamed: (groups: readonly QueryGroup[]) => readonly number[];
  /** The works and parts whose title holds all words of one text, and their authors all of another; words may go on. */
  readonly choose: (title: string, authors: string) => ChosenWorks;
  /** The names of the parts that are no volumes, in book order. */
  readonly parts: readonly string[];
}

/** Nearly as much as a word of the title: more than any mention of it in other works. */
const NAMED = 14;
/** Two words of the query that follow each other in the name too say as much as a title. */
const NAMED_TOGETHER = 16;
/** Cards above the results. */
const MOST_NAMED = 3;

export function openWorks({ parts, divisions, sections }: IndexRoot): Works {
  const list = (stretches: IndexRoot['parts']) =>
    stretches.map(([name, first, volume, authors = ''], at): Stretch => {
      return {
        name,
        authors,
        isVolume: volume !== undefined,
        isOfShelf: volume === 2,
        first,
        end: stretches[at + 1]?.[1] ?? sections,
      };
    });
  const works = list(parts);
  const inner = list(divisions);
  const volumes = works.filter(({ isVolume }) => isVolume);
  const named = [...volumes, ...inner.filter(({ name }) => name !== '')];
  const namesOf = remembered(({ name, authors }: Stretch) => listTerms(`${name} , ${authors}`));
  const raiseOne = (groups: readonly QueryGroup[], at: number, match: Match): Match => {
    let weights: Weights | null = null;
    for (const stretch of named) {
      const worth = weighName(namesOf(stretch), groups, at);
      if (worth === 0) continue;
      weights ??= match.weights.slice();
      for (let section = stretch.first; section < stretch.end; section += 1)
        weights[section] = Math.max(weights[section] ?? 0, worth);
    }
    return weights === null ? match : { ...match, weights, rarity: Math.max(match.rarity, 1) };
  };
  return {
    find: (section) => {
      const work = findStretch(works, section);
      const {
        name = '',
        authors = '',
        isVolume = false,
        isOfShelf = false,
        first = -1,
      } = work?.name === '' ? {} : (work ?? {});
      return { name, authors, isVolume, isOfShelf, first, division: findStretch(inner, section)?.name ?? '' };
    },
    raise: (groups, matches) => matches.map((match, at) => raiseOne(groups, at, match)),
    isPartOfName: (groups, at) =>
      volumes.some((stretch) => weighName(namesOf(stretch), groups, at) === NAMED_TOGETHER),
    findTogether: (groups, first) => {
      let weights: Weights | null = null;
      for (const stretch of named) {
        const isHere = [first, first + 1].every(
          (at) => weighName(namesOf(stretch), groups.slice(first, first + 2), at - first) === NAMED_TOGETHER,
        );
        if (!isHere) continue;
        weights ??= new Float64Array(sections);
        weights.fill(1, stretch.first, stretch.end);
      }
      return weights;
    },
    findNamed: (groups) => {
      if (groups.length === 0) return [];
      const found = volumes.filter((volume) =>
        groups.every((_, at) => weighName(namesOf(volume), groups, at) > 0),
      );
      const lengthOf = ({ name }: Stretch) => listTerms(name).length;
      const nearest = found.toSorted((a, b) => lengthOf(a) - lengthOf(b) || a.first - b.first);
      return nearest.slice(0, MOST_NAMED).map(({ first }) => first);
    },
    choose: (title, authors) => {
      const [inTitle, inAuthors] = [listTerms(title), listTerms(authors)];
      const holds = (text: string, wanted: readonly string[]) => {
        const terms = listTerms(text);
        return wanted.every((word) => terms.some((term) => term.startsWith(word)));
      };
      const wanted = works.filter(
        ({ name, authors: all }) => name !== '' && holds(name, inTitle) && holds(all, inAuthors),
      );
      return {
        has: (section) => findStretch(wanted, section) !== undefined,
        firsts: wanted.map(({ first }) => first),
      };
    },
    parts: [...new Set(works.flatMap(({ name, isVolume }) => (isVolume || name === '' ? [] : [name])))],
  };
}

/** How much a name says of the group at a place of the query: nothing if it does not hold all of the group's words. */
function weighName(name: readonly string[], groups: readonly QueryGroup[], at: number): number {
  const group = groups[at];
  if (group === undefined || group.near !== null) return 0;
  const { terms, isOpen } = group;
  const [first = ''] = terms;
  const starts = name.flatMap((term, place) =>
    term === first || (isOpen && terms.length === 1 && term.startsWith(first)) ? [place] : [],
  );
  const here = starts.filter((start) =>
    terms.every((term, offset) => offset === 0 || name[start + offset] === term),
  );
  if (here.length === 0) return 0;
  const isBeside = (other: QueryGroup | undefined, step: number) =>
    other !== undefined && here.some((start) => name[start + step] === other.terms.at(step > 0 ? 0 : -1));
  const together = isBeside(groups[at - 1], -1) || isBeside(groups[at + 1], terms.length);
  return together ? NAMED_TOGETHER : NAMED;
}

function listTerms(text: string): readonly string[] {
  return listWords(text).flatMap(({ term, tie }) => (tie === 'whole' ? [] : [term]));
}

function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}

/** The stretch that holds a section, of those in order; undefined for none. */
function findStretch(stretches: readonly Stretch[], section: number): Stretch | undefined {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.first ?? 0) <= section) low = middle + 1;
    else high = middle;
  }
  const found = stretches[low - 1];
  return found !== undefined && section < found.end ? found : undefined;
}
