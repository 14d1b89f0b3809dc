import { diagnose } from '../../diagnostics/catalogue.js';
import type { CheckedChapter } from '../checked-chapter.js';
import type { Finding } from '../finding.js';

const doubled = /(?<![\p{L}\p{N}\p{M}'’-])(\p{L}{2,})(\s+)(\1)(?![\p{L}\p{N}\p{M}'’-])/giu;
/**
 * The words that English never says twice in a row, or hardly ever. Of all others most doubles are meant: "had had", "gave
 * her her chance", "came in in order", "a thousand thousand".
 */
const single = new Set(
  'am an and any are as at be been but by from he his if my nor not of or our she some than the their them these they this those to us we when which while who with your'.split(
    ' ',
  ),
);
/** Neither does a sentence begin with these twice, though one may end with the one and go on with the other. */
const singleFirst = new Set('for her in is it on there what you'.split(' '));
/** Other languages double their articles and pronouns ("nous nous", "die die"): there only longer words count. */
const longWord = 5;

/** Reports `text/doubled-word`: one word twice in a row, over the end of a line, too. */
export function checkDoubledWords({ prose, language, placeAt }: CheckedChapter): readonly Finding[] {
  const isEnglish = /^en\b/i.test(language);
  return prose.flatMap(({ text, offsetAt }) => {
    if (!mayDouble(text)) return [];
    return [...text.matchAll(doubled)].flatMap((found) => {
      const [, first = '', gap = '', word = ''] = found;
      // Names may come twice, "York York"; elsewhere than in English a sentence may begin so, too.
      if (word !== word.toLowerCase() || (first !== word && !isEnglish)) return [];
      // Scripts without case double words as they please.
      if (word === word.toUpperCase()) return [];
      const isMeant = isEnglish
        ? !single.has(word) && !(first !== word && singleFirst.has(word))
        : word.length < longWord;
      if (isMeant) return [];
      const start = offsetAt(found.index + word.length + gap.length);
      return [{ diagnostic: diagnose('text/doubled-word', { word }, placeAt(start, start + word.length)) }];
    });
  });
}

/** Whether two words in a row begin alike, letter by letter: the pattern tries every word, at ten times the cost. */
function mayDouble(text: string): boolean {
  let last = 0;
  let end = 0;
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && text.charCodeAt(at) > 0x20) continue;
    if (at > start) {
      const length = end - last;
      if (length > 1 && at - start >= length && sharesStart(text, last, start, length)) return true;
      last = skipMarks(text, start);
      end = at;
    }
    start = at + 1;
  }
  return false;
}

/** Past the quotes and brackets that a word opens with. */
function skipMarks(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) < 0x41 || (text.charCodeAt(at) >= 0x2000 && text.charCodeAt(at) < 0x2070))
    at += 1;
  return at;
}

function sharesStart(text: string, first: number, second: number, length: number): boolean {
  for (let index = 0; index < length; index += 1) {
    const difference = text.charCodeAt(first + index) ^ text.charCodeAt(second + index);
    // A sentence may begin with the first of the two: of its first letter the case does not count.
    if (difference !== 0 && (difference !== 0x20 || index > 0)) return false;
  }
  return true;
}
