const wide = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uffef]';

/** A character of a script that sets no spaces between words (Han, Kana), or of its punctuation. */
export const unspaced = new RegExp(wide, 'u');

/** Marks that such scripts share with others. They count beside a character of theirs. */
const [closing, opening] = ['[”’…—]', '[“‘…—]'];

/**
 * Makes the pattern of a line break that means nothing, with the blanks around it: one between two characters of scripts
 * without spaces, with quotes and dashes of theirs beside it, and a number that belongs to one of the two lines.
 *
 * @param markup What may stand there and is not printed in the line: a pattern, empty for none.
 */
export function breakPattern(markup: string, flags: string): RegExp {
  const [after, before, number] = [closing, opening, '\\d'].map((marks) =>
    markup === '' ? marks : `(?:${marks}|${markup})`,
  );
  const blank = '[ \\t]*\\n[ \\t]*';
  // What stands before is looked at where a line ends only: a long number would be read again from each of its digits.
  const end = '(?<![ \\t])(?=[ \\t]*\\n)';
  const plain = `${end}(?<=${wide}${after}*(?:\\d${number}*)?)${blank}(?=${before}*${wide})`;
  const counted = `${end}(?<=${wide}${after}*)${blank}(?=${before}*\\d${number}*${wide})`;
  return new RegExp(`${plain}|${counted}`, flags);
}

/** In a text without markup. */
export const meaninglessBreak = breakPattern('', 'gu');
