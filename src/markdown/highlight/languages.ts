import { nearestWord } from '../../text/nearest.js';
import { grammars, otherNames } from './grammars.js';

const grammarByName = new Map<string, string>();
for (const line of `${grammars.trim()}\n${otherNames.trim()}`.split('\n')) {
  const [grammar = '', ...names] = line.trim().split(' ');
  for (const name of [grammar, ...names]) if (!grammarByName.has(name)) grammarByName.set(name, grammar);
}

/** The grammar for a language as an author names it, in whatever case; null for a name that is unknown. */
export function findGrammar(language: string): string | null {
  return grammarByName.get(language.toLowerCase()) ?? null;
}

/** The name that was perhaps meant; null if none is like it. */
export function nearestLanguage(language: string): string | null {
  return nearestWord(language.toLowerCase(), [...grammarByName.keys()]);
}

/** Where nothing is to be coloured. */
export const plainGrammar = 'plaintext';
