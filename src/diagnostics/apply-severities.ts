import type { Config } from '../model/config.js';
import type { Diagnostic, Severity } from '../model/diagnostic.js';
import { catalogue } from './catalogue.js';

/** The parts of the configuration that change how much a finding matters. */
export type SeverityRules = Pick<Config, 'compat' | 'severities'>;

/**
 * Gives each finding the severity that the book's owner asked for, and drops those that are switched off:
 * `diagnostics` in the config first, then `compat: hugo`, which makes warnings of the errors that Hugo does not
 * have (content rule 19). Other errors stay errors whatever the config says: a chapter whose front matter cannot be
 * read might say `draft: true`. The order stays.
 */
export function applySeverities(
  diagnostics: readonly Diagnostic[],
  rules: SeverityRules,
): readonly Diagnostic[] {
  const settled: Diagnostic[] = [];
  for (const diagnostic of diagnostics) {
    const severity = settledSeverity(diagnostic, rules);
    if (severity === 'off') continue;
    settled.push(severity === diagnostic.severity ? diagnostic : { ...diagnostic, severity });
  }
  return settled;
}

function settledSeverity(diagnostic: Diagnostic, rules: SeverityRules): Severity | 'off' {
  const { code, severity } = diagnostic;
  if (severity === 'error' && !isLenient(code)) return severity;
  const asked = rules.severities[code];
  if (asked !== undefined) return asked;
  return severity === 'error' && rules.compat === 'hugo' ? 'warning' : severity;
}

function isLenient(code: string): boolean {
  const wordings: Readonly<Record<string, { readonly lenient?: true }>> = catalogue;
  return wordings[code]?.lenient === true;
}

/** True when publication must not happen. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}
