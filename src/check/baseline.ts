import type { Diagnostic } from '../model/diagnostic.js';

/** Findings that are known already, by what they say; a number for each, since one thing may be found twice. */
export type Baseline = ReadonlyMap<string, number>;

/** Reads what `octavo check --json` printed; null when the text is nothing of the kind. */
export function readBaseline(text: string): Baseline | null {
  const findings = readFindings(text);
  if (findings === null) return null;
  const counts = new Map<string, number>();
  for (const finding of findings) {
    const key = keyOf(finding);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** The findings that are not known, in their order. Lines do not count: text above may have come or gone. */
export function dropKnown(diagnostics: readonly Diagnostic[], baseline: Baseline): readonly Diagnostic[] {
  const left = new Map(baseline);
  return diagnostics.filter((finding) => {
    const count = left.get(keyOf(finding)) ?? 0;
    if (count > 0) left.set(keyOf(finding), count - 1);
    return count === 0;
  });
}

type Told = Readonly<Partial<Record<'code' | 'file' | 'message', unknown>>>;

function readFindings(text: string): readonly Told[] | null {
  try {
    const data: unknown = JSON.parse(text);
    const list = typeof data === 'object' && data !== null && 'diagnostics' in data ? data.diagnostics : null;
    return Array.isArray(list) ? list.filter((item) => typeof item === 'object' && item !== null) : null;
  } catch {
    return null;
  }
}

function keyOf({ code, file, message }: Told): string {
  return JSON.stringify([code, file ?? null, message]);
}
