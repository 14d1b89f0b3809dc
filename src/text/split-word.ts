/**
 * A word split over two lines: letters and a hyphen at the end of one, small letters at the start of the next (content
 * rule 20). Not before a word that joins two, as in "two-⏎and three-part" or "Hafen-⏎und Zollbehörde": there the hyphen
 * hangs, and its word comes later. Groups: what goes before the hyphen, and what comes after the line break.
 */
export const splitWord =
  /([\p{L}\p{M}-]*\p{L})-\n(?!(?:and|but|nor|or|to|und|oder|bis|sowie|et|ou|y|o|e|en|of|och|og|eller)(?![\p{L}-]))(\p{Ll}[\p{L}\p{M}-]*)/gu;
