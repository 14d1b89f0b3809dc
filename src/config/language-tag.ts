import type { PlainValue } from '../formats/plain.js';

/** The canonical form of a BCP 47 tag, `_` allowed for `-` (`en_us` is `en-US`); null if it is none. */
export function readLanguageTag(written: PlainValue): string | null {
  if (typeof written !== 'string') return null;
  try {
    return Intl.getCanonicalLocales(written.replaceAll('_', '-'))[0] ?? null;
  } catch {
    return null;
  }
}
