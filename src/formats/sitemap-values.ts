const frequencies = ['always', 'hourly', 'daily', 'weekly', 'monthly', 'yearly', 'never'];

/** How often a page changes, in the words of sitemaps.org. */
export function isFrequency(value: unknown): value is string {
  return typeof value === 'string' && frequencies.includes(value);
}

/** The words, as part of a sentence. */
export function listFrequencies(): string {
  return frequencies.map((word) => `\`${word}\``).join(' or ');
}

/** A page's rank among those of its site: 0 to 1, or -1 for "not said" (Hugo's default); null for anything else. */
export function readPriority(value: unknown): number | null {
  const priority = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof priority !== 'number') return null;
  return priority === -1 || (priority >= 0 && priority <= 1) ? priority : null;
}
