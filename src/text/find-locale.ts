/** The language if this program has its dates and numbers, else English: never this machine's own. */
export function findLocale(language: string): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf([language])[0] ?? 'en';
  } catch {
    // No language tag at all: the configuration's business.
    return 'en';
  }
}
