/**
 * A hyphen and a line break, or a space and a line break, which in Markdown is the same; with no word behind them that
 * joins two, as in "two-⏎and three-part" or "Hafen-⏎und Zollbehörde": there the hyphen hangs, and its word comes later.
 */
const broken = String.raw`- ?\n(?!(?:and|but|nor|or|to|und|oder|bis|sowie|et|ou|y|o|e|en|of|och|og|eller)(?![\p{L}-]))`;

/**
 * The hyphen and line break inside a word that was split over two lines: a letter at the end of one, a small letter at
 * the start of the next (content rule 20). Begins with the rare thing, so that a text is passed over quickly.
 */
export const splitPoint = new RegExp(String.raw`(?<=\p{L})${broken}(?=\p{Ll})`, 'gu');

/** The whole of such a word. Groups: what goes before the hyphen, and what comes after the line break. */
export const splitWord = new RegExp(
  String.raw`(?<![\p{L}\p{M}-])([\p{L}\p{M}-]*\p{L})${broken}(\p{Ll}[\p{L}\p{M}-]*)`,
  'gu',
);

/** Whether a text holds a word that was split over two lines: sooner known than which. */
export function hasSplitWord(text: string): boolean {
  return text.search(splitPoint) !== -1;
}
