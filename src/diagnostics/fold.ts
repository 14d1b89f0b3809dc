import type { Diagnostic } from '../model/diagnostic.js';

/** Findings of one code that are counted instead of shown. */
export interface Fold {
  readonly code: string;
  readonly severity: Diagnostic['severity'];
  readonly count: number;
  readonly files: number;
  /** Sentences that occur again and again, most frequent first, with how often. */
  readonly repeated: readonly (readonly [message: string, count: number])[];
}

/** Of one code so many are shown. */
const SHOWN = 5;

/**
 * What to show of findings so that they can be read: every error, and of anything else five of each code, of different
 * sentences where there are such; the rest as counts, in order of the first of each code. The order stays.
 */
export function foldFindings(findings: readonly Diagnostic[]): {
  readonly shown: readonly Diagnostic[];
  readonly folds: readonly Fold[];
} {
  const crowds = new Map<string, Diagnostic[]>();
  for (const finding of findings) {
    if (finding.severity === 'error') continue;
    const crowd = crowds.get(finding.code);
    if (crowd === undefined) crowds.set(finding.code, [finding]);
    else crowd.push(finding);
  }
  const folded = new Set<Diagnostic>();
  const folds = [...crowds.values()].flatMap((crowd) => {
    const rest = leaveOut(crowd);
    for (const finding of rest) folded.add(finding);
    return rest.length === 0 ? [] : describeFold(rest);
  });
  return { shown: findings.filter((finding) => !folded.has(finding)), folds };
}

/** Those of a code that are more than can be read: nothing but repetitions, if there are enough of them. */
function leaveOut(crowd: readonly Diagnostic[]): readonly Diagnostic[] {
  if (crowd.length <= SHOWN) return [];
  const firsts = new Map<string, Diagnostic>();
  for (const finding of crowd) if (!firsts.has(finding.message)) firsts.set(finding.message, finding);
  const shown = new Set([...firsts.values()].slice(0, SHOWN));
  return crowd.filter((finding) => !shown.has(finding));
}

function describeFold(rest: readonly Diagnostic[]): readonly Fold[] {
  const [first] = rest;
  if (first === undefined) return [];
  const counts = new Map<string, number>();
  for (const { message } of rest) counts.set(message, (counts.get(message) ?? 0) + 1);
  const repeated = [...counts].filter(([, count]) => count > 1).sort(([, one], [, two]) => two - one);
  const files = new Set(rest.map(({ file }) => file)).size;
  return [{ code: first.code, severity: first.severity, count: rest.length, files, repeated }];
}
