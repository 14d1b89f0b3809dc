import { chooseRecords } from './choose-records.js';
import { openDictionary } from './dictionary.js';
import type { Stem } from './find-terms.js';
import type { IndexRoot, LoadFile } from './index-root.js';
import { matchGroup } from './match-group.js';
import { type Names, openNames } from './names.js';
import { parseQuery, type QueryGroup } from './parse-query.js';
import { rankSections } from './rank-sections.js';
import { resolveQuery } from './resolve-query.js';
import { openVolumes } from './volumes.js';

/** How to look. */
export interface SearchOptions {
  /** The label of a part; empty for the whole book. */
  readonly part: string;
  readonly order: 'relevance' | 'book';
}

/** What was found. */
interface Found {
  /** Numbers of sections, in the order that was asked for. */
  readonly sections: readonly number[];
  /** What is to be marked: terms, and terms that follow each other. */
  readonly marks: readonly (readonly string[])[];
  /** Whether a quoted phrase could not be checked word by word: what is found holds its words, perhaps apart. */
  readonly isUnchecked: boolean;
}

/** The index of a book, of which no more is loaded than a query needs. */
export interface SearchIndex {
  readonly search: (query: string, options: SearchOptions) => Promise<Found>;
  readonly names: Names;
  /** Title and authors of the volume of a library that holds a section; empty for none. */
  readonly volumeOf: (section: number) => string;
  /** The labels of the parts, in book order. */
  readonly parts: readonly string[];
}

/**
 * Opens an index of the version that is known here. A search:
 *
 * 1. takes the query apart (`parse-query.ts`), and finds what its words may stand for (`resolve-query.ts`);
 * 2. chooses what to load of what is known of them (`choose-records.ts`);
 * 3. finds the sections for each word or phrase (`match-group.ts`), those of the works and authors that it names
 *    (`volumes.ts`) among them, and ranks them (`rank-sections.ts`);
 * 4. puts the title pages of the works first that the whole query names.
 */
export function openIndex(root: IndexRoot, load: LoadFile, stem: Stem): SearchIndex {
  const dictionary = openDictionary(root, load);
  const volumes = openVolumes(root);
  const search = async (query: string, { part, order }: SearchOptions): Promise<Found> => {
    const parsed = parseQuery(query);
    const groups = await resolveQuery(parsed, dictionary, stem);
    const chosen = chooseRecords(
      groups.flatMap(({ words, wholeWord }) => [...words, wholeWord ?? []].flat()),
    );
    const matching = { chosen, readRecord: dictionary.readRecord, sections: root.sections };
    const matched = await Promise.all(groups.map((group) => matchGroup(group, matching)));
    const matches = matched.map((match, at) => volumes.raise(groups[at] as QueryGroup, match));
    const isWanted = isInPart(root, part);
    const ranked = rankSections(matches, isWanted);
    const named = new Set(order === 'book' ? [] : volumes.findNamed(parsed).filter(isWanted));
    return {
      sections:
        order === 'book'
          ? ranked.sort((a, b) => a - b)
          : [...named, ...ranked.filter((section) => !named.has(section))],
      marks: matches.flatMap(({ marks }) => marks),
      isUnchecked: matched.some(({ isUnchecked }, at) => isUnchecked && groups[at]?.isExact === true),
    };
  };
  const labels = root.parts.map(([label]) => label).filter((label) => label !== '');
  return { search, names: openNames(root, load), volumeOf: volumes.labelOf, parts: [...new Set(labels)] };
}

function isInPart({ parts }: IndexRoot, wanted: string): (section: number) => boolean {
  if (wanted === '') return () => true;
  return (section) => parts.findLast(([, first]) => first <= section)?.[0] === wanted;
}
