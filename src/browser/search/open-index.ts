import { chooseRecords } from './choose-records.js';
import { openDates } from './dates.js';
import { type Dictionary, openDictionary } from './dictionary.js';
import type { Stem } from './find-terms.js';
import type { IndexRoot, LoadFiles } from './index-root.js';
import type { Match } from './match.js';
import { matchGroup } from './match-group.js';
import { type Names, openNames } from './names.js';
import { parseQuery, type QueryGroup } from './parse-query.js';
import { raiseWeights } from './postings.js';
import { findHolding, type Neighbours, rankSections } from './rank-sections.js';
import { type ResolvedGroup, resolveQuery } from './resolve-query.js';
import { openWorks, type Whereabouts, type Works } from './works.js';

/** Where to look: in a work, in all works of an author, or everywhere. */
export type SearchScope = 'book' | 'author' | 'all';

/** How to look. */
export interface SearchOptions {
  /** The name of a part; empty for the whole book. */
  readonly part: string;
  readonly order: 'relevance' | 'book' | 'date';
  readonly scope: SearchScope;
  /** The work in which the reader is: title and authors, with ` · ` between them; empty outside of works. */
  readonly here: string;
}

/** The best first, from the whole book. */
export const wholeBook: SearchOptions = { part: '', order: 'relevance', scope: 'all', here: '' };

/** What was found. */
export interface Found {
  /** Numbers of sections, in the order that was asked for. */
  readonly sections: readonly number[];
  /** How many there are in each scope. */
  readonly counts: Readonly<Record<SearchScope, number>>;
  /** Whether a quoted phrase could not be checked word by word: what is found holds its words, perhaps apart. */
  readonly isUnchecked: boolean;
  /** Words that the book does not have as they were typed, and what was looked for instead. */
  readonly forms: readonly WordForms[];
  /** Whether the query has words at all. */
  readonly isEmpty: boolean;
}

/** A word that is not in the book, and the words of the book that stand for it. */
interface WordForms {
  readonly word: string;
  readonly forms: readonly string[];
}

/** The index of a book, of which no more is loaded than a query needs. */
export interface SearchIndex {
  readonly search: (query: string, options: SearchOptions) => Promise<Found>;
  readonly names: Names;
  /** Work, authors and section of a place. */
  readonly whereIs: (section: number) => Whereabouts;
  /** The names of the parts, in book order. */
  readonly parts: readonly string[];
  readonly hasDates: boolean;
}

/**
 * Opens an index of the version that is known here. A search:
 *
 * 1. takes the query apart (`parse-query.ts`), and finds what its words may stand for (`resolve-query.ts`);
 * 2. chooses what to load of what is known of them (`choose-records.ts`);
 * 3. finds the sections for each word or phrase (`match-group.ts`), those of the works and authors that it names
 *    (`works.ts`) among them, and ranks them (`rank-sections.ts`);
 * 4. puts the title pages of the works first that the whole query names.
 */
export function openIndex(root: IndexRoot, load: LoadFiles, stem: Stem): SearchIndex {
  const dictionary = openDictionary(root, load);
  const works = openWorks(root);
  const dates = openDates(root, load);
  const search = async (query: string, options: SearchOptions): Promise<Found> => {
    const { groups: parsed, work, authors } = parseQuery(query);
    const groups = await resolveQuery(parsed, dictionary, stem);
    const chosenRecords = chooseRecords(groups, (at) => works.isPartOfName(parsed, at));
    const matching = { ...dictionary, chosen: chosenRecords, sections: root.sections };
    const matched = await Promise.all(groups.map((group) => matchGroup(group, matching)));
    const matches = works.raise(parsed, matched);
    const chosen = works.choose(work, authors);
    const isFielded = work + authors !== '';
    const inPart = works.choose(options.part, '');
    const isAsked = (section: number) =>
      (!isFielded || chosen.has(section)) && (options.part === '' || inPart.has(section));
    const scopes = listScopes(options.here, works.find);
    const count = (scope: SearchScope) =>
      findHolding(matches, (section) => isAsked(section) && scopes[scope](section)).sections.length;
    const isWanted = (section: number) => isAsked(section) && scopes[options.scope](section);
    const ranked = rankSections(matches, await findNeighbours(parsed, matches, dictionary, works), isWanted);
    // Works alone, without words, are answered with their title pages.
    const cards = isFielded && parsed.length === 0 ? chosen.firsts : works.findNamed(parsed);
    const named = new Set(cards.filter(isWanted));
    const best = [...named, ...ranked.filter((section) => !named.has(section))];
    return {
      sections: options.order === 'relevance' ? best : await dates.sort(ranked, options.order),
      counts: { book: count('book'), author: count('author'), all: count('all') },
      isUnchecked: matched.some(({ isUnchecked }, at) => isUnchecked && groups[at]?.isExact === true),
      forms: groups.flatMap(listForms),
      isEmpty: groups.length === 0 && !isFielded,
    };
  };
  return {
    search,
    names: openNames(root, load),
    whereIs: works.find,
    parts: works.parts,
    hasDates: dates.areThere,
  };
}

function listScopes(
  here: string,
  find: (section: number) => Whereabouts,
): Readonly<Record<SearchScope, (section: number) => boolean>> {
  const nameOf = ({ name, authors, isOfShelf }: Whereabouts) =>
    [name, ...(authors === '' || isOfShelf ? [] : authors.split(', '))].join(' · ');
  const [, ...names] = here.split(' · ');
  const authors = names.join(', ');
  return {
    book: (section) => nameOf(find(section)) === here,
    author: (section) => authors !== '' && find(section).authors === authors,
    all: () => true,
  };
}

/** Forms that are named of a word. */
const NAMED_FORMS = 3;

function listForms({ terms, words }: ResolvedGroup): readonly WordForms[] {
  const [variants] = words.map((word) => word.variants);
  if (words.length > 1 || variants === undefined || variants.length === 0) return [];
  if (variants.some(({ worth }) => worth === 1)) return [];
  const forms = variants.slice(0, NAMED_FORMS).map(({ entry }) => entry.term);
  return [{ word: terms[0] ?? '', forms }];
}

/** In a longer query two frequent words that follow each other are not looked up. */
const FEW_GROUPS = 4;

/** What is known of each two groups that follow each other. */
function findNeighbours(
  groups: readonly QueryGroup[],
  matches: readonly Match[],
  { frequentNumber, findPair, readRecord }: Dictionary,
  { findTogether }: Works,
): Promise<readonly Neighbours[]> {
  return Promise.all(
    matches.slice(1).map(async (second, at): Promise<Neighbours> => {
      const [before, after] = [matches[at]?.frequent ?? '', second.frequent];
      const isPair = before !== '' && after !== '' && matches.length <= FEW_GROUPS;
      const entry = isPair ? await findPair(before, after) : null;
      const pair =
        entry === null
          ? null
          : raiseWeights(new Float64Array(second.weights.length), await readRecord(entry), 1);
      const frequent = [frequentNumber(before), frequentNumber(after)] as const;
      return { frequent, pair, together: findTogether(groups, at) };
    }),
  );
}
