import { resolve } from 'node:path';
import { dropKnown, readBaseline } from '../check/baseline.js';
import type { CheckOptions } from '../check-book.js';
import type { ConfigRequest } from '../config/load-config.js';
import { readProgramVersion } from '../config/package-root.js';
import { catalogue } from '../diagnostics/catalogue.js';
import { formatCounts, formatPlace } from '../diagnostics/format.js';
import type { Diagnostic, Severity } from '../model/diagnostic.js';
import { readBookText } from '../sources/read-book-text.js';
import { nearestWord } from '../text/nearest.js';
import type { FlagValues } from './arguments/options.js';
import { readScope, type Scope } from './arguments/read-scope.js';
import { flagText, readBookRequest } from './arguments/request.js';
import type { Environment, ExitCode } from './command.js';
import { readUnchanged } from './read-unchanged.js';
import { formatReport } from './terminal/format-report.js';
import { formatSarif } from './terminal/format-sarif.js';
import { logDiagnostics, printDiagnostics } from './terminal/log-diagnostics.js';
import { formatJsonText } from './terminal/to-terminal.js';

interface CheckRequest {
  readonly root: string;
  readonly config: ConfigRequest;
  readonly form: 'text' | 'json' | 'sarif';
  readonly failOn: Severity;
  readonly known: (diagnostics: readonly Diagnostic[]) => readonly Diagnostic[];
  readonly scope: Scope;
  /** Whether findings of a code are asked for. */
  readonly isWanted: (code: string) => boolean;
  /** Whether each is shown, however many there are. */
  readonly showsAll: boolean;
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
    const { root, config, form, scope } = request;
    const fix = { root, config, form, isAsked: scope.isAsked, dialects: flags['dialects'] === true };
    const fault = await runFix(fix, flags['dry-run'] === true, environment);
    if (fault !== null) return fault;
  }
  const { checkBook } = await import('../check-book.js');
  const read = () =>
    checkBook(request.root, request.config, {
      threads: environment.processors - 1,
      probe: flags['external'] === true ? openProbe(environment) : null,
      isAsked: request.scope.isAsked,
    });
  const outcome = await readUnchanged(read);
  if (!outcome.ok) {
    logDiagnostics([outcome.loss], request.root, environment);
    return 1;
  }
  const checked = outcome.value;
  const [unmet] = request.scope.listUnmet();
  if (unmet !== undefined) {
    environment.log(`octavo: No chapter of the book is "${unmet}", or is in it.`);
    return 2;
  }
  const diagnostics = checked.diagnostics.filter(({ code }) => request.isWanted(code));
  const found = request.known(diagnostics);
  printFindings(
    found,
    { known: diagnostics.length - found.length, mends: checked.mends },
    request,
    environment,
  );
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
  const request = readBookRequest(flags, [], environment);
  if (!request.ok) return request.message;
  const scope = readScope(words, flagText(flags['since']), request.root, environment.folder);
  if (typeof scope === 'string') return scope;
  const isWanted = readOnly(flagText(flags['only']));
  if (typeof isWanted === 'string') return isWanted;
  const forms = (['json', 'sarif'] as const).filter((form) => flags[form] === true);
  if (forms.length > 1) return '--json and --sarif exclude each other.';
  const part = ['dry-run', 'dialects'].find((name) => flags[name] === true && flags['fix'] !== true);
  if (part !== undefined) return `--${part} is a part of --fix.`;
  const failOn = levels.find((level) => level === (flags['fail-on'] ?? 'error'));
  if (failOn === undefined) return `--fail-on wants error, warning or advice, not "${flags['fail-on']}".`;
  const known = readKnown(flagText(flags['baseline']), environment);
  if (typeof known === 'string') return known;
  const { root, config } = request;
  const showsAll = flags['all'] === true;
  return { root, config, form: forms[0] ?? 'text', failOn, known, scope, isWanted, showsAll };
}

/** Codes by name or by area, several with commas between them; a sentence for one that there is not. */
function readOnly(asked: string | undefined): CheckRequest['isWanted'] | string {
  if (asked === undefined) return () => true;
  const names = asked.split(',').map((name) => name.trim());
  const codes = Object.keys(catalogue);
  const fits = (code: string, name: string) =>
    code === name || code.startsWith(`${name.replace(/\/$/, '')}/`);
  const unknown = names.find((name) => !codes.some((code) => fits(code, name)));
  if (unknown === undefined) return (code) => names.some((name) => fits(code, name));
  const nearest = nearestWord(unknown, codes);
  return `There is no code "${unknown}"${nearest === null ? '.' : `; did you mean ${nearest}?`}`;
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
  { known, mends }: { readonly known: number; readonly mends: ReadonlyMap<string, number> },
  { root, form, showsAll }: CheckRequest,
  environment: Environment,
): void {
  if (form === 'sarif') environment.print(formatSarif(found, readProgramVersion()));
  else if (form === 'json') environment.print(formatJson(found, known));
  else {
    const { columns, printPalette: palette } = environment;
    if (showsAll || found.length <= mostWhole) printDiagnostics(found, root, environment);
    else
      environment.print(
        `${formatReport(found, mends, { palette, ...(columns === null ? {} : { room: columns }) })}\n`,
      );
    const counts = formatCounts(found);
    const rest = known === 0 ? '' : `, ${known} known`;
    environment.print(`${counts === '' ? 'nothing found' : counts}${rest}\n`);
    for (const line of describeNext(found, mends)) environment.log(line);
  }
}

/** As many findings are shown with their lines. */
const mostWhole = 30;

/** What to do first. */
function describeNext(found: readonly Diagnostic[], mends: ReadonlyMap<string, number>): readonly string[] {
  const errors = found.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  const told = new Set(found.map(({ code }) => code));
  const mended = [...mends].reduce((sum, [code, count]) => sum + (told.has(code) ? count : 0), 0);
  return [
    ...(first === undefined
      ? []
      : [`Mend the errors first, which stop a build: ${formatPlace(first)} ${first.code}`]),
    ...(mended === 0 ? [] : [`octavo check --fix --dry-run shows mends for ${mended} of them, as a diff.`]),
  ];
}

function formatJson(diagnostics: readonly Diagnostic[], known: number): string {
  const count = (level: Severity) => diagnostics.filter(({ severity }) => severity === level).length;
  const counts = Object.fromEntries(levels.map((level) => [level, count(level)]));
  return `${formatJsonText({ diagnostics, counts, known })}\n`;
}
