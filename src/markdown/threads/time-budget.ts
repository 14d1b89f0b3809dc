import { createContext, Script } from 'node:vm';
import { diagnose } from '../../diagnostics/catalogue.js';
import { decodeText } from '../../files/decode.js';
import type { RenderedChapter, RenderJob } from '../../model/rendered.js';
import type { RenderChapter } from '../render/create-renderer.js';
import { refuse } from '../render/refusals.js';
import { readSpent } from './work-clock.js';

/** A chapter may take so many times its budget by the clock, where the machine is busy with something else. */
const CLOCK_FACTOR = 6;
/** The share of the budget that one paragraph may take by itself before it is the one to blame. */
const BLOCK_SHARE = 0.1;

const realm = createContext({ task: () => undefined });
const caller = new Script('task()');

/**
 * Renders chapters one after the other; one that takes longer than `budget` milliseconds of this process's work is broken off and comes
 * back with `markdown/too-slow`, which names the paragraph where that can be found. Only JavaScript can be broken off.
 * Nothing is left undone: there is one chapter for each job, in the order of the jobs.
 */
export function renderWithin(
  jobs: readonly RenderJob[],
  render: RenderChapter,
  budget: number,
): readonly RenderedChapter[] {
  const done: RenderedChapter[] = [];
  let tries = 0;
  let work = 0;
  // A timer costs a tenth of a millisecond, so the jobs share one; where it rings, the job under way gets the whole time.
  for (let next = jobs[0]; next !== undefined; next = jobs[done.length]) {
    const first = done.length;
    const before = readSpent();
    const ended = runFor(budget, () => {
      for (let index = first; index < jobs.length; index += 1) {
        done.push(render(jobs[index] as RenderJob));
      }
    });
    if (ended) break;
    const moved = done.length > first;
    tries = moved ? 0 : tries + 1;
    work = moved ? 0 : work + readSpent().work - before.work;
    if (tries > 0 && (work >= budget || tries >= CLOCK_FACTOR)) {
      done.push(refuse(next, tooSlow(next, render, budget)));
      [tries, work] = [0, 0];
    }
  }
  return done;
}

/** As `renderWithin`, for one chapter. */
export function renderOneWithin(job: RenderJob, render: RenderChapter, budget: number): RenderedChapter {
  // One job, one chapter.
  return renderWithin([job], render, budget)[0] as RenderedChapter;
}

/** Runs a task to its end, or until the time is over: then false, and wherever it was, it goes no further. */
function runFor(milliseconds: number, task: () => void): boolean {
  realm['task'] = task;
  try {
    caller.runInContext(realm, { timeout: Math.max(1, Math.round(milliseconds)) });
    return true;
  } catch (error) {
    if (isTimeout(error)) return false;
    throw error;
  } finally {
    realm['task'] = undefined;
  }
}

/** It is an error of the script's realm, and so no instance of this one's. */
function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}

/** The finding on a chapter that took longer than `budget`; looks for the paragraph, for as long at most. */
export function tooSlow(job: RenderJob, render: RenderChapter, budget: number) {
  const line = findSlowBlock(job, render, budget);
  const place = line === null ? { file: job.file } : { file: job.file, line };
  return diagnose('markdown/too-slow', { seconds: budget / 1000 }, place);
}

/** The line in its file on which the first paragraph begins that is slow by itself; null if none is. Takes `budget` at most. */
function findSlowBlock(job: RenderJob, render: RenderChapter, budget: number): number | null {
  const body = (decodeText(job.bytes) ?? '').slice(job.bodyStart);
  let line = job.bodyLine;
  let slow: number | null = null;
  runFor(budget, () => {
    for (const part of body.split(/(\n(?:[ \t]*\n)+)/)) {
      const alone = { ...job, bytes: Buffer.from(part), bodyStart: 0 };
      if (part.trim() !== '') {
        slow = line;
        const { clock } = readSpent();
        render(alone);
        if (readSpent().clock - clock > budget * BLOCK_SHARE) return;
      }
      line += part.split('\n').length - 1;
    }
    slow = null;
  });
  return slow;
}
