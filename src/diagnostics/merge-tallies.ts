import type { Diagnostic } from '../model/diagnostic.js';

/**
 * Findings that are counted, one for all that are equal: of calls that end at the same place of a template, or that have no
 * template. The first keeps its place; the count stands behind its sentence.
 */
export function mergeTallies(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const groups = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    if (diagnostic.tally === undefined) continue;
    const { code, message, tally } = diagnostic;
    const { name, template } = tally;
    const key = [code, message, name, template?.file, template?.line, template?.column].join('\0');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [diagnostic]);
    else group.push(diagnostic);
  }
  const merged = new Map([...groups.values()].map((group) => [group[0], describe(group)]));
  const [dropped, kept] = [new Set([...groups.values()].flatMap((group) => group.slice(1))), merged];
  return diagnostics.flatMap((diagnostic) =>
    dropped.has(diagnostic) ? [] : [kept.get(diagnostic) ?? diagnostic],
  );
}

function describe(group: readonly Diagnostic[]): Diagnostic | undefined {
  const [first] = group;
  const tally = first?.tally;
  if (first === undefined || tally === undefined) return first;
  const words = group.reduce((sum, each) => sum + (each.tally?.words ?? 0), 0);
  const { tally: _, ...finding } = first;
  if (tally.words === null) {
    const others = group.length - 1;
    return others === 0
      ? finding
      : { ...finding, message: `${finding.message} So do ${count(others)} more calls.` };
  }
  const calls = `${count(group.length)} ${group.length === 1 ? 'call' : 'calls'} of ${tally.name}`;
  return {
    ...finding,
    message: `${finding.message.replace(/\.$/, '')}: ${calls} shown plainly (${count(words)} words).`,
  };
}

function count(number: number): string {
  return number.toLocaleString('en');
}
