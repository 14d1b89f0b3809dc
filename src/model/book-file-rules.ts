import type { PaperSize } from './paper.js';

/** What is said of the book as a file. */
export interface BookFileRules {
  /** Of the files, without ending; empty for one from the title. */
  readonly name: string;
  /** `urn:isbn:…`, or empty for one that is made. */
  readonly identifier: string;
  readonly publisher: string;
  /** As it stands on the title page, or empty. */
  readonly edition: string;
  /** A picture below `content/` or `static/`, or empty for a cover that is made. */
  readonly cover: string;
  /** The printed edition whose page marks the text has, or empty. */
  readonly pageSource: string;
  /** How lines run in an EPUB. */
  readonly writing: 'horizontal' | 'vertical';
  /** Whether chapters without a translation are in the book of a language as they are on its site. */
  readonly untranslated: boolean;
  /** The side that a chapter begins on, in print. */
  readonly chaptersOn: 'any' | 'right' | 'left';
}

/** The pages of a PDF. Lengths are millimetres. */
export interface PaperRules {
  readonly size: PaperSize;
  /** Null: as wide as the size of the page asks for. `inner` is where it is bound. */
  readonly margins: Readonly<Record<'top' | 'bottom' | 'inner' | 'outer', number | null>>;
  /** The size of the text, in points. */
  readonly text: number;
}
