import { RE2JS } from 're2js';
import { failEvaluation } from '../faults.js';
import { toText, toWhole } from '../values/convert.js';
import type { GoValue } from '../values/value.js';
import { type FunctionEntry, onTexts } from './entries.js';

/** A pattern runs on so much text, in UTF-16 units. The engine is linear; its constant is not small. */
const TEXT_LIMIT = 1_000_000;

/** A match: the whole, then its groups; a group that took no part is undefined. */
export interface PatternMatch {
  readonly start: number;
  readonly end: number;
  readonly groups: readonly (string | undefined)[];
  readonly named: ReadonlyMap<string, string>;
}

/** Functions with regular expressions, which are Go's own kind: RE2, in linear time. */
export const patternFunctions: readonly FunctionEntry[] = [
  onTexts('strings.ReplaceRE replaceRE', 3, 4, ([pattern, to, text, limit]) =>
    replaceMatches(toText(pattern), toText(to), toText(text), limit === undefined ? -1 : toWhole(limit)),
  ),
  onTexts('strings.FindRE findRE', 2, 3, ([pattern, text, limit]) => {
    return findMatches(toText(pattern), toText(text), limitOf(limit)).map(({ groups }) => groups[0] ?? '');
  }),
  onTexts('strings.FindRESubmatch findRESubmatch', 2, 3, ([pattern, text, limit]) => {
    return findMatches(toText(pattern), toText(text), limitOf(limit)).map(({ groups }) =>
      groups.map((group) => group ?? ''),
    );
  }),
];

function limitOf(limit: GoValue | undefined): number {
  return limit === undefined ? -1 : toWhole(limit);
}

const compiled = new Map<string, RE2JS>();

function compile(pattern: string): RE2JS {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  try {
    const made = RE2JS.compile(pattern);
    // Patterns may come from chapters: a book must not fill the memory with them.
    if (compiled.size > 500) compiled.clear();
    compiled.set(pattern, made);
    return made;
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    return failEvaluation(`the regular expression \`${pattern}\` cannot be read: ${reason}`);
  }
}

/** The matches of a pattern from left to right; at most so many, all for a number below 0. */
export function findMatches(pattern: string, text: string, limit: number): readonly PatternMatch[] {
  if (text.length > TEXT_LIMIT)
    failEvaluation(`a pattern is not searched for in more than ${TEXT_LIMIT} characters`);
  const expression = compile(pattern);
  const matcher = expression.matcher(text);
  const names = Object.entries(expression.namedGroups());
  const matches: PatternMatch[] = [];
  while ((limit < 0 || matches.length < limit) && matcher.find()) {
    const groups = Array.from(
      { length: matcher.groupCount() + 1 },
      (_, at) => matcher.group(at) ?? undefined,
    );
    const named = new Map(names.map(([name, at]) => [name, groups[at] ?? '']));
    matches.push({ start: matcher.start(), end: matcher.end(), groups, named });
  }
  return matches;
}

function replaceMatches(pattern: string, to: string, text: string, limit: number): string {
  let made = '';
  let done = 0;
  for (const match of findMatches(pattern, text, limit)) {
    made += text.slice(done, match.start) + expand(to, match);
    done = match.end;
  }
  return made + text.slice(done);
}

/** `$1`, `${1}`, `$name`: the longest name counts, `$$` is a dollar sign (Go's `Regexp.Expand`). */
function expand(to: string, { groups, named }: PatternMatch): string {
  return to.replace(/\$(?:(\$)|\{(\w+)\}|(\w+))/g, (_, dollar, braced, bare) => {
    if (dollar !== undefined) return '$';
    const name: string = braced ?? bare;
    return (/^\d+$/.test(name) ? groups[Number(name)] : named.get(name)) ?? '';
  });
}
