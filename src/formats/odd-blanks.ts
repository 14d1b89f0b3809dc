/** Blanks and marks that no editor shows, and that the languages of front matter take for text. */
export const odd = /[\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff]/;

const names: Readonly<Record<string, string>> = {
  '\u00a0': 'no-break space',
  '\u200b': 'zero-width space',
  '\u200c': 'zero-width non-joiner',
  '\u200d': 'zero-width joiner',
  '\u202f': 'narrow no-break space',
  '\u2060': 'word joiner',
  '\u3000': 'full-width space',
  '\ufeff': 'byte order mark',
};

/** The name of such a character with its number: `no-break space (U+00A0)`. */
export function nameBlank(character: string): string {
  const number = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return `${names[character] ?? 'space of another kind'} (U+${number})`;
}
