import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPackageRoot } from './package-root.js';

/** Our names for languages that go by several. */
const others: Readonly<Record<string, string>> = { nb: 'no', nn: 'no' };

/**
 * The script that stems words in a language, given as a BCP 47 tag: it defines `octavoStem.stemmer`. Empty for languages
 * without one: there words are found as they are written.
 */
export function readStemmer(language: string): string {
  const [primary = ''] = language.toLowerCase().split('-');
  const name = others[primary] ?? primary;
  if (!/^[a-z]{2,3}$/.test(name)) return '';
  try {
    return readFileSync(join(findPackageRoot(), 'dist/browser/stemmers', `${name}.js`), 'utf8');
  } catch {
    return '';
  }
}
