import { smallest } from '../../lists/largest.js';
import type { FoundWord } from './find-terms.js';
import type { Match, Matching } from './match.js';
import { matchPhrase } from './match-phrase.js';
import { raiseWeights, type Weights } from './postings.js';
import type { ResolvedGroup } from './resolve-query.js';

/** Finds a group; a group that is tied together is found as one word as well. */
export async function matchGroup(group: ResolvedGroup, matching: Matching): Promise<Match> {
  const [first, ...others] = group.words;
  if (first === undefined) return findNothing(matching);
  if (others.length === 0) return matchWord(first, matching);
  const phrase = await matchTied(group, matching);
  return group.wholeWord === null ? phrase : join(phrase, await matchWord(group.wholeWord, matching));
}

function findNothing({ sections }: Matching): Match {
  const nothing = { weights: new Float64Array(sections), rarity: 0, anchor: null, frequent: '' };
  return { ...nothing, isComplete: true, isUnchecked: false };
}

function rarityOf(found: number, { sections }: Matching): number {
  return Math.log(1 + (sections - found + 0.5) / (found + 0.5));
}

async function matchWord({ variants }: FoundWord, matching: Matching): Promise<Match> {
  const read = variants.filter(({ entry }) => matching.chosen.has(entry));
  const records = await Promise.all(read.map(({ entry }) => matching.readRecord(entry)));
  const weights = new Float64Array(matching.sections);
  records.forEach((record, index) => {
    raiseWeights(weights, record, read[index]?.worth ?? 0);
  });
  const [best] = read;
  const rarity = rarityOf(best?.worth === 1 ? best.entry.sections : countFound(weights), matching);
  const [own] = variants;
  const frequent = own?.worth === 1 && own.entry.isBare ? own.entry.term : '';
  // The word itself decides, where the book has it; of several forms that stand for it, none may be missing. A frequent word,
  // as in "what is the tide", keeps no place from being found that lacks it.
  const isWhole = own?.worth === 1 ? best === own : read.length === variants.length;
  const isComplete = isWhole && frequent === '';
  return { weights, rarity, anchor: records[0] ?? null, frequent, isComplete, isUnchecked: false };
}

async function matchTied(group: ResolvedGroup, matching: Matching): Promise<Match> {
  const phrase = await matchPhrase(group, matching);
  if (phrase === null) return findNothing(matching);
  return { ...phrase, rarity: rarityOf(countFound(phrase.weights), matching), frequent: '' };
}

function countFound(weights: Weights): number {
  return weights.reduce((found, weight) => (weight > 0 ? found + 1 : found), 0);
}

function join(first: Match, second: Match): Match {
  const rarities = [first, second]
    .filter(({ weights }) => countFound(weights) > 0)
    .map(({ rarity }) => rarity);
  return {
    weights: first.weights.map((weight, section) => Math.max(weight, second.weights[section] ?? 0)),
    rarity: rarities.length === 0 ? 0 : smallest(rarities),
    anchor: first.anchor ?? second.anchor,
    frequent: '',
    isComplete: first.isComplete && second.isComplete,
    isUnchecked: false,
  };
}
