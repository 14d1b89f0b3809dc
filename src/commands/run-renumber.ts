import { findPage } from '../authoring/manuscript/find-page.js';
import { listFaults } from '../authoring/manuscript/list-faults.js';
import { type Manuscript, openManuscript } from '../authoring/manuscript/open-manuscript.js';
import { planEdits } from '../authoring/manuscript/plan-edits.js';
import { editKeys, type IsAsked, type KeyChange } from '../authoring/weights/plan-renumber.js';
import { type RenumberPlan, renumberBook, renumberBookHeadings } from '../authoring/weights/renumber-book.js';
import { changeFiles } from '../output/change-files.js';
import type { FlagValues } from './arguments/options.js';
import { flagText, readBookRequest } from './arguments/request.js';
import type { Environment, ExitCode } from './command.js';
import { formatTable } from './terminal/format-table.js';
import { logDiagnostics } from './terminal/log-diagnostics.js';
import { refuseUsage } from './terminal/refuse.js';

/** Runs `octavo renumber`. */
export async function runRenumber(
  flags: FlagValues,
  words: readonly string[],
  environment: Environment,
): Promise<ExitCode> {
  const [word, ...more] = words;
  const request = readBookRequest(flags, more, environment);
  if (!request.ok) return refuseUsage(request.message, environment);
  const step = Number(flagText(flags['step']) ?? 10);
  if (!Number.isInteger(step) || step < 1)
    return refuseUsage('--step wants a whole number from 1 on.', environment);
  const manuscript = openManuscript(request.root, request.config);
  const isAsked = readSection(manuscript, word);
  if (typeof isAsked === 'string') return refuseUsage(isAsked, environment);
  const faults = listFaults(manuscript, isAsked);
  if (faults.length > 0) {
    logDiagnostics(faults, request.root, environment);
    return 1;
  }
  const plan: RenumberPlan =
    flags['headings'] === true
      ? { ok: true, changes: renumberBookHeadings(manuscript, isAsked) }
      : renumberBook(manuscript, isAsked, step);
  if (!plan.ok) return refuseUsage(plan.message, environment);
  return finish(manuscript, plan.changes, request.root, flags['write'] === true, environment);
}

/** The section that a word names and all below it, in every language; all sections without one. */
function readSection(manuscript: Manuscript, word: string | undefined): IsAsked | string {
  if (word === undefined) return () => true;
  const found = findPage(manuscript, `/${word.replace(/^\/?(?:content\/)?/, '').replace(/\/$/, '')}/`);
  const page = found.ok ? found : findPage(manuscript, word);
  if (!page.ok) return page.message;
  const { key, kind, url } = page.page;
  if (kind !== 'home' && kind !== 'section') return `${url} is no section; name that of the chapters.`;
  return (section) => section === key || section.startsWith(key === '/' ? '/' : `${key}/`);
}

function finish(
  manuscript: Manuscript,
  changes: readonly KeyChange[],
  root: string,
  isWritten: boolean,
  environment: Environment,
): ExitCode {
  const planned = planEdits(manuscript, editKeys(changes));
  const faults =
    planned.diagnostics.length > 0 || !isWritten ? planned.diagnostics : changeFiles(root, planned.value);
  logDiagnostics(faults, root, environment);
  if (faults.length > 0) return 1;
  environment.print(formatChanges(changes, environment.columns));
  if (changes.length === 0) environment.log('Everything is numbered like that already.');
  else if (!isWritten)
    environment.log(
      `${changes.length === 1 ? '1 change' : `${changes.length} changes`}; nothing was written, --write does it.`,
    );
  return 0;
}

function formatChanges(changes: readonly KeyChange[], columns: number | null): string {
  const rows = changes.map(
    ({ chapter, key, from, to }) => [chapter.file, `${key} ${from || 'none'} → ${to}`] as const,
  );
  return formatTable(rows, columns);
}
