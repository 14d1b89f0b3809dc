/** Words of one language that tell what a hyphen before or behind them is. All in lower case. */
export interface JointWords {
  /** Join two words, so that the hyphen before them hangs: "short- and long-term". */
  readonly joining: ReadonlySet<string>;
  /** Never follow a hyphen inside a compound: before them it stands for a dash. */
  readonly small: ReadonlySet<string>;
  /** Are no words, only ends of words. */
  readonly endings: ReadonlySet<string>;
  /** Keep their hyphen whatever follows, and those that keep it before a word of the book. */
  readonly firsts: ReadonlySet<string>;
  readonly prefixes: ReadonlySet<string>;
  /** Are tied by a hyphen to the word before: "dit-il", "как-то". */
  readonly tied: ReadonlySet<string>;
  /** Whether compounds are written in one word. */
  readonly joinsCompounds: boolean;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' ').filter(Boolean));

const none: JointWords = {
  joining: set(''),
  small: set(''),
  endings: set(''),
  firsts: set(''),
  prefixes: set(''),
  tied: set(''),
  joinsCompounds: false,
};

const english: JointWords = {
  ...none,
  joining: set('en and or nor but to versus vs'),
  small: set(
    'the a an which that he she they we you his her their this these those is was are were not it its our your my indeed',
  ),
  endings: set(
    'ing ings ment ments ed er ers ness less ish ity ous ly able ible al age ful hood dom ism ist ists tion tions sion ance ence',
  ),
  firsts: set(
    'self well all half quasi ill two three four five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety',
  ),
  prefixes: set('ex non anti neo cross semi vice mid co counter multi pre post'),
};

const compounding = (joining: string): JointWords => ({
  ...none,
  joining: set(joining),
  joinsCompounds: true,
});

const lists: Readonly<Record<string, JointWords>> = {
  en: english,
  de: compounding('und oder bis sowie'),
  es: compounding('y o e u'),
  ru: {
    ...compounding('и или'),
    tied: set('то либо нибудь таки ка'),
  },
  fr: {
    ...none,
    joining: set('et ou'),
    tied: set(
      'je tu il elle on nous vous ils elles ce ci là le la les lui leur moi toi y en même mêmes t uns unes',
    ),
  },
  it: compounding('e ed o od'),
  pt: compounding('e ou'),
  nl: compounding('en of'),
  sv: compounding('och eller'),
  da: compounding('og eller'),
  nb: compounding('og eller'),
  nn: compounding('og eller'),
  no: compounding('og eller'),
  fi: compounding('ja tai'),
  pl: compounding('i oraz lub'),
  uk: compounding('і й або'),
};

/** Of English capitals behind a hyphen, the words that begin a sentence: there the hyphen stands for a dash. */
export const sentenceStarts = set('The He She It They We You This That These Those Or And But If When A An');

/** Never end a word, so that a beginning of a word before them has lost its end: `Com-⏎which`. */
export const wholeWords = set('which that they their these those were this your she you');

/** The words of a language by its BCP 47 tag; none for one that has no list. */
export function jointWords(language: string): JointWords {
  return lists[primaryTag(language)] ?? none;
}

/** `de` of `de-AT`. */
export function primaryTag(language: string): string {
  return (/^[a-z]+/i.exec(language)?.[0] ?? '').toLowerCase();
}
