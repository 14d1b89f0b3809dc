import { catalogue } from '../../diagnostics/catalogue.js';
import type { Diagnostic, Severity, SourceSpan } from '../../model/diagnostic.js';
import { formatJsonText } from './to-terminal.js';

/** SARIF's word for each severity. */
const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  advice: 'note',
  note: 'note',
};

/** Findings as SARIF 2.1.0, with a line break at the end: what code hosts show beside the lines. */
export function formatSarif(diagnostics: readonly Diagnostic[], version: string): string {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  const rules = codes.map((id) => ({ id, defaultConfiguration: { level: levels[defaultSeverity(id)] } }));
  const driver = { name: 'Octavo', version, rules };
  const run = { tool: { driver }, columnKind: 'utf16CodeUnits', results: diagnostics.map(toResult) };
  const schema = 'https://json.schemastore.org/sarif-2.1.0.json';
  return `${formatJsonText({ $schema: schema, version: '2.1.0', runs: [run] })}\n`;
}

function defaultSeverity(code: string): Severity {
  const wordings: Readonly<Record<string, { readonly severity: Severity }>> = catalogue;
  return wordings[code]?.severity ?? 'warning';
}

function toResult({ code, severity, message, hint, related = [], ...place }: Diagnostic) {
  return {
    ruleId: code,
    level: levels[severity],
    message: { text: hint === undefined ? message : `${message} ${hint}` },
    locations: toLocations(place),
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((other) => ({
            ...toLocations(other)[0],
            message: { text: other.message },
          })),
        }),
  };
}

function toLocations({ file, line, column, length }: Partial<SourceSpan>) {
  if (file === undefined) return [];
  const region = {
    startLine: line,
    ...(column === undefined ? {} : { startColumn: column }),
    ...(column === undefined || length === undefined ? {} : { endColumn: column + length }),
  };
  const artifactLocation = { uri: file.split('/').map(encodeURIComponent).join('/') };
  return [{ physicalLocation: { artifactLocation, ...(line === undefined ? {} : { region }) } }];
}
