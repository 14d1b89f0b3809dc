import { explainPage, type Reason } from '../authoring/explain-page.js';
import { findPage } from '../authoring/manuscript/find-page.js';
import { openManuscript } from '../authoring/manuscript/open-manuscript.js';
import { formatPlace } from '../diagnostics/format.js';
import { largest } from '../lists/largest.js';
import { displayWidth } from '../text/display-width.js';
import type { FlagValues } from './arguments/options.js';
import { readBookRequest } from './arguments/request.js';
import type { Environment, ExitCode } from './command.js';
import { logDiagnostics } from './terminal/log-diagnostics.js';
import { refuseUsage } from './terminal/refuse.js';
import { formatJsonText } from './terminal/to-terminal.js';

/** Runs `octavo why`. */
export async function runWhy(
  flags: FlagValues,
  words: readonly string[],
  environment: Environment,
): Promise<ExitCode> {
  const [word, ...more] = words;
  const request = readBookRequest(flags, more, environment);
  if (!request.ok) return refuseUsage(request.message, environment);
  if (word === undefined) return refuseUsage('Which page? `octavo why PAGE`', environment);
  const manuscript = openManuscript(request.root, request.config);
  const found = findPage(manuscript, word);
  if (!found.ok) return refuseUsage(found.message, environment);
  const { file } = found.page;
  const faults = manuscript.faults.filter((fault) => fault.file === file || fault.code.startsWith('config/'));
  logDiagnostics(faults, request.root, environment);
  const reasons = explainPage(found.manuscript, found.page);
  if (flags['json'] === true) environment.print(`${formatJsonText(reasons)}\n`);
  else environment.print(`${found.page.label}\n${formatReasons(reasons, environment.columns)}`);
  return faults.length > 0 ? 1 : 0;
}

/**
 * A line each: `  address  /ink/  (by its path)`, with the place in the brackets; these go to the next line on a terminal
 * that is too narrow for both.
 */
function formatReasons(reasons: readonly Reason[], columns: number | null): string {
  const width = largest(reasons.map(({ what }) => what.length));
  return reasons
    .map(({ what, value, because, place }) => {
      const where = place === undefined ? '' : `, ${formatPlace(place)}`;
      const line = `  ${what.padEnd(width)}  ${value}`;
      const reason = `(${because}${where})`;
      const fits = displayWidth(`${line}  ${reason}`) <= (columns ?? Infinity);
      return `${line}${fits ? '  ' : `\n${' '.repeat(width + 4)}`}${reason}\n`;
    })
    .join('');
}
