import { findOriginal } from '../authoring/manuscript/find-page.js';
import { listFaults } from '../authoring/manuscript/list-faults.js';
import { type Manuscript, openManuscript } from '../authoring/manuscript/open-manuscript.js';
import { type MovePlan, planMove } from '../authoring/move/plan-move.js';
import { loadParser } from '../markdown/parse/load-parser.js';
import type { Page } from '../model/book.js';
import { changeFiles } from '../output/change-files.js';
import type { FlagValues } from './arguments/options.js';
import { readInsertionPoint } from './arguments/read-insertion-point.js';
import { readBookRequest } from './arguments/request.js';
import type { Environment, ExitCode } from './command.js';
import { agree } from './terminal/confirm.js';
import { formatMove } from './terminal/format-move.js';
import { logDiagnostics } from './terminal/log-diagnostics.js';
import { refuseUsage } from './terminal/refuse.js';

/** Runs `octavo move`. */
export async function runMove(
  flags: FlagValues,
  words: readonly string[],
  environment: Environment,
): Promise<ExitCode> {
  const [what, ...more] = words;
  const request = readBookRequest(flags, more, environment);
  if (!request.ok) return refuseUsage(request.message, environment);
  if (what === undefined)
    return refuseUsage('Which chapter or section? `octavo move WHAT --after WHERE`', environment);
  const manuscript = openManuscript(request.root, request.config);
  const found = findOriginal(manuscript, what);
  if (!found.ok) return refuseUsage(found.message, environment);
  const named = readInsertionPoint(flags, found.manuscript, found.page.key);
  if (!named.ok) return refuseUsage(named.message, environment);
  if (named.place === null)
    return refuseUsage('Where to? --after WHERE, --before WHERE or --into SECTION', environment);
  const sections = new Set([found.page.parent, found.page.key, named.place.section]);
  const faults = listFaults(manuscript, (key) => sections.has(key));
  if (faults.length > 0) {
    logDiagnostics(faults, request.root, environment);
    return 1;
  }
  const parse = await loadParser(manuscript.inputs.config.markdown.parser);
  const outcome = planMove(found.manuscript, found.page, named.place, parse);
  if (!outcome.ok) {
    logDiagnostics(outcome.diagnostics, request.root, environment);
    return outcome.diagnostics.length > 0 ? 1 : refuseUsage(outcome.message, environment);
  }
  const isWritten = flags['write'] === true;
  const crossing = describeCrossing(found.manuscript, found.page, named.place.section);
  if (crossing !== null && !isWritten) environment.log(crossing);
  if (crossing !== null && isWritten && flags['across-volumes'] !== true) {
    if (environment.ask === null) return refuseUsage(`${crossing} --across-volumes allows it.`, environment);
    if (!(await agree(`${crossing} Move it?`, environment))) {
      environment.log('Nothing was written.');
      return 0;
    }
  }
  return finish(outcome.plan, request.root, isWritten, environment);
}

/** In a library, a sentence that says which volume a page would leave, and which it would come into; null where neither changes. */
function describeCrossing(
  { opened: { book } }: Manuscript,
  { key, label, volume }: Page,
  section: string,
): string | null {
  // A volume that comes to another shelf stays a book of its own.
  const from = volume === key ? null : volume;
  const to = book.pages[section]?.volume ?? null;
  if (from === to) return null;
  const nameOf = (volume: string | null) => `"${book.pages[volume ?? '']?.title ?? ''}"`;
  if (from === null) return `"${label}" comes into the volume ${nameOf(to)}.`;
  if (to === null) return `"${label}" leaves the volume ${nameOf(from)}.`;
  return `"${label}" leaves the volume ${nameOf(from)} for ${nameOf(to)}.`;
}

function finish(plan: MovePlan, root: string, isWritten: boolean, environment: Environment): ExitCode {
  if (isWritten) {
    const faults = changeFiles(root, plan.changes);
    logDiagnostics(faults, root, environment);
    if (faults.length > 0) return 1;
  }
  environment.print(formatMove(plan, environment.columns));
  for (const url of plan.gone)
    environment.log(`${url} has no file that could redirect: it will lead nowhere.`);
  if (plan.changes.length === 0) environment.log('It is there already.');
  else if (!isWritten) environment.log('Nothing was written; --write does it.');
  return 0;
}
