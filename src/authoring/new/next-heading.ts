import { type HeadingNumber, readHeadingNumber, writeHeadingNumber } from '../../text/heading-number.js';

/**
 * The heading after a heading: "Chapter 14g" after "Chapter 14f", "Chapter 15" after "Chapter 14", "Part V" after
 * "Part IV". Null after one without a number.
 *
 * @param style `part` goes on with the letters; `chapter` goes to the next number and leaves the letter.
 */
export function nextHeading(heading: string, style: 'part' | 'chapter'): string | null {
  const number = readHeadingNumber(heading);
  return number === null ? null : writeHeadingNumber(nextNumber(number, style));
}

/** Whether the heading goes on with a lettered chapter, which shares its title and colour. */
export function continuesChapter(heading: string, style: 'part' | 'chapter'): boolean {
  const letter = readHeadingNumber(heading)?.letter ?? '';
  return style === 'part' && letter !== '' && letter !== 'z';
}

function nextNumber(number: HeadingNumber, style: 'part' | 'chapter'): HeadingNumber {
  if (style === 'chapter' || number.letter === '' || number.letter === 'z') {
    return { ...number, number: number.number + 1, letter: '' };
  }
  return { ...number, letter: String.fromCharCode(number.letter.charCodeAt(0) + 1) };
}
