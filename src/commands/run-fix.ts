import type { ConfigRequest } from '../config/load-config.js';
import { formatPlace } from '../diagnostics/format.js';
import { planFixes, type RefusedMend } from '../fix-book.js';
import { changeFiles } from '../output/change-files.js';
import type { FileChange } from '../output/file-change.js';
import { formatDiff } from '../text/format-diff.js';
import type { Environment, ExitCode } from './command.js';
import { readUnchanged } from './read-unchanged.js';
import { logDiagnostics } from './terminal/log-diagnostics.js';

/** A book to mend, and how the findings that are left will be shown. */
export interface FixRequest {
  readonly root: string;
  readonly config: ConfigRequest;
  readonly form: 'text' | 'json' | 'sarif';
  /** Which chapters, by `Chapter.file`; null for all. */
  readonly isAsked: ((file: string) => boolean) | null;
  /** Whether what other programs' Markdown has is written as we do. */
  readonly dialects: boolean;
}

/**
 * Mends the book, or shows how; what does not prove right is told and left to the author. The exit code when that ends
 * the run, null when the check is to follow.
 */
export async function runFix(
  { root, config, form, isAsked, dialects }: FixRequest,
  isDry: boolean,
  environment: Environment,
): Promise<ExitCode | null> {
  const outcome = await readUnchanged(() => planFixes(root, config, isAsked ?? undefined, dialects));
  if (!outcome.ok) {
    logDiagnostics([outcome.loss], root, environment);
    return 1;
  }
  const { changes, mended, refused } = outcome.value;
  const count = [...mended.values()].reduce((sum, each) => sum + each, 0);
  if (isDry) {
    environment.print(changes.map(formatChange).join(''));
    logRefused(refused, environment);
    environment.log(
      count === 0
        ? 'There is nothing to mend without asking.'
        : `${describeFix(count, changes)} would be mended; nothing was written.`,
    );
    return 0;
  }
  const faults = changeFiles(root, changes);
  logDiagnostics(faults, root, environment);
  if (faults.length > 0) return 1;
  if (form !== 'text') return null;
  logRefused(refused, environment);
  if (count > 0) environment.log(`${describeFix(count, changes)} mended.`);
  return null;
}

/** Of mends that were not made so many are shown with their text. */
const mostShown = 5;

function logRefused(refused: readonly RefusedMend[], { log, palette }: Environment): void {
  if (refused.length === 0) return;
  const count = refused.length === 1 ? '1 finding is' : `${refused.length} findings are`;
  log(`${count} left to you: with this mend the page would not be what it should.`);
  for (const { diagnostic, before, after } of refused.slice(0, mostShown)) {
    log(`  ${palette.strong(formatPlace(diagnostic))} ${palette.dim(diagnostic.code)}`);
    log([...markLines(before, '-'), ...markLines(after, '+')].join('\n'));
  }
  if (refused.length > mostShown) log(`  … and ${refused.length - mostShown} more.`);
}

function markLines(text: string, sign: string): readonly string[] {
  return text.split('\n').map((line) => `    ${sign} ${line.replace(/\p{Cc}/gu, ' ')}`);
}

function formatChange({ file, before, after }: FileChange): string {
  const text = (bytes: Uint8Array | null) => Buffer.from(bytes ?? []).toString('utf8');
  return formatDiff(file, text(before), text(after));
}

function describeFix(mended: number, changes: readonly FileChange[]): string {
  const files = changes.length === 1 ? '1 file' : `${changes.length} files`;
  return `${mended === 1 ? '1 finding' : `${mended} findings`} in ${files}`;
}
