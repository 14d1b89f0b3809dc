import { relative, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { BuildRequest, BuildResult, Published } from '../build.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { WatchBuildRequest } from '../preview/watch-build.js';
import { bookFlags, type FlagValues } from './arguments/options.js';
import { pollFlag, readPoll } from './arguments/poll-flag.js';
import { flagText, readBookRequest } from './arguments/request.js';
import type { Command, Environment, ExitCode } from './command.js';
import { describePolling } from './terminal/describe-polling.js';
import { logDiagnostics } from './terminal/log-diagnostics.js';
import { formatBuildSummary } from './terminal/report-build.js';
import { showProgress } from './terminal/show-progress.js';
import { formatJsonText } from './terminal/to-terminal.js';

/** `octavo build`: content → `public/`. */
export const buildCommand: Command = {
  name: 'build',
  summary: 'publishes the book: content/ → public/',
  flags: [
    ...bookFlags,
    {
      name: 'destination',
      short: 'd',
      value: 'DIR',
      help: 'where the site is written (default: publishDir, public)',
    },
    {
      name: 'take-over',
      also: ['cleanDestinationDir'],
      help: 'overwrite files in the destination that Octavo did not write',
    },
    { name: 'fail-on-warnings', also: ['panicOnWarning'], help: 'treat warnings as errors' },
    { name: 'watch', short: 'w', help: 'build again whenever the book changes' },
    pollFlag,
    { name: 'no-memory', help: 'build without what is kept of the build before, and keep nothing' },
    { name: 'json', help: 'print the result as JSON' },
    { name: 'quiet', help: 'say nothing but errors' },
  ],
  run: runBuild,
};

async function runBuild(
  flags: FlagValues,
  words: readonly string[],
  environment: Environment,
): Promise<ExitCode> {
  const request = readBookRequest(flags, words, environment);
  if (!request.ok) {
    environment.log(`octavo: ${request.message}`);
    return 2;
  }
  const poll = readPoll(flagText(flags['poll']));
  if (typeof poll === 'string') {
    environment.log(`octavo: ${poll}`);
    return 2;
  }
  const quiet = flags['quiet'] === true;
  const destination = flagText(flags['destination']);
  const asked: BuildRequest = {
    root: request.root,
    destination: destination === undefined ? null : resolve(request.root, destination),
    config: request.config,
    takeOver: flags['take-over'] === true,
    failOnWarnings: flags['fail-on-warnings'] === true,
    threads: environment.processors - 1,
    progress: quiet ? null : showProgress(environment),
    browser: environment,
    onInterrupt: environment.onInterrupt,
    clock: environment.clock,
    memory: flags['no-memory'] !== true,
  };
  if (flags['watch'] === true) return runWatch({ build: asked, poll }, flags, environment);
  optimiseLater(environment.v8);
  const { build } = await import('../build.js');
  const result = await build(asked);
  environment.progress?.('');
  tellResult(result, environment.elapsed(), asked, { flags, environment });
  return result.published === null ? 1 : 0;
}

/**
 * Has V8 optimise a function after six times as much work in it as is usual: its compilers take a quarter of the
 * processor's time of a build, which is over before most of what they make has paid. V8 12 (Node 22) has no such flag, and
 * complains of one that it does not know.
 */
function optimiseLater(v8: string): void {
  if (Number.parseInt(v8, 10) < 12) setFlagsFromString('--interrupt-budget=400000');
}

/** Builds again and again; ends when the user interrupts, or by a fault of the program. */
async function runWatch(
  { build, poll }: Pick<WatchBuildRequest, 'build' | 'poll'>,
  flags: FlagValues,
  environment: Environment,
): Promise<ExitCode> {
  const { watchBuild } = await import('../preview/watch-build.js');
  return new Promise((_, reject) => {
    watchBuild({
      build,
      poll,
      clock: environment.clock,
      isNowFixed: flags['clock'] !== undefined,
      onBuilt: (result, milliseconds) => tellResult(result, milliseconds, build, { flags, environment }),
      onPolling: (reason) => environment.log(describePolling(reason)),
      onFailure: reject,
    }).catch(reject);
  });
}

interface Telling {
  readonly flags: FlagValues;
  readonly environment: Environment;
}

function tellResult(
  result: BuildResult,
  milliseconds: number,
  { root }: BuildRequest,
  { flags, environment }: Telling,
): void {
  if (flags['json'] === true) {
    printJson(result, milliseconds, environment);
    return;
  }
  const quiet = flags['quiet'] === true;
  const { diagnostics, published } = result;
  logDiagnostics(quiet ? diagnostics.filter(isError) : diagnostics, root, environment);
  if (published === null) logFailure(result, environment);
  else if (!quiet) printSummary(published, milliseconds, environment);
}

function printJson(result: BuildResult, milliseconds: number, environment: Environment): void {
  const timed = { ...result, milliseconds: Math.round(milliseconds) };
  environment.print(`${formatJsonText(timed)}\n`);
}

function logFailure(result: BuildResult, environment: Environment): void {
  const reason = result.diagnostics.some(isError)
    ? ''
    : 'Warnings count as errors here (--fail-on-warnings, panicOnWarning). ';
  environment.log(`${reason}Nothing was published.`);
}

function printSummary(published: Published, milliseconds: number, environment: Environment): void {
  const destination = relative(environment.folder, published.destination) || '.';
  const summary = { ...published, destination, milliseconds };
  environment.print(formatBuildSummary(summary, environment.printPalette));
}

function isError(diagnostic: Diagnostic): boolean {
  return diagnostic.severity === 'error';
}
