import { relative, resolve } from 'node:path';
import type { BuildResult, Published } from '../build.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Command, Environment, ExitCode } from './command.js';
import { logDiagnostics } from './log-diagnostics.js';
import { bookFlags, type FlagValues } from './options.js';
import { formatBuildSummary } from './report-build.js';
import { readBookRequest, textOf } from './request.js';

/** `octavo build`: content → `public/`. */
export const buildCommand: Command = {
  name: 'build',
  summary: 'publishes the book: content/ → public/',
  flags: [
    ...bookFlags,
    { name: 'destination', short: 'd', value: 'DIR', help: 'where the site is written (default: public)' },
    {
      name: 'take-over',
      also: ['cleanDestinationDir'],
      help: 'overwrite files in the destination that Octavo did not write',
    },
    { name: 'fail-on-warnings', also: ['panicOnWarning'], help: 'treat warnings as errors' },
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
  const { build } = await import('../build.js');
  const quiet = flags['quiet'] === true;
  const destination = resolve(request.root, textOf(flags['destination']) ?? 'public');
  const result = await build({
    root: request.root,
    destination,
    config: request.config,
    takeOver: flags['take-over'] === true,
    failOnWarnings: flags['fail-on-warnings'] === true,
    threads: environment.processors - 1,
    progress: quiet ? null : throttledProgress(environment),
    onInterrupt: environment.onInterrupt,
  });
  environment.progress?.('');
  if (flags['json'] === true) printJson(result, environment);
  else {
    logDiagnostics(
      quiet ? result.diagnostics.filter(isError) : result.diagnostics,
      request.root,
      environment,
    );
    if (result.published === null) logFailure(result, environment);
    else if (!quiet) printSummary(result.published, relative(environment.folder, destination), environment);
  }
  return result.published === null ? 1 : 0;
}

function printJson(result: BuildResult, environment: Environment): void {
  const milliseconds = Math.round(environment.elapsed());
  environment.print(`${JSON.stringify({ ...result, milliseconds }, null, 2)}\n`);
}

function logFailure(result: BuildResult, environment: Environment): void {
  const reason = result.diagnostics.some(isError)
    ? ''
    : 'Warnings count as errors here (--fail-on-warnings). ';
  environment.log(`${reason}Nothing was published.`);
}

function printSummary(published: Published, destination: string, environment: Environment): void {
  const summary = { ...published, destination: destination || '.', milliseconds: environment.elapsed() };
  environment.print(formatBuildSummary(summary, environment.printPalette));
}

function isError(diagnostic: Diagnostic): boolean {
  return diagnostic.severity === 'error';
}

const progressAfter = 1000;
const progressEvery = 100;

/** Shows "rendered 1,200 of 5,000" on a terminal, once a build has taken a second, at most ten times a second. */
function throttledProgress(environment: Environment): ((done: number, total: number) => void) | null {
  const { progress } = environment;
  if (progress === null) return null;
  let shownAt = progressAfter - progressEvery;
  return (done, total) => {
    const elapsed = environment.elapsed();
    if (elapsed - shownAt < progressEvery) return;
    shownAt = elapsed;
    progress(`rendered ${done} of ${total} chapters`);
  };
}
