const word = /[\p{N}\p{L}]+[^\s/-]*/gu;
const smallWords = new Set(
  'a an and as at but by en for if in nor of on or per the to vs vs. via v v.'.split(' '),
);

/**
 * Title case in the style of the Associated Press, as Hugo's `title` does it: every word gets a capital, save articles
 * and short prepositions that are neither first, last, nor part of a compound ("Of Mice and Men").
 * Letters after the first of a word stay as they are.
 */
export function titleCase(text: string): string {
  return text.replace(word, (found, start: number) =>
    isSmall(text, found, start) ? found.toLowerCase() : capitalize(found),
  );
}

/** The text with its first letter in upper case. */
function capitalize(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}

function isSmall(text: string, found: string, start: number): boolean {
  const end = start + found.length;
  if (start === 0 || end === text.length || !smallWords.has(found.toLowerCase())) return false;
  const before = text[start - 1];
  const opensPart = text[start - 2] === ':' || text[start - 2] === '-';
  const opensCompound = text[end] === '-' && before !== '-';
  return (before === ' ' || before === '-' || before === '/') && !opensPart && !opensCompound;
}
