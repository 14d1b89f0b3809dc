/** A piece of a text, in UTF-16 units. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * What a line, or a blank, has taken apart: a word behind its hyphen (`exam-⏎ple`), a word behind its soft hyphen, a dash
 * (`money—⏎and`), two numbers (`1939–⏎1941`), a slash (`mind/⏎body`), a web address.
 */
export type JointKind = 'word' | 'soft' | 'dash' | 'number' | 'slash' | 'address';

/** A place in a text where two pieces may belong together. */
export interface Joint {
  readonly kind: JointKind;
  /** Whether a line ends there; else a blank stands behind the hyphen: `exam- ple`. */
  readonly isLineEnd: boolean;
  /** The pieces, with the hyphens inside them: `people` and `to-people`. Of a dash, the dash itself and what follows. */
  readonly first: string;
  readonly second: string;
  /** The hyphen, soft hyphen, dash or slash; empty in an address. */
  readonly hyphen: TextSpan;
  /** The line end with its blanks. Mark-up may stand between it and the hyphen. */
  readonly gap: TextSpan;
  /**
   * The word that follows if `second` is the number of a line or the head of a page, which do not belong to the text:
   * `re-⏎8 ceipts`. Empty where there is none.
   */
  readonly beyond: string;
  /** Whether `second` is a number that goes on from the line above, or the line below goes on from it. */
  readonly isCounted: boolean;
}

/** `drop`: in one piece; `keep`: with the hyphen and no blank; `space`: as it stands; `cut`: something stands between. */
export type Verdict = 'drop' | 'keep' | 'space' | 'cut';

/** Why a joint in doubt is set as it is; `seen` and `rule` are those beyond doubt. */
export type JointGround =
  | 'rule'
  | 'seen'
  | 'dash'
  | 'hyphens'
  | 'one-word'
  | 'two-words'
  | 'adjectives'
  | 'long-parts'
  | 'unknown'
  | 'cut';

/** What becomes of a joint. */
export interface Decision {
  readonly verdict: Verdict;
  readonly isSure: boolean;
  readonly ground: JointGround;
}

/** Stands in a text for the mark-up around a part of it; nothing is printed for it. */
export const markUp = '\u2063';
