import { join } from 'node:path';
import { findPage } from '../authoring/find-page.js';
import { listSiblings, type Manuscript, openManuscript } from '../authoring/open-manuscript.js';
import { type NewPlan, type NewRequest, planNew } from '../authoring/plan-new.js';
import type { Place } from '../authoring/plan-place.js';
import { changeFiles } from '../output/change-files.js';
import type { Environment, ExitCode } from './command.js';
import { formatWeights } from './format-weights.js';
import { logDiagnostics } from './log-diagnostics.js';
import type { FlagValues } from './options.js';
import { readPlace } from './read-place.js';
import { refuseUsage } from './refuse.js';
import { readBookRequest, textOf } from './request.js';

/** Runs `octavo new`. */
export async function runNew(
  flags: FlagValues,
  words: readonly string[],
  environment: Environment,
): Promise<ExitCode> {
  const [operand, ...more] = words;
  const request = readBookRequest(flags, more, environment);
  if (!request.ok) return refuseUsage(request.message, environment);
  const manuscript = openManuscript(request.root, request.config);
  if (manuscript.faults.length > 0) {
    logDiagnostics(manuscript.faults, request.root, environment);
    return 1;
  }
  const target = readTarget(operand, flags, manuscript);
  if (typeof target === 'string') return refuseUsage(target, environment);
  const asked = { ...target, ...readRest(flags, environment) };
  const title = asked.title ?? (await askTitle(manuscript, asked, environment));
  const outcome = planNew(manuscript, { ...asked, title });
  if (!outcome.ok) {
    logDiagnostics(outcome.diagnostics, request.root, environment);
    return outcome.diagnostics.length > 0 ? 1 : refuseUsage(outcome.message, environment);
  }
  return write(outcome.plan, request.root, flags, environment);
}

type Target = Pick<NewRequest, 'place' | 'path'>;

/**
 * Where the chapter goes: beside the one named by a flag; at the end of the section that the operand names or lies in; at
 * the end of the last section that has chapters. A sentence when there is no such place.
 */
function readTarget(operand: string | undefined, flags: FlagValues, manuscript: Manuscript): Target | string {
  const named = readPlace(flags, manuscript, null);
  if (!named.ok) return named.message;
  if (operand === undefined) return { path: null, place: named.place ?? endOfBook(manuscript) };
  const path = operand.replace(/^(?:\.\/)?(?:content\/)?/, '').replace(/\/$/, '');
  if (/(?:^|\/)\.\.?(?:\/|$)|^\/|\\/.test(path)) return `"${operand}" is no path below content/.`;
  const folder = findPage(manuscript, `/${path}/`);
  if (!/\.\w+$/.test(path) && folder.ok && folder.page.kind !== 'page') {
    return { path: null, place: named.place ?? endOf(manuscript, folder.page.key) };
  }
  const file = /\.(?:md|mdown|markdown)$/i.test(path) ? path : `${path}.md`;
  return { path: file, place: named.place ?? endOf(manuscript, sectionOf(manuscript, file)) };
}

/** Behind the last page that can have a weight: sections without an `_index.md` come after all others. */
function endOf(manuscript: Manuscript, section: string): Place {
  return {
    section,
    at: listSiblings(manuscript, section).findLastIndex(({ chapter }) => chapter !== null) + 1,
  };
}

/** Behind the last chapter in reading order, whichever section that is in. */
function endOfBook(manuscript: Manuscript): Place {
  const { book } = manuscript.opened;
  const last = book.order.findLast(
    (key) => book.pages[key]?.kind === 'page' && book.pages[key]?.source !== null,
  );
  return endOf(manuscript, book.pages[last ?? '/']?.parent ?? '/');
}

/** The nearest section above a file; a top-level folder that is not there yet will be one (content rule 7). */
function sectionOf({ opened }: Manuscript, file: string): string {
  const [top = '', ...folders] = file.toLowerCase().split('/').slice(0, -1);
  const keys = folders.map((_, index) => `/${[top, ...folders.slice(0, index + 1)].join('/')}`);
  return keys.findLast((key) => opened.book.pages[key]?.kind === 'section') ?? `/${top}`;
}

function readRest(flags: FlagValues, { now }: Environment): Omit<NewRequest, 'place' | 'path'> {
  return {
    title: textOf(flags['title']) ?? null,
    kind: textOf(flags['kind']) ?? 'default',
    style: flags['chapter'] === true ? 'chapter' : 'part',
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
  const answer = (await ask(`Title of ${outcome.plan.heading || 'the chapter'}: `)).trim();
  return answer === '' ? null : answer;
}

async function write(
  plan: NewPlan,
  root: string,
  flags: FlagValues,
  environment: Environment,
): Promise<ExitCode> {
  const { file, heading, title, weight, neighbours, sameHeading } = plan;
  const isDry = flags['dry-run'] === true;
  environment.print(formatWeights(neighbours));
  if (!isDry) {
    const faults = changeFiles(root, plan.changes);
    logDiagnostics(faults, root, environment);
    if (faults.length > 0) return 1;
  }
  const name = [heading, title].filter((part) => part !== '').join(' · ');
  environment.print(`${file}  ${name === '' ? '' : `${name}, `}weight ${weight}\n`);
  if (title === '') environment.log('It has no title yet.');
  if (sameHeading !== null) {
    environment.log(`${sameHeading} is "${heading}" already; octavo renumber --headings counts anew.`);
  }
  if (isDry) environment.log('Nothing was written.');
  else if (flags['edit'] === true) await environment.edit(join(root, file));
  return 0;
}
