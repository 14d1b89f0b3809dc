import type { PageChange } from '../check/page-change.js';
import type { PageContent } from './read-page.js';

/**
 * Whether a page changed as all the announcements together say: the characters that they name came and went, all others
 * are there in their order, and the number of elements differs by no more than was said.
 */
export function isAnnounced(
  before: PageContent,
  after: PageContent,
  changes: readonly PageChange[],
): boolean {
  return keepsLetters(before.letters, after.letters, changes) && keepsElements(before, after, changes);
}

function keepsLetters(before: string, after: string, changes: readonly PageChange[]): boolean {
  if (before === after) return changes.every(({ lost = '', won = '' }) => lost === '' && won === '');
  const counts = new Map<string, number>();
  const count = (text: string, by: number) => {
    for (const character of text) counts.set(character, (counts.get(character) ?? 0) + by);
  };
  for (const { lost = '', won = '' } of changes) {
    count(lost, -1);
    count(won, 1);
  }
  const named = new Set(counts.keys());
  count(before, 1);
  count(after, -1);
  if ([...counts.values()].some((left) => left !== 0)) return false;
  return without(before, named) === without(after, named);
}

function without(text: string, characters: ReadonlySet<string>): string {
  return [...text].filter((character) => !characters.has(character)).join('');
}

function keepsElements(before: PageContent, after: PageContent, changes: readonly PageChange[]): boolean {
  const names = new Set([...before.elements.keys(), ...after.elements.keys()]);
  for (const { elements = {} } of changes) for (const name of Object.keys(elements)) names.add(name);
  return [...names].every((name) => {
    const difference = (after.elements.get(name) ?? 0) - (before.elements.get(name) ?? 0);
    const sum = (end: 0 | 1) =>
      changes.reduce((total, { elements = {} }) => total + (elements[name]?.[end] ?? 0), 0);
    return sum(0) <= difference && difference <= sum(1);
  });
}
