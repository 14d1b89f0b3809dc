/** What a UTF-16 unit is to a word: none of it, a letter or digit, or what stands between two of them. 0 is not known yet. */
const OUTSIDE = 1;
export const [PART, TIE] = [2, 3] as const;

/** By unit, filled as texts need them: to look at all 65,536 takes longer than to read a book. */
export const unitClasses = new Uint8Array(65_536);
/** By unit, once it is classified: the unit of the form (`formOf`) that it belongs to. */
export const LOWERED = new Uint16Array(65_536);

const hyphens = '-‐‑¬';
const apostrophes = "'’";

/** Finds out about a unit that no text has had before. */
export function classifyUnit(unit: number): number {
  const character = String.fromCharCode(unit);
  const kind = kindOf(character);
  unitClasses[unit] = kind;
  LOWERED[unit] = lower(character).charCodeAt(0);
  return kind;
}

function kindOf(character: string): number {
  if (/[\p{L}\p{M}\p{N}]/u.test(character)) return PART;
  return hyphens.includes(character) || apostrophes.includes(character) ? TIE : OUTSIDE;
}

function lower(character: string): string {
  if (hyphens.includes(character)) return '-';
  return apostrophes.includes(character) ? "'" : character.toLowerCase();
}
