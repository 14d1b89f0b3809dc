import { join } from 'node:path';
import { listFaults } from '../authoring/manuscript/list-faults.js';
import { type Manuscript, openManuscript } from '../authoring/manuscript/open-manuscript.js';
import { type NewPlan, type NewRequest, planNew } from '../authoring/new/plan-new.js';
import { changeFiles } from '../output/change-files.js';
import type { FlagValues } from './arguments/options.js';
import { type NewTarget, readNewTarget } from './arguments/read-new-target.js';
import { flagText, readBookRequest } from './arguments/request.js';
import type { Environment, ExitCode } from './command.js';
import { confirm } from './terminal/confirm.js';
import { formatWeights } from './terminal/format-weights.js';
import { logDiagnostics } from './terminal/log-diagnostics.js';
import { refuseUsage } from './terminal/refuse.js';

/** Runs `octavo new`. */
export async function runNew(
  flags: FlagValues,
  words: readonly string[],
  environment: Environment,
): Promise<ExitCode> {
  // `new content PATH`, as in Hugo.
  const [operand, ...more] = words.length > 1 && words[0] === 'content' ? words.slice(1) : words;
  const request = readBookRequest(flags, more, environment);
  if (!request.ok) return refuseUsage(request.message, environment);
  const manuscript = openManuscript(request.root, request.config);
  const target = readNewTarget(operand, flags, manuscript);
  if (typeof target === 'string') return refuseUsage(target, environment);
  const { section } = target.place;
  const faults = listFaults(target.manuscript, (key) => key === section);
  if (faults.length > 0) {
    logDiagnostics(faults, request.root, environment);
    return 1;
  }
  const asked = { ...target, ...readRest(flags, environment) };
  const title = asked.title ?? (await askTitle(target.manuscript, asked, environment));
  const outcome = planNew(target.manuscript, { ...asked, title });
  if (!outcome.ok) {
    logDiagnostics(outcome.diagnostics, request.root, environment);
    return outcome.diagnostics.length > 0 ? 1 : refuseUsage(outcome.message, environment);
  }
  return write(outcome.plan, request.root, flags, environment);
}

function readRest(flags: FlagValues, { now }: Environment): Omit<NewRequest, keyof NewTarget> {
  return {
    title: flagText(flags['title']) ?? flagText(flags['part']) ?? null,
    kind: flagText(flags['kind']) ?? 'default',
    style: flags['chapter'] === true ? 'chapter' : flags['piece'] === true ? 'piece' : 'either',
    now,
  };
}

/** Asked on a terminal only, and not when the title is that of the chapter it goes on with. */
async function askTitle(
  manuscript: Manuscript,
  request: NewRequest,
  { ask }: Environment,
): Promise<string | null> {
  const outcome = planNew(manuscript, request);
  if (ask === null || !outcome.ok || outcome.plan.title !== '') return null;
  const answer = await ask(`Title of ${outcome.plan.heading || 'the chapter'}: `);
  return answer?.trim() || null;
}

async function write(
  plan: NewPlan,
  root: string,
  flags: FlagValues,
  environment: Environment,
): Promise<ExitCode> {
  const { file, heading, title, weight, neighbours, sameHeading } = plan;
  const isDry = flags['dry-run'] === true;
  environment.print(formatWeights(neighbours, environment.columns));
  if (!isDry) {
    if (neighbours.length > 0 && !(await confirm(describeRoom(neighbours.length), environment))) {
      environment.log('Nothing was written.');
      return 0;
    }
    const faults = changeFiles(root, plan.changes);
    logDiagnostics(faults, root, environment);
    if (faults.length > 0) return 1;
  }
  const name = [heading, title].filter((part) => part !== '').join(' · ');
  environment.print(`${file}  ${name === '' ? '' : `${name}, `}weight ${weight}\n`);
  if (title === '') environment.log('It has no title yet.');
  if (sameHeading !== null) {
    environment.log(`${sameHeading} is "${heading}" already; octavo renumber --headings recounts.`);
  }
  if (isDry) environment.log('Nothing was written.');
  else if (flags['edit'] === true) await environment.edit(join(root, file));
  return 0;
}

function describeRoom(count: number): string {
  return count === 1 ? 'Change this chapter, too?' : `Change these ${count} chapters, too?`;
}
