import { addAll } from '../../lists/add-all.js';
import { foldWord } from '../../words/fold-word.js';
import { splitWords } from '../../words/split-words.js';
import { isLoneCharacter } from '../../words/unit-kinds.js';

/** What must be found together: a word, or words that follow each other. */
export interface QueryGroup {
  /** In the form of the index, in order. */
  readonly terms: readonly string[];
  /** What is tied by hyphens and apostrophes, as one word; empty where nothing is. */
  readonly whole: string;
  /** Found as it is written, not by its stem. */
  readonly isExact: boolean;
  /** The last word as it is being typed: it may go on. */
  readonly isOpen: boolean;
  /** The words may stand so far from each other, in any order (`"one two"~5`); null where they follow each other. */
  readonly near: number | null;
}

/** A query taken apart. */
export interface Query {
  readonly groups: readonly QueryGroup[];
  /** What `in:` and `by:` say of the work that is meant and its authors; empty where nothing does. */
  readonly work: string;
  readonly authors: string;
}

/** The longest query that is looked at, and the most groups of it: nobody searches for more. */
const LONGEST = 300;
const MOST_GROUPS = 12;
const quoted = /["“”„«»「」『』]([^"“”„«»「」『』]*)["“”„«»「」『』]?(?:~(\d{1,2}))?/g;
const fields = /(?<!\S)(in|by):(?:["“”„«»「」『』]([^"“”„«»「」『』]*)["“”„«»「」『』]?|(\S*))/gi;

/**
 * Takes a query apart: what stands in quotation marks, whichever they are, each of which is a phrase; words; and `in:` and `by:`,
 * each with a word or something in quotation marks.
 */
export function parseQuery(query: string): Query {
  const said = { in: '', by: '' };
  const text = query
    .normalize('NFC')
    .slice(0, LONGEST)
    .replace(fields, (_, field: string, inQuotes?: string, word?: string) => {
      said[field.toLowerCase() === 'in' ? 'in' : 'by'] += ` ${inQuotes ?? word ?? ''}`;
      return '';
    });
  return { groups: readGroups(text), work: said.in.trim(), authors: said.by.trim() };
}

function readGroups(text: string): readonly QueryGroup[] {
  const groups: QueryGroup[] = [];
  let end = 0;
  for (const found of text.matchAll(quoted)) {
    const near = found[2] === undefined ? null : Number(found[2]);
    addAll(groups, [...readWords(text.slice(end, found.index)), ...readPhrase(found[1] ?? '', near)]);
    end = found.index + found[0].length;
  }
  const rest = readWords(text.slice(end));
  const last = rest.at(-1);
  const isTyping = last !== undefined && /[\p{L}\p{M}\p{N}]$/u.test(text);
  addAll(groups, isTyping ? [...rest.slice(0, -1), { ...last, isOpen: true }] : rest);
  return groups.filter(({ terms }) => terms.length > 0).slice(0, MOST_GROUPS);
}

/** A word of a text, in the form of the index. */
export interface Word {
  readonly term: string;
  readonly start: number;
  readonly end: number;
  readonly tie: 'free' | 'tied' | 'whole';
  readonly position: number;
}

/** The words of a text in order; a whole stands behind its parts. */
export function listWords(text: string): readonly Word[] {
  const units = new Uint16Array(text.length);
  for (let index = 0; index < text.length; index += 1) units[index] = text.charCodeAt(index);
  const words: Word[] = [];
  splitWords({ units, start: 0, end: text.length }, 0, (position, start, end, tie) => {
    const term = foldWord(text.slice(start, end));
    if (term !== '') words.push({ term, start, end, tie, position });
  });
  return words;
}

function readPhrase(text: string, near: number | null): readonly QueryGroup[] {
  const terms = dropLoneEnds(listWords(text).filter(({ tie }) => tie !== 'whole')).map(({ term }) => term);
  return [{ terms, whole: '', isExact: true, isOpen: false, near }];
}

function readWords(text: string): readonly QueryGroup[] {
  const groups: { terms: Word[]; whole: string }[] = [];
  for (const word of listWords(text)) {
    const current = groups.at(-1);
    if (word.tie === 'free' || current === undefined) groups.push({ terms: [word], whole: '' });
    else if (word.tie === 'tied') current.terms.push(word);
    else current.whole = word.term;
  }
  return groups.map(({ terms, whole }) => {
    // "C++" is not "C#", nor "C".
    if (/[+#]$/.test(whole)) return { terms: [whole], whole: '', isExact: true, isOpen: false, near: null };
    const kept = dropLoneEnds(terms).map(({ term }) => term);
    // Such a character is found as the beginning of a pair.
    const isOpen = isLoneCharacter(kept[0] ?? '');
    return { terms: kept, whole, isExact: kept.length > 1, isOpen, near: null };
  });
}

/** A run of pairs ends in its last character alone, which says nothing that the last pair does not say. */
function dropLoneEnds(words: readonly Word[]): readonly Word[] {
  return words.filter((word, index) => {
    const before = words[index - 1];
    return !(
      before !== undefined &&
      word.tie === 'tied' &&
      before.end === word.end &&
      before.start < word.start
    );
  });
}
