import { type FormatOptions, formatCounts, formatPlace, type Palette } from '../../diagnostics/format.js';
import type { Diagnostic, Severity } from '../../model/diagnostic.js';
import { formatTable } from './format-table.js';

/** Of one code so many are shown. */
const shown = 5;
/** Files that are named for what is in them. */
const mostFiles = 8;
/** Columns for a line, where no terminal says otherwise. */
const usualWidth = 200;

const severities: readonly Severity[] = ['error', 'warning', 'advice', 'note'];

/** Findings of one code. */
interface CodeCrowd {
  readonly code: string;
  readonly severity: Severity;
  readonly findings: Diagnostic[];
}

/**
 * Many findings as one can read them, a line each: every error, and five of each other code, of different sentences where
 * there are such; then what there is by code, with how much `--fix` knows a mend for, and the files with the most.
 *
 * @param mends Findings with a mend, by code.
 */
export function formatReport(
  diagnostics: readonly Diagnostic[],
  mends: ReadonlyMap<string, number>,
  { palette, room = usualWidth }: Pick<FormatOptions, 'palette' | 'room'>,
): string {
  const crowds = gatherCodes(diagnostics);
  return [
    ...crowds.map((crowd) => formatCrowd(crowd, palette, room)),
    formatTotals(crowds, mends),
    formatFiles(diagnostics),
  ].join('\n');
}

/** The worst first, and of those the most frequent. */
function gatherCodes(diagnostics: readonly Diagnostic[]): readonly CodeCrowd[] {
  const crowds = new Map<string, CodeCrowd>();
  for (const finding of diagnostics) {
    const { code, severity } = finding;
    const key = `${severity} ${code}`;
    const crowd = crowds.get(key);
    if (crowd === undefined) crowds.set(key, { code, severity, findings: [finding] });
    else crowd.findings.push(finding);
  }
  const rank = ({ severity }: CodeCrowd) => severities.indexOf(severity);
  return [...crowds.values()].sort((a, b) => rank(a) - rank(b) || b.findings.length - a.findings.length);
}

function formatCrowd({ code, severity, findings }: CodeCrowd, palette: Palette, room: number): string {
  const paint = severity === 'error' ? palette.error : severity === 'warning' ? palette.warning : palette.dim;
  const chosen = severity === 'error' ? findings : chooseDifferent(findings);
  const lines = chosen.map((finding) => `  ${cut(describe(finding), room - 2)}\n`);
  const rest = findings.length - chosen.length;
  const more = rest === 0 ? '' : `  ${palette.dim(`… ${rest} more`)}\n`;
  return `${paint(severity)} ${palette.strong(code)}\n${lines.join('')}${more}`;
}

/** Five of them, of different sentences as far as there are such. */
function chooseDifferent(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  const firsts = new Map<string, Diagnostic>();
  for (const finding of findings) if (!firsts.has(finding.message)) firsts.set(finding.message, finding);
  const different = new Set([...firsts.values()].slice(0, shown));
  const others = findings.filter((finding) => !different.has(finding)).slice(0, shown - different.size);
  const chosen = new Set([...different, ...others]);
  return findings.filter((finding) => chosen.has(finding));
}

function describe(finding: Diagnostic): string {
  const place = formatPlace(finding);
  return `${place}${place === '' ? '' : '  '}${finding.message}`.replace(/\p{Cc}/gu, ' ');
}

function cut(line: string, room: number): string {
  return line.length <= room ? line : `${line.slice(0, Math.max(20, room - 1))}…`;
}

function formatTotals(crowds: readonly CodeCrowd[], mends: ReadonlyMap<string, number>): string {
  const rows = crowds.map(({ code, severity, findings }) => {
    const files = new Set(findings.map(({ file }) => file)).size;
    const mended = Math.min(mends.get(code) ?? 0, findings.length);
    const fix = mended === 0 ? '' : `, --fix knows a mend for ${mended === findings.length ? 'all' : mended}`;
    return [
      code,
      `${findings.length} ${severity === 'advice' || findings.length === 1 ? severity : `${severity}s`} in ${files} ${files === 1 ? 'file' : 'files'}${fix}`,
    ] as const;
  });
  return formatTable(rows, null);
}

/** The files that have the most, where there are many. */
function formatFiles(diagnostics: readonly Diagnostic[]): string {
  const counts = new Map<string, Diagnostic[]>();
  for (const finding of diagnostics) {
    const { file } = finding;
    if (file === undefined) continue;
    const own = counts.get(file);
    if (own === undefined) counts.set(file, [finding]);
    else own.push(finding);
  }
  const most = [...counts].sort(([, a], [, b]) => b.length - a.length).slice(0, mostFiles);
  const rows = most.map(([file, own]) => [file, formatCounts(own)] as const);
  const rest = counts.size - most.length;
  return `${formatTable(rows, null)}${rest === 0 ? '' : `  … and ${rest} more files\n`}`;
}
