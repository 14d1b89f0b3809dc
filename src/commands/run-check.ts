import { resolve } from 'node:path';
import { dropKnown, readBaseline } from '../check/baseline.js';
import type { CheckOptions } from '../check-book.js';
import type { ConfigRequest } from '../config/load-config.js';
import { readProgramVersion } from '../config/package-root.js';
import { formatCounts } from '../diagnostics/format.js';
import type { Diagnostic, Severity } from '../model/diagnostic.js';
import { changeFiles, type FileChange } from '../output/change-files.js';
import { readBookText } from '../sources/read-book-text.js';
import { formatDiff } from '../text/format-diff.js';
import type { FlagValues } from './arguments/options.js';
import { flagText, readBookRequest } from './arguments/request.js';
import type { Environment, ExitCode } from './command.js';
import { formatSarif } from './terminal/format-sarif.js';
import { logDiagnostics, printDiagnostics } from './terminal/log-diagnostics.js';

interface CheckRequest {
  readonly root: string;
  readonly config: ConfigRequest;
  readonly form: 'text' | 'json' | 'sarif';
  readonly failOn: Severity;
  readonly known: (diagnostics: readonly Diagnostic[]) => readonly Diagnostic[];
}

/** Runs `octavo check`. */
export async function runCheck(
  flags: FlagValues,
  words: readonly string[],
  environment: Environment,
): Promise<ExitCode> {
  const request = readCheckRequest(flags, words, environment);
  if (typeof request === 'string') {
    environment.log(`octavo: ${request}`);
    return 2;
  }
  if (flags['fix'] === true) {
    const fault = await fix(request, flags['dry-run'] === true, environment);
    if (fault !== null) return fault;
  }
  const { checkBook } = await import('../check-book.js');
  const { diagnostics } = await checkBook(request.root, request.config, {
    threads: environment.processors - 1,
    probe: flags['external'] === true ? openProbe(environment) : null,
  });
  const found = request.known(diagnostics);
  printFindings(found, diagnostics.length - found.length, request, environment);
  return found.some(({ severity }) => rank(severity) <= rank(request.failOn)) ? 1 : 0;
}

/** A way to ask the web that shows how far it is. */
function openProbe({ progress }: Environment): CheckOptions['probe'] {
  return async (addresses) => {
    const { probeAddresses, usualLimits } = await import('../web/probe-addresses.js');
    const answers = await probeAddresses(addresses, usualLimits, (done, total) =>
      progress?.(`asked for ${done} of ${total} addresses`),
    );
    progress?.('');
    return answers;
  };
}

function readCheckRequest(
  flags: FlagValues,
  words: readonly string[],
  environment: Environment,
): CheckRequest | string {
  const request = readBookRequest(flags, words, environment);
  if (!request.ok) return request.message;
  const forms = (['json', 'sarif'] as const).filter((form) => flags[form] === true);
  if (forms.length > 1) return '--json and --sarif exclude each other.';
  if (flags['dry-run'] === true && flags['fix'] !== true) return '--dry-run is a part of --fix.';
  const failOn = levels.find((level) => level === (flags['fail-on'] ?? 'error'));
  if (failOn === undefined) return `--fail-on wants error, warning or advice, not "${flags['fail-on']}".`;
  const known = readKnown(flagText(flags['baseline']), environment);
  if (typeof known === 'string') return known;
  return { root: request.root, config: request.config, form: forms[0] ?? 'text', failOn, known };
}

const levels: readonly Severity[] = ['error', 'warning', 'advice', 'note'];

function rank(severity: Severity): number {
  return levels.indexOf(severity);
}

/** How to leave out what is known; a sentence when the file is no earlier check. */
function readKnown(file: string | undefined, { folder }: Environment): CheckRequest['known'] | string {
  if (file === undefined) return (diagnostics) => diagnostics;
  const path = resolve(folder, file);
  const text = readBookText(resolve(path, '..'), path.slice(resolve(path, '..').length + 1));
  const baseline = text === null ? null : readBaseline(text);
  if (baseline === null) return `"${file}" is no earlier check: make it by octavo check --json > ${file}.`;
  return (diagnostics) => dropKnown(diagnostics, baseline);
}

/** Mends the book, or shows how. The exit code when that ends the run, null when the check is to follow. */
async function fix(
  { root, config, form }: CheckRequest,
  isDry: boolean,
  environment: Environment,
): Promise<ExitCode | null> {
  const { planFixes } = await import('../fix-book.js');
  const { changes, mended } = await planFixes(root, config);
  if (isDry) {
    environment.print(changes.map(formatChange).join(''));
    environment.log(
      mended === 0
        ? 'There is nothing to mend without asking.'
        : `${describeFix(mended, changes)} would be mended; nothing was written.`,
    );
    return 0;
  }
  const faults = changeFiles(root, changes);
  logDiagnostics(faults, root, environment);
  if (faults.length > 0) return 1;
  if (form === 'text' && mended > 0) environment.log(`${describeFix(mended, changes)} mended.`);
  return null;
}

function formatChange({ file, before, after }: FileChange): string {
  const text = (bytes: Uint8Array | null) => Buffer.from(bytes ?? []).toString('utf8');
  return formatDiff(file, text(before), text(after));
}

function describeFix(mended: number, changes: readonly FileChange[]): string {
  const files = changes.length === 1 ? '1 file' : `${changes.length} files`;
  return `${mended === 1 ? '1 finding' : `${mended} findings`} in ${files}`;
}

function printFindings(
  found: readonly Diagnostic[],
  known: number,
  { root, form }: CheckRequest,
  environment: Environment,
): void {
  if (form === 'sarif') environment.print(formatSarif(found, readProgramVersion()));
  else if (form === 'json') environment.print(formatJson(found, known));
  else {
    printDiagnostics(found, root, environment);
    const counts = formatCounts(found);
    const rest = known === 0 ? '' : `, ${known} known`;
    environment.print(`${counts === '' ? 'nothing found' : counts}${rest}\n`);
  }
}

function formatJson(diagnostics: readonly Diagnostic[], known: number): string {
  const count = (level: Severity) => diagnostics.filter(({ severity }) => severity === level).length;
  const counts = Object.fromEntries(levels.map((level) => [level, count(level)]));
  return `${JSON.stringify({ diagnostics, counts, known }, null, 2)}\n`;
}
