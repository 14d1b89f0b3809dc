import {
  type CountedHeading,
  followLetter,
  readCountedHeading,
  writeCountedHeading,
} from '../../text/counted-heading.js';

/** How a new chapter goes on: as a piece of the one before, with the next number, or as the headings around it are. */
export type HeadingStyle = 'piece' | 'chapter' | 'either';

/**
 * The heading after a heading: "Chapter 14g" after "Chapter 14f", "Chapter 1b" after "Chapter 1" of which other pieces are
 * there, "Chapter 15" after "Chapter 14", "Part V" after "Part IV". Null after one that cannot be counted.
 *
 * @param before The heading that it comes behind.
 * @param around Those of the section, in order: their letters are the example.
 */
export function nextHeading(before: string, around: readonly string[], style: HeadingStyle): string | null {
  const counted = readCountedHeading(before);
  if (counted === null) return null;
  const own = { ...counted, rest: /[\p{L}\p{N}]/u.test(counted.rest) ? '' : counted.rest };
  if (continuesPiece(before, around, style)) {
    const letter = followLetter(counted.letter) ?? '';
    const example = counted.letter === '' ? findLettered(counted, around) : null;
    return writeCountedHeading(
      example === null ? own : { ...own, ...example },
      counted.number.number,
      letter,
    );
  }
  return writeCountedHeading(own, counted.number.number + 1, '');
}

/** Whether the new chapter is a further piece of the one before it. */
export function continuesPiece(before: string, around: readonly string[], style: HeadingStyle): boolean {
  const counted = readCountedHeading(before);
  if (counted === null || style === 'chapter' || followLetter(counted.letter) === null) return false;
  if (style === 'piece' || counted.letter !== '') return true;
  return around.some((heading) => {
    const other = readCountedHeading(heading);
    return other !== null && other.key === counted.key && other.letter !== '';
  });
}

/** How letters are written in the nearest headings of its kind: in which case, and behind a blank or not. */
function findLettered(
  { key, kind }: CountedHeading,
  around: readonly string[],
): Pick<CountedHeading, 'gap' | 'letter'> | null {
  const lettered = around.flatMap((heading) => {
    const other = readCountedHeading(heading);
    return other !== null && other.kind === kind && other.letter !== '' ? [other] : [];
  });
  const example = lettered.find((other) => other.key === key) ?? lettered[0];
  return example === undefined ? null : { gap: example.gap, letter: example.letter };
}
