import { relative, resolve } from 'node:path';
import { hasErrors } from '../diagnostics/settle.js';
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
  const request = readBookRequest(flags, environment);
  if (!request.ok || words.length > 0) {
    environment.log(
      `octavo: ${request.ok ? `build takes no operand "${words[0]}"; the folder goes after -s.` : request.message}`,
    );
    return 2;
  }
  const { build } = await import('../build.js');
  const destination = resolve(request.root, textOf(flags['destination']) ?? 'public');
  const result = await build({
    root: request.root,
    destination,
    config: request.config,
    takeOver: flags['take-over'] === true,
    failOnWarnings: flags['fail-on-warnings'] === true,
    processors: environment.processors,
    progress: flags['quiet'] === true ? null : throttledProgress(environment),
    onInterrupt: environment.onInterrupt,
  });
  environment.progress?.('');
  const failed = result.published === null;
  const shown =
    flags['quiet'] === true ? result.diagnostics.filter((d) => d.severity === 'error') : result.diagnostics;
  if (flags['json'] === true) {
    environment.print(
      `${JSON.stringify({ ...result, milliseconds: Math.round(environment.elapsed()) }, null, 2)}\n`,
    );
    return failed ? 1 : 0;
  }
  logDiagnostics(shown, request.root, environment);
  if (result.published === null) {
    if (!hasErrors(result.diagnostics))
      environment.log('Warnings count as errors here (--fail-on-warnings).');
    environment.log('Nothing was published.');
    return 1;
  }
  if (flags['quiet'] === true) return 0;
  const summary = {
    ...result.published,
    destination: relative(environment.folder, destination) || '.',
    milliseconds: environment.elapsed(),
  };
  environment.print(formatBuildSummary(summary, environment.palette));
  return 0;
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
