import { nearestWord } from '../../text/nearest.js';
import { grammars, otherNames, refractorGrammars } from './grammars.js';

/** What grammars of refractor have before their name. */
export const refractorMark = 'refractor/';

const grammarByName = new Map<string, string>();
addNames(grammars, '');
addNames(otherNames, '');
addNames(refractorGrammars, refractorMark);

function addNames(table: string, mark: string): void {
  for (const line of table.trim().split('\n')) {
    const [grammar = '', ...names] = line.trim().split(' ');
    for (const name of [grammar, ...names])
      if (!grammarByName.has(name)) grammarByName.set(name, mark + grammar);
  }
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
