import { diagnose } from '../../diagnostics/catalogue.js';
import type { CheckedChapter } from '../checked-chapter.js';
import type { Finding } from '../finding.js';

/** "…the sea.Then he went": a word, the end of a sentence, and a sentence that goes on in small letters. */
const joined =
  /[.!?](?<=(?<![\p{L}\p{N}./@_-])[\p{Lu}\p{Lt}]?\p{Ll}{3,21}[.!?])(?=\p{Lu}\p{Ll}{0,20}[ ]\p{Ll})/gu;
/** Single letters with a space between, four and more. */
const spaced =
  /(?<![\p{L}\p{N}'’.-]|[=+−*/×·˙][ ])(?:\p{L}[ ]){3,40}\p{L}(?![\p{L}\p{N}'’.-]|[ ][=+−*/×·˙,])/gu;

/**
 * Reports `text/missing-space` behind the end of a sentence, and `text/letterspacing` for words whose letters stand apart
 * (`C H A P T E R`). Letters in the order of the alphabet, or all alike, are what they are.
 */
export function checkLostSpaces({ prose, placeAt }: CheckedChapter): readonly Finding[] {
  return prose.flatMap(({ text, offsetAt }) => {
    const stops = [...text.matchAll(joined)].map(({ index, 0: mark }) => {
      const word = /(?<!\p{L})\p{L}+$/u.exec(text.slice(Math.max(0, index - 24), index))?.[0] ?? '';
      const start = offsetAt(index);
      return {
        diagnostic: diagnose('text/missing-space', { behind: `${word}${mark}` }, placeAt(start, start + 1)),
      };
    });
    const words = [...text.matchAll(spaced)].flatMap(({ index, 0: written }) => {
      if (!isWord(written.replaceAll(' ', ''))) return [];
      const start = offsetAt(index);
      return [
        { diagnostic: diagnose('text/letterspacing', { written }, placeAt(start, start + written.length)) },
      ];
    });
    return [...stops, ...words];
  });
}

function isWord(letters: string): boolean {
  const codes = [...letters].map((letter) => letter.codePointAt(0) ?? 0);
  const inOrder = codes.filter(
    (code, index) => index > 0 && Math.abs(code - (codes[index - 1] ?? 0)) <= 1,
  ).length;
  const isScript = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]+$/u.test(letters);
  return isScript && inOrder * 3 < codes.length && /[aeiouyäöüéèаеиоуыэюяαεηιουω]/iu.test(letters);
}
