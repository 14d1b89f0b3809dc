import { findPage } from '../authoring/manuscript/find-page.js';
import { type Manuscript, openManuscript } from '../authoring/manuscript/open-manuscript.js';
import { planTidy, type TidyChapter } from '../authoring/tidy/plan-tidy.js';
import { loadParser } from '../markdown/parse/load-parser.js';
import { changeFiles } from '../output/change-files.js';
import type { FlagValues } from './arguments/options.js';
import { readBookRequest } from './arguments/request.js';
import type { Environment, ExitCode } from './command.js';
import { logDiagnostics } from './terminal/log-diagnostics.js';
import { refuseUsage } from './terminal/refuse.js';

/** Runs `octavo tidy`. */
export async function runTidy(
  flags: FlagValues,
  words: readonly string[],
  environment: Environment,
): Promise<ExitCode> {
  const request = readBookRequest(flags, [], environment);
  if (!request.ok) return refuseUsage(request.message, environment);
  const manuscript = openManuscript(request.root, request.config);
  const asked = findAsked(manuscript, words);
  if (typeof asked === 'string') return refuseUsage(asked, environment);
  const [settings, heads] = parted(manuscript.faults, ({ code }) => code.startsWith('config/'));
  if (settings.length > 0) {
    logDiagnostics(settings, request.root, environment);
    return 1;
  }
  const unread = new Set(heads.flatMap(({ file }) => (file !== undefined && asked(file) ? [file] : [])));
  for (const file of unread) environment.log(`${file} is left alone: its front matter cannot be read.`);
  const parse = await loadParser(manuscript.inputs.config.markdown.parser);
  const style = flags['sentences'] === true ? 'sentence' : 'paragraph';
  const tidied = manuscript.family.flatMap((own) =>
    planTidy(own, (file) => asked(file) && !unread.has(file), style, parse),
  );
  if (flags['write'] === true) {
    const faults = changeFiles(
      request.root,
      tidied.map(({ change }) => change),
    );
    logDiagnostics(faults, request.root, environment);
    if (faults.length > 0) return 1;
  }
  environment.print(tidied.map(formatChapter).join('') + formatDoubts(tidied));
  if (tidied.length === 0) environment.log('Everything is tidy already.');
  else environment.log(describeTotals(tidied, flags['write'] === true));
  return 0;
}

function parted<Item>(
  items: readonly Item[],
  isFirst: (item: Item) => boolean,
): readonly [readonly Item[], readonly Item[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}

/**
 * Chapters by name, and all chapters below sections by name; the whole book, in all its languages, when nothing is named.
 * What is asked for is told by `Chapter.file`.
 */
function findAsked(manuscript: Manuscript, words: readonly string[]): ((file: string) => boolean) | string {
  if (words.length === 0) return () => true;
  const files = new Set<string>();
  for (const word of words) {
    const found = findPage(manuscript, word);
    if (!found.ok) return found.message;
    const { key, kind } = found.page;
    const { book } = found.manuscript.opened;
    const below =
      kind === 'page' ? [] : book.order.filter((other) => other.startsWith(key === '/' ? key : `${key}/`));
    for (const each of [key, ...below]) files.add(book.pages[each]?.file ?? '');
  }
  return (file) => files.has(file);
}

function formatChapter({ change, repairs, paragraphs }: TidyChapter): string {
  const sure = repairs.filter(({ other }) => other === null);
  const lines = sure.map(({ line, before, after }) => `    ${line}: ${before} → ${after}\n`);
  return `  ${change.file}  ${countWork(paragraphs, repairs.length)}\n${lines.join('')}`;
}

function countWork(paragraphs: number, repairs: number): string {
  const joined = `${paragraphs} ${paragraphs === 1 ? 'paragraph' : 'paragraphs'} joined`;
  const mended = `${repairs} ${repairs === 1 ? 'repair' : 'repairs'}`;
  return [...(paragraphs === 0 ? [] : [joined]), ...(repairs === 0 ? [] : [mended])].join(', ');
}

function describeTotals(tidied: readonly TidyChapter[], isWritten: boolean): string {
  const paragraphs = tidied.reduce((sum, chapter) => sum + chapter.paragraphs, 0);
  const repairs = tidied.reduce((sum, chapter) => sum + chapter.repairs.length, 0);
  const files = tidied.length === 1 ? '1 file' : `${tidied.length} files`;
  return `${countWork(paragraphs, repairs)} in ${files}${isWritten ? '.' : '; nothing was written, --write does it.'}`;
}

/** What could be read in two ways, with both of them: a list of its own, for somebody to look through. */
function formatDoubts(tidied: readonly TidyChapter[]): string {
  const doubts = tidied.flatMap(({ change, repairs }) =>
    repairs.flatMap(({ line, before, after, other }) =>
      other === null ? [] : [`    ${change.file}:${line}: ${before} → ${after}, or is it ${other}?\n`],
    ),
  );
  if (doubts.length === 0) return '';
  return `\n  In doubt. The other reading goes into \`markdown.joints\`, once for all places:\n${doubts.join('')}`;
}
