/**
 * The characters of a text that no font of the printed file shows, in the order of the text (book files, section 5).
 *
 * A font's map names one character for each glyph. So a character counts as shown when one that is its equal is named; blanks,
 * marks and signs of format are passed over, since they have no glyph of their own; and in scripts whose letters change their forms or
 * share them with Latin ones, a letter counts as missing only when no letter of its script is named.
 */
export function findMissingGlyphs(
  characters: Iterable<string>,
  shown: ReadonlySet<string>,
): readonly string[] {
  const scripts = new Set([...shown].flatMap((character) => findLenientScript(character) ?? []));
  return [...characters].filter((character) => {
    if (HAS_NO_GLYPH.test(character)) return false;
    if (listForms(character).some((form) => [...form].every((part) => shown.has(part)))) return false;
    const script = findLenientScript(character);
    return script === null || !scripts.has(script);
  });
}

const HAS_NO_GLYPH = /[\p{Z}\p{C}\p{M}\p{Pd}\p{Default_Ignorable_Code_Point}\p{Regional_Indicator}]/u;

const FORMS = ['NFC', 'NFD', 'NFKC', 'NFKD'] as const;

function listForms(character: string): readonly string[] {
  return [character, ...FORMS.map((form) => character.normalize(form))];
}

/** Their letters are joined, moved or drawn as others, or look like Latin ones and use their glyphs. */
const LENIENT = [
  'Arabic Syriac Thaana Nko Mandaic Mongolian Phags_Pa Adlam Hanifi_Rohingya',
  'Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala',
  'Thai Lao Tibetan Myanmar Khmer Balinese Javanese Sundanese Cham Tai_Tham Meetei_Mayek',
  'Cyrillic Greek',
]
  .join(' ')
  .split(' ')
  .map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'u')] as const);

function findLenientScript(character: string): string | null {
  return LENIENT.find(([, pattern]) => pattern.test(character))?.[0] ?? null;
}
