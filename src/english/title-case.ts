const word = /[\p{N}\p{L}]+[^\s/-]*/gu;
const smallWords = new Set(
  'a an and as at but by en for if in nor of on or per the to vs vs. via v v.'.split(' '),
);

/** Styles of Hugo's `titleCaseStyle`; `go` capitalises every word, `firstupper` the first letter of the text. */
export type TitleCaseStyle = 'ap' | 'chicago' | 'go' | 'firstupper' | 'none';

/** What the Chicago Manual of Style writes small beside: prepositions of any length. */
const prepositions = new Set(
  (
    'about above across after against along among around at before behind below beneath beside besides between ' +
    'beyond by despite down during except from inside into like near off onto out outside over past since through ' +
    'throughout toward under underneath until up upon with within without'
  ).split(' '),
);

/**
 * Title case in the style of the Associated Press, as Hugo's `title` does it: every word gets a capital, save articles
 * and short prepositions that are neither first, last, nor part of a compound ("Of Mice and Men").
 * Letters after the first of a word stay as they are.
 */
export function titleCase(text: string, style: TitleCaseStyle = 'ap'): string {
  if (style === 'none') return text;
  if (style === 'firstupper') return capitalize(text);
  if (style === 'go') return text.replace(/(?<![\p{L}\p{N}_'])\p{L}/gu, (letter) => letter.toUpperCase());
  return text.replace(word, (found, start: number) =>
    isSmall(text, found, start, style) ? found.toLowerCase() : capitalize(found),
  );
}

/** The text with its first letter in upper case. */
function capitalize(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}

function isSmall(text: string, found: string, start: number, style: TitleCaseStyle): boolean {
  const end = start + found.length;
  const lower = found.toLowerCase();
  const isCandidate = smallWords.has(lower) || (style === 'chicago' && prepositions.has(lower));
  if (start === 0 || end === text.length || !isCandidate) return false;
  const before = text[start - 1];
  const opensPart = text[start - 2] === ':' || text[start - 2] === '-';
  const opensCompound = text[end] === '-' && before !== '-';
  return (before === ' ' || before === '-' || before === '/') && !opensPart && !opensCompound;
}
