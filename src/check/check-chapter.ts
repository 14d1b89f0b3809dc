import type { CheckedChapter } from './checked-chapter.js';
import type { Finding } from './finding.js';
import { checkAccidentalBlocks } from './rules/accidental-block.js';
import { checkAccidentalCode } from './rules/accidental-code.js';
import { checkAccidentalTerms } from './rules/accidental-term.js';
import { checkBrokenParagraphs } from './rules/broken-paragraph.js';
import { checkCharacters } from './rules/characters.js';
import { checkDoubledWords } from './rules/doubled-word.js';
import { checkEqualsForColons } from './rules/equals-for-colon.js';
import { checkForeignMarkup } from './rules/foreign-markup.js';
import { checkFrontMatter } from './rules/front-matter.js';
import { checkHeadingLevels } from './rules/heading-level.js';
import { checkImages } from './rules/images.js';
import { checkJoints } from './rules/joints.js';
import { checkLoneListItems } from './rules/lone-list-item.js';
import { checkLostFootnotes } from './rules/lost-footnote.js';
import { checkLostLists } from './rules/lost-list.js';
import { checkLostSpaces } from './rules/lost-spaces.js';
import { checkLostVerse } from './rules/lost-verse.js';
import { checkLostWords } from './rules/lost-words.js';
import { checkMissingBlankLines } from './rules/missing-blank-line.js';
import { checkMissingNotes } from './rules/missing-note.js';
import { checkNumberedLines } from './rules/numbered-lines.js';
import { checkComments } from './rules/open-comment.js';
import { checkOpenFences } from './rules/open-fence.js';
import { checkPageRemains } from './rules/page-remains.js';
import { checkQuotes } from './rules/quotes.js';
import { checkRemarkLint } from './rules/remark-lint.js';
import { checkSpaceBeforePunctuation } from './rules/space-before-punctuation.js';
import { checkStrayBackticks } from './rules/stray-backtick.js';
import { checkStruckRanges } from './rules/struck-range.js';

/** A rule about a chapter by itself. */
export type ChapterRule = (chapter: CheckedChapter) => readonly Finding[];

/** Every rule that needs no other chapter than its own. */
export const chapterRules: readonly ChapterRule[] = [
  checkFrontMatter,
  checkJoints,
  checkQuotes,
  checkLostFootnotes,
  checkMissingNotes,
  checkBrokenParagraphs,
  checkLostLists,
  checkLoneListItems,
  checkNumberedLines,
  checkLostVerse,
  checkAccidentalBlocks,
  checkAccidentalCode,
  checkAccidentalTerms,
  checkOpenFences,
  checkComments,
  checkForeignMarkup,
  checkLostWords,
  checkStruckRanges,
  checkStrayBackticks,
  checkEqualsForColons,
  checkPageRemains,
  checkLostSpaces,
  checkMissingBlankLines,
  checkCharacters,
  checkDoubledWords,
  checkSpaceBeforePunctuation,
  checkImages,
  checkHeadingLevels,
  checkRemarkLint,
];

/** What the rules say about one chapter, rule by rule. */
export function checkChapter(chapter: CheckedChapter, rules = chapterRules): readonly Finding[] {
  return rules.flatMap((rule) => rule(chapter));
}
