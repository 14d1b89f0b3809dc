import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic, SourceSpan } from '../../model/diagnostic.js';
import type { CheckedChapter } from '../checked-chapter.js';
import type { Finding } from '../finding.js';
import type { PageChange } from '../page-change.js';

/** Latin ligatures (U+FB00 to U+FB06), the soft hyphen, and what nobody sees; line breaks and tabs are in order. */
const odd = /(?![\t\n])[\p{Cc}\ufb00-\ufb06\u00ad\u200b-\u200d\u2060\ufeff]/gu;
/** Scripts in which a joiner or a zero-width space is part of the spelling; emoji are joined, too. */
const needsJoiner =
  /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Kannada}\p{Script=Khmer}\p{Script=Lao}\p{Script=Malayalam}\p{Script=Mongolian}\p{Script=Myanmar}\p{Script=Oriya}\p{Script=Sinhala}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Thai}\p{Script=Tibetan}\p{Extended_Pictographic}\p{Variation_Selector}\p{Emoji_Modifier}]/u;

/** A paragraph of nothing else goes with them. */
const unseen: PageChange = { elements: { p: [-1, 0] } };

/**
 * Reports `text/ligature`, `text/soft-hyphen` and `text/invisible-character` in the words of a chapter, code left out.
 * Letters take the place of a ligature, a space that of a tab or page break of old; the others are taken out.
 */
export function checkCharacters({ prose, placeAt }: CheckedChapter): readonly Finding[] {
  return prose.flatMap(({ text, offsetAt }) =>
    [...text.matchAll(odd)].flatMap(({ index, 0: mark }) => {
      if (/[\u200b-\u200d]/.test(mark) && needsJoiner.test(text.slice(Math.max(0, index - 2), index + 3)))
        return [];
      const start = offsetAt(index);
      const end = offsetAt(endOf(mark, text, index));
      const { diagnostic, instead } = nameMark(mark, wordAround(text, index), placeAt(start, start + 1));
      const change = instead.trim() === '' ? unseen : { lost: mark, won: instead };
      return [{ diagnostic, fix: [{ start, end, text: instead }], change }];
    }),
  );
}

/** A soft hyphen goes with the line end or the blank behind it, for the word is one. */
function endOf(mark: string, text: string, index: number): number {
  const gap = mark === '\u00ad' ? /^(?:[ \t]*\n| +)(?=\p{L})/u.exec(text.slice(index + 1))?.[0] : undefined;
  return index + 1 + (gap?.length ?? 0);
}

function nameMark(
  mark: string,
  word: string,
  place: SourceSpan,
): { diagnostic: Diagnostic; instead: string } {
  if (/[\ufb00-\ufb06]/.test(mark)) {
    const letters = mark.normalize('NFKC');
    return { diagnostic: diagnose('text/ligature', { ligature: mark, letters }, place), instead: letters };
  }
  if (mark === '\u00ad') return { diagnostic: diagnose('text/soft-hyphen', { word }, place), instead: '' };
  const name = `U+${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  const diagnostic = diagnose('text/invisible-character', { name }, place);
  return { diagnostic, instead: mark === '\u000b' || mark === '\u000c' ? ' ' : '' };
}

/** Of a longer one a part is shown: a line may be one word, and each of its marks a finding. */
const LONGEST_WORD = 100;

/** The word that holds an index, without its soft hyphens. */
function wordAround(text: string, index: number): string {
  const near = text.slice(Math.max(0, index - LONGEST_WORD), index);
  const before = /(?<![\p{L}\u00ad])[\p{L}\u00ad]*$/u.exec(near)?.[0] ?? '';
  const after = /^[\p{L}\u00ad]*/u.exec(text.slice(index, index + LONGEST_WORD))?.[0] ?? '';
  return `${before}${after}`.replaceAll('\u00ad', '');
}
