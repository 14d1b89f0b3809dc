import { addAll } from '../lists/add-all.js';
/** Says whether a path matches a pattern. */
export type Matcher = (path: string) => boolean;

/** One step of a pattern: a set of characters, or any number of characters, separators among them or not. */
type Step =
  | { readonly kind: 'one'; readonly accepts: (character: string) => boolean }
  | { readonly kind: 'any'; readonly crosses: boolean };

const maxAlternatives = 1000;

/**
 * Compiles a pattern as Hugo has them (gobwas/glob with `/` as separator): `*` stands for any characters but `/`, `**`
 * for any, `?` for one, `[a-z]` and `[!a]` for one of a set, `{a,b}` for either, and `\` takes the next one literally.
 * Case does not count. Matching takes time in proportion to path times pattern, whatever the pattern.
 * Null for a pattern with an unclosed bracket, or one that says more than 1,000 patterns in one.
 */
export function compileGlob(pattern: string): Matcher | null {
  const alternatives = expandBraces(pattern.toLowerCase());
  if (alternatives === null) return null;
  const compiled = alternatives.map(readSteps);
  if (compiled.includes(null)) return null;
  return (path) => compiled.some((steps) => steps !== null && matchSteps(steps, [...path.toLowerCase()]));
}

function expandBraces(pattern: string): readonly string[] | null {
  const open = findPlain(pattern, '{', 0);
  if (open === -1) return [pattern];
  const parts: string[] = [];
  let depth = 0;
  let start = open + 1;
  for (let index = open; index < pattern.length; index += 1) {
    const character = pattern[index];
    if (character === '\\') index += 1;
    else if (character === '{') depth += 1;
    else if (character === ',' && depth === 1) {
      parts.push(pattern.slice(start, index));
      start = index + 1;
    } else if (character === '}') {
      depth -= 1;
      if (depth > 0) continue;
      parts.push(pattern.slice(start, index));
      return expandParts(pattern.slice(0, open), parts, pattern.slice(index + 1));
    }
  }
  return null;
}

function expandParts(before: string, parts: readonly string[], after: string): readonly string[] | null {
  const all: string[] = [];
  for (const part of parts) {
    const expanded = expandBraces(before + part + after);
    if (expanded === null || all.length + expanded.length > maxAlternatives) return null;
    addAll(all, expanded);
  }
  return all;
}

/** Where a character stands that no `\` is before; -1 if nowhere. */
function findPlain(pattern: string, wanted: string, from: number): number {
  for (let index = from; index < pattern.length; index += 1) {
    if (pattern[index] === '\\') index += 1;
    else if (pattern[index] === wanted) return index;
  }
  return -1;
}

function readSteps(pattern: string): readonly Step[] | null {
  const characters = [...pattern];
  const steps: Step[] = [];
  for (let index = 0; index < characters.length; index += 1) {
    const character = characters[index] ?? '';
    if (character === '*') {
      const crosses = characters[index + 1] === '*';
      while (characters[index + 1] === '*') index += 1;
      steps.push({ kind: 'any', crosses });
    } else if (character === '[') {
      const end = characters.indexOf(']', index + 2);
      if (end === -1) return null;
      steps.push({ kind: 'one', accepts: readSet(characters.slice(index + 1, end)) });
      index = end;
    } else if (character === '?') steps.push({ kind: 'one', accepts: (found) => found !== '/' });
    else {
      const literal = character === '\\' ? (characters[++index] ?? '\\') : character;
      steps.push({ kind: 'one', accepts: (found) => found === literal });
    }
  }
  return steps;
}

function readSet(characters: readonly string[]): (character: string) => boolean {
  const isNegated = characters[0] === '!' || characters[0] === '^';
  const set = isNegated ? characters.slice(1) : characters;
  const ranges: [string, string][] = [];
  for (let index = 0; index < set.length; index += 1) {
    const from = set[index] ?? '';
    const isRange = set[index + 1] === '-' && index + 2 < set.length;
    ranges.push([from, isRange ? (set[index + 2] ?? from) : from]);
    if (isRange) index += 2;
  }
  return (character) => ranges.some(([from, to]) => from <= character && character <= to) !== isNegated;
}

/** Keeps all the places in the pattern where the path so far may have led. */
function matchSteps(steps: readonly Step[], path: readonly string[]): boolean {
  let places = skipEmpty(new Set([0]), steps);
  for (const character of path) {
    const next = new Set<number>();
    for (const place of places) {
      const step = steps[place];
      if (step?.kind === 'one' && step.accepts(character)) next.add(place + 1);
      if (step?.kind === 'any' && (step.crosses || character !== '/')) next.add(place);
    }
    places = skipEmpty(next, steps);
  }
  return places.has(steps.length);
}

/** Adds the places behind those where nothing at all matches. */
function skipEmpty(places: Set<number>, steps: readonly Step[]): Set<number> {
  for (const place of places) if (steps[place]?.kind === 'any') places.add(place + 1);
  return places;
}
