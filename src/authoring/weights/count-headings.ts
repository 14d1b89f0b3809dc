import { type CountedHeading, letterAt, writeCountedHeading } from '../../text/counted-heading.js';

/** A counted heading, and where it stands. */
export interface HeadingInOrder {
  /** The key of its section. */
  readonly section: string;
  readonly counted: CountedHeading;
  /** Whether a heading of another kind stands between it and the one before in its section: "Part 2" before "Chapter 1". */
  readonly isParted: boolean;
}

/**
 * New headings for those of one kind, in their order, counted from the number of the first one on. The count begins again
 * where the headings did: in a section, or behind one of another kind, that begins with the first number, and in a
 * section that has a number of its own where most sections count for themselves. The pieces of a chapter stay pieces of
 * one, with letters in order, written as they are: 1, 1b, 1c; or 1a, 1b; they go on into the next section where that
 * begins with a later letter.
 */
export function countHeadings(list: readonly HeadingInOrder[]): readonly string[] {
  const chapters = gatherChapters(list);
  const first = chapters[0]?.number ?? 1;
  const restarts = countsBySection(
    chapters.flatMap(({ pieces: [piece], begins }) => (piece && begins ? [piece] : [])),
  );
  const isPlain = startsPlain(chapters);
  let next = first - 1;
  return chapters.flatMap((chapter, index) => {
    const before = chapters[index - 1];
    const isOwn = chapter.begins && restarts && chapter.number !== (before?.number ?? 0) + 1;
    const isAgain = chapter.isParted && chapter.number === first;
    next = isOwn || isAgain ? chapter.number : next + 1;
    const letters = listLetters(chapter.pieces, isPlain);
    return chapter.pieces.map(({ counted }, piece) => {
      const letter = letters?.[piece] ?? counted.letter.toLowerCase();
      return writeCountedHeading(counted, next, letter);
    });
  });
}

/** Whether each section counts for itself: most of them begin with the number of the first. */
export function countsBySection(begins: readonly HeadingInOrder[]): boolean {
  const [first, ...others] = begins.map(({ counted }) => counted.number.number);
  const again = others.filter((number) => number === first).length + 1;
  return others.length > 0 && again * 2 > begins.length;
}

/** A chapter in one piece or more. */
interface ChapterInPieces {
  readonly number: number;
  readonly pieces: readonly HeadingInOrder[];
  /** Whether it is the first of its section. */
  readonly begins: boolean;
  readonly isParted: boolean;
}

function gatherChapters(list: readonly HeadingInOrder[]): readonly ChapterInPieces[] {
  const chapters: (Omit<ChapterInPieces, 'pieces'> & { readonly pieces: HeadingInOrder[] })[] = [];
  for (const [index, piece] of list.entries()) {
    const before = list[index - 1];
    const begins = before?.section !== piece.section;
    const { counted } = piece;
    const isSame = before?.counted.key === counted.key && counted.letter !== '';
    // "14a" at the beginning of a section is another "14".
    if (isSame && !(begins && counted.letter.toLowerCase() === 'a')) chapters.at(-1)?.pieces.push(piece);
    else chapters.push({ number: counted.number.number, pieces: [piece], begins, isParted: piece.isParted });
  }
  return chapters;
}

/** Whether the first pieces go without a letter in more chapters than not. */
function startsPlain(chapters: readonly ChapterInPieces[]): boolean {
  const several = chapters.filter(({ pieces }) => pieces.length > 1);
  const plain = several.filter(({ pieces }) => pieces[0]?.counted.letter === '').length;
  return plain * 2 > several.length;
}

/** The letters of a chapter's pieces; null for more pieces than there are letters, and where some were put between others: "b2". */
function listLetters(pieces: readonly HeadingInOrder[], isPlain: boolean): readonly string[] | null {
  const written = pieces.map(({ counted }) => counted.letter.toLowerCase());
  const [first = '', second = ''] = written;
  const hasPlain = first === '' || (first !== 'a' && isPlain);
  const shift = !hasPlain ? 0 : second === 'a' ? -1 : 0;
  const letters = pieces.map((_, index) => (hasPlain && index === 0 ? '' : letterAt(index + shift)));
  const isBetween = written.some((letter, index) => letter.length > 1 && letter !== letters[index]);
  return isBetween || letters.includes(null) ? null : letters.filter((letter) => letter !== null);
}
