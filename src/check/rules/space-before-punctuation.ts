import { diagnose } from '../../diagnostics/catalogue.js';
import type { CheckedChapter } from '../checked-chapter.js';
import type { Finding } from '../finding.js';

/**
 * Not before `.5`, `.md`, `...` or `. . .`, which are meant so, nor before a mark that a word in lower case follows: it is
 * named there, "press ? for help".
 */
const spaced =
  /(?<=[\p{L}\p{N}\])"”’])([ \u00a0]+)(?:(?![.!?]\s\p{Ll})([,.;!?])(?=["”’)\]]?(?:\s|$))(?! *[.!?])|([，。、；：！？]))/gu;
/** Much faster than the pattern above, which looks at what goes before. */
const candidate = /[ \u00a0][,.;!?，。、；：！？]/;
/** French sets a space before these. */
const french = new Set([';', '!', '?']);
/** A quotation in French, in a book of another language. */
const frenchQuotes = /«[ \u00a0\u202f]/;

/** Reports `text/space-before-punctuation`; taking the space out mends it. */
export function checkSpaceBeforePunctuation({
  prose,
  language,
  placeAt,
}: CheckedChapter): readonly Finding[] {
  const isFrenchBook = /^fr\b/i.test(language);
  return prose.flatMap(({ text, offsetAt }) => {
    if (!candidate.test(text)) return [];
    const isFrench = isFrenchBook || frenchQuotes.test(text);
    return [...text.matchAll(spaced)].flatMap((found) => {
      const [, gap = '', narrow, wide = ''] = found;
      const mark = narrow ?? wide;
      if (isFrench && french.has(mark)) return [];
      const start = offsetAt(found.index);
      const end = start + gap.length;
      const diagnostic = diagnose('text/space-before-punctuation', { mark }, placeAt(start, end + 1));
      return [{ diagnostic, fix: [{ start, end, text: '' }] }];
    });
  });
}
