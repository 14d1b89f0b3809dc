import { findPage } from '../authoring/find-page.js';
import { type Manuscript, openManuscript } from '../authoring/open-manuscript.js';
import { planEdits } from '../authoring/plan-edits.js';
import { editKeys, type KeyChange, renumberHeadings, renumberWeights } from '../authoring/plan-renumber.js';
import { changeFiles } from '../output/change-files.js';
import type { Environment, ExitCode } from './command.js';
import { logDiagnostics } from './log-diagnostics.js';
import { nameLanguages } from './name-languages.js';
import type { FlagValues } from './options.js';
import { refuseUsage } from './refuse.js';
import { readBookRequest, textOf } from './request.js';

/** Runs `octavo renumber`. */
export async function runRenumber(
  flags: FlagValues,
  words: readonly string[],
  environment: Environment,
): Promise<ExitCode> {
  const [word, ...more] = words;
  const request = readBookRequest(flags, more, environment);
  if (!request.ok) return refuseUsage(request.message, environment);
  const step = Number(textOf(flags['step']) ?? 10);
  if (!Number.isInteger(step) || step < 1)
    return refuseUsage('--step wants a whole number from 1 on.', environment);
  const manuscript = openManuscript(request.root, request.config);
  if (manuscript.faults.length > 0) {
    logDiagnostics(manuscript.faults, request.root, environment);
    return 1;
  }
  const languages = nameLanguages(manuscript);
  if (languages !== null) return refuseUsage(languages, environment);
  const sections = findSections(manuscript, word);
  if (typeof sections === 'string') return refuseUsage(sections, environment);
  const changes =
    flags['headings'] === true
      ? renumberHeadings(manuscript, sections)
      : renumberWeights(manuscript, sections, step);
  return finish(manuscript, changes, request.root, flags['write'] === true, environment);
}

/** Keys of the section that a word names and of all below it; of all sections without one. */
function findSections(manuscript: Manuscript, word: string | undefined): readonly string[] | string {
  const { book } = manuscript.opened;
  const all = book.order.filter((key) => isSection(book.pages[key]?.kind));
  if (word === undefined) return all;
  const found = findPage(manuscript, `/${word.replace(/^\/?(?:content\/)?/, '').replace(/\/$/, '')}/`);
  const page = found.ok ? found : findPage(manuscript, word);
  if (!page.ok) return page.message;
  const { key, kind } = page.page;
  if (!isSection(kind)) return `${page.page.url} is no section; name that of the chapters.`;
  return all.filter((section) => section === key || section.startsWith(key === '/' ? '/' : `${key}/`));
}

/** Pages of a term are listed by it and belong to their sections. */
function isSection(kind: string | undefined): boolean {
  return kind === 'home' || kind === 'section';
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
  environment.print(formatChanges(changes));
  if (changes.length === 0) environment.log('Everything is numbered like that already.');
  else if (!isWritten)
    environment.log(
      `${changes.length === 1 ? '1 change' : `${changes.length} changes`}; nothing was written, --write does it.`,
    );
  return 0;
}

function formatChanges(changes: readonly KeyChange[]): string {
  const width = Math.max(0, ...changes.map(({ chapter }) => chapter.file.length));
  return changes
    .map(
      ({ chapter, key, from, to }) => `  ${chapter.file.padEnd(width)}  ${key} ${from || 'none'} → ${to}\n`,
    )
    .join('');
}
