/** Compares titles by the rules of a language; `Intl.Collator` is slow, so titles come after weight and date. */
export type CompareTitles = (first: string, second: string) => number;

/**
 * Titles compared as Hugo does it (content rules 18 and 21.1): by the collation of the language, root rules if there is no
 * such language, and Latin letters before those of any other script. Loading a collation costs more than sorting a book
 * by weight, so that waits for the first tie.
 */
export function compareTitlesIn(language: string): CompareTitles {
  let compare: CompareTitles | undefined;
  return (first, second) => {
    compare ??= createComparison(language);
    return compare(first, second);
  };
}

function createComparison(language: string): CompareTitles {
  const { compare } = new Intl.Collator(isLanguageTag(language) ? language : 'und');
  const movesScripts = scripts.some((letter) => compare(letter, 'a') < 0);
  return movesScripts ? putLatinFirst(compare) : compare;
}

function isLanguageTag(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length === 1;
  } catch {
    return false;
  }
}

/** A letter of each script that a language may put before all others, as CLDR has it and Go's tables have not. */
const scripts = [...'αяաאأअঅਅઅதతമกა가ア中'];

const latin = /^\p{Script=Latin}/u;
const letter = /^\p{L}/u;

/** Where two titles first differ in more than case and accents, a Latin letter comes before one of another script. */
function putLatinFirst(compare: CompareTitles): CompareTitles {
  const known = new Map<string, string>();
  const fold = (title: string): string => {
    const folded = known.get(title) ?? title.normalize('NFD').replace(accents, '').toLowerCase();
    known.set(title, folded);
    return folded;
  };
  return (first, second) => {
    const [one, two] = findDifference(fold(first), fold(second));
    const isLatin = latin.test(one);
    const isClear = isLatin === latin.test(two) || !letter.test(one) || !letter.test(two);
    return isClear ? compare(first, second) : isLatin ? -1 : 1;
  };
}

const accents = /[\u0300-\u036f]/g;

/** The characters of two texts at the first place where they differ; empty at the end of one. */
function findDifference(one: string, two: string): readonly [string, string] {
  let index = 0;
  while (index < one.length && one.charCodeAt(index) === two.charCodeAt(index)) index += 1;
  const at = index > 0 && /[\ud800-\udbff]/.test(one.charAt(index - 1)) ? index - 1 : index;
  return [characterAt(one, at), characterAt(two, at)];
}

function characterAt(text: string, index: number): string {
  const point = text.codePointAt(index);
  return point === undefined ? '' : String.fromCodePoint(point);
}
