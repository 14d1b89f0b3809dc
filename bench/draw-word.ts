import { createRandom, drawInteger, pick, type Random } from './random.js';

const vocabularySize = 60_000;
const vocabularySeed = 8_190_417;

const onsets = 'b c d f g h j k l m n p r s t v w z br ch cl dr fl gr pl pr sh st th tr'.split(' ');
const vowels = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'io', 'ou'];
const endings = ['', '', '', 'l', 'm', 'n', 'r', 's', 't', 'nd', 'st'];

let vocabulary: Vocabulary | undefined;

interface Vocabulary {
  readonly words: readonly string[];
  /** Chance that a drawn word is this one or one before it. */
  readonly cumulative: Float64Array;
}

/**
 * A made-up word in lower case, drawn as words are in a language: few often, most rarely (Zipf's law with Mandelbrot's
 * shift). Gives a large book as many different words as a real one has.
 */
export function drawWord(random: Random): string {
  vocabulary ??= inventVocabulary();
  const { words, cumulative } = vocabulary;
  return words[findRank(cumulative, random())] ?? '';
}

function inventVocabulary(): Vocabulary {
  const random = createRandom(vocabularySeed);
  const words = new Set<string>();
  while (words.size < vocabularySize) words.add(inventWord(random));
  return { words: [...words], cumulative: accumulateChances(vocabularySize) };
}

function inventWord(random: Random): string {
  const syllables = drawInteger(random, 2, 5);
  let word = '';
  for (let syllable = 1; syllable <= syllables; syllable += 1) {
    word += pick(random, onsets) + pick(random, vowels);
    if (syllable === syllables || random() < 0.2) word += pick(random, endings);
  }
  return word;
}

function accumulateChances(size: number): Float64Array {
  const cumulative = new Float64Array(size);
  let sum = 0;
  for (let rank = 0; rank < size; rank += 1) {
    sum += 1 / (rank + 2.7);
    cumulative[rank] = sum;
  }
  return cumulative.map((chance) => chance / sum);
}

/** The first rank whose cumulative chance reaches the number. */
function findRank(cumulative: Float64Array, number: number): number {
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cumulative[middle] ?? 1) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
