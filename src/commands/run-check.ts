import { resolve } from 'node:path';
import { dropKnown, readBaseline } from '../check/baseline.js';
import type { CheckOptions } from '../check-book.js';
import type { ConfigRequest } from '../config/load-config.js';
import { readProgramVersion } from '../config/package-root.js';
import { formatCounts } from '../diagnostics/format.js';
import type { Diagnostic, Severity } from '../model/diagnostic.js';
import { readBookText } from '../sources/read-book-text.js';
import type { FlagValues } from './arguments/options.js';
import { flagText, readBookRequest } from './arguments/request.js';
import type { Environment, ExitCode } from './command.js';
import { formatSarif } from './terminal/format-sarif.js';
import { printDiagnostics } from './terminal/log-diagnostics.js';

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
    const { runFix } = await import('./run-fix.js');
    const fault = await runFix(request, flags['dry-run'] === true, environment);
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
