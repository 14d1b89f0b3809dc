/**
 * The words of a chapter for the search index, in the form under which they are found (`words/fold-word.ts`). Compact:
 * those of a whole book are held at once.
 */
export interface ChapterWords {
  /** The terms by their numbers; shared by many chapters, and it grows while more of them are read. */
  readonly vocabulary: readonly string[];
  /** What stands before the first heading, which may be nothing, then a section for each heading that can be found. */
  readonly sections: readonly SectionTerms[];
}

/** The words of a section: of a heading and what stands below it, up to the next one. A very long one is several. */
export interface SectionTerms {
  /** Its number in `ChapterFacts.headings`; -1 for what stands before the first. */
  readonly heading: number;
  /** Number of words. */
  readonly words: number;
  /** Numbers of its terms, each once. */
  readonly terms: Uint32Array;
  /** For each of them twice the number of its places, 1 more if it stands in the heading. */
  readonly counts: Uint16Array;
  /** For each of them the bytes that its places take. */
  readonly sizes: Uint16Array;
  /**
   * The places, one term after the other, as numbers of `words/number-text.ts`: each as the distance to the one before, doubled, plus
   * 1 if another follows. A place is a position among the section's words, with a gap between paragraphs.
   */
  readonly places: Uint8Array;
}
