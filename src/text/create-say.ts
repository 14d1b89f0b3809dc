import type { TextTable, TextValues } from '../model/texts.js';
import { findLocale } from './find-locale.js';

/** A text of the interface with its values put in; undefined for a key that there is none of. Plain text, not HTML. */
export type Say = (key: string, values?: TextValues) => string | undefined;

/**
 * Speaks with the texts of a table. Numbers are written as the language writes them, and a text with plural forms
 * takes the one for its `count`. What no value is given for stays as it stands: `{name}`.
 */
export function createSay(texts: TextTable, language: string): Say {
  // Loading a language's rules takes several milliseconds, and the threads that render chapters print no numbers.
  let numbers: Intl.NumberFormat | null = null;
  let plurals: Intl.PluralRules | null = null;
  const print = (value: string | number) => {
    if (typeof value === 'string') return value;
    numbers ??= new Intl.NumberFormat(findLocale(language));
    return numbers.format(value);
  };
  const select = (count: number) => {
    plurals ??= new Intl.PluralRules(findLocale(language));
    return plurals.select(count);
  };
  return (key, values = {}) => {
    const found = Object.hasOwn(texts, key) ? texts[key] : undefined;
    if (found === undefined) return undefined;
    const count = Number(values['count'] ?? 0);
    const text = typeof found === 'string' ? found : (found[select(count)] ?? found.other);
    if (!text.includes('{')) return text;
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => print(values[name] ?? whole));
  };
}
