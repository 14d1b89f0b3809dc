import { readNumbers } from '../../words/number-text.js';
import type { IndexRoot, LoadFiles } from './index-root.js';
import { remember } from './remember.js';

/** The dates of a book's pages. */
export interface Dates {
  readonly areThere: boolean;
  /** Sections in the order of the book, or those of the newest pages first; those without a date come last. */
  readonly sort: (sections: readonly number[], order: 'book' | 'date') => Promise<readonly number[]>;
}

export function openDates({ files, sections: count }: IndexRoot, { text }: LoadFiles): Dates {
  const areThere = (files['d'] ?? '') !== '';
  const open = remember(async (name: string) => readDays(await text(name), count));
  return {
    areThere,
    sort: async (sections, order) => {
      const days = order === 'date' && areThere ? await open('d0') : null;
      return sections.toSorted((a, b) => (days === null ? 0 : (days[b] ?? 0) - (days[a] ?? 0)) || a - b);
    },
  };
}

/** By section its page's day; 0 for none. */
function readDays(text: string, count: number): Uint32Array {
  const days = new Uint32Array(count);
  const reader = readNumbers(text);
  for (let section = 0; reader.at < text.length; ) {
    const end = section + reader.next();
    days.fill(reader.next(), section, end);
    section = end;
  }
  return days;
}
