/** Scripts that run from right to left, and languages written in them unless their tag says otherwise. */
const RTL_SCRIPTS: readonly string[] = ['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg'];

/** The direction in which a language is written, by its BCP 47 tag. */
export function findDirection(language: string): 'ltr' | 'rtl' {
  try {
    const { script } = new Intl.Locale(language).maximize();
    return script !== undefined && RTL_SCRIPTS.includes(script) ? 'rtl' : 'ltr';
  } catch {
    // A language tag that is none: whether it is one is the configuration's business.
    return 'ltr';
  }
}
