import { setImmediate } from 'node:timers/promises';
import type { RenderedChapter, RenderJob } from '../model/rendered.js';
import type { RenderChapter } from './create-renderer.js';
import type { RenderHelper } from './render-helper.js';

/** Chapters sent to a helper at once. */
const batchSize = 16;
/** Chapters between two turns of the event loop, in which an interrupt is heard. */
const breathEvery = 32;

/** A rendering that has begun: other threads are at work. */
export interface RenderRun {
  readonly count: number;
  readonly queue: Queue;
  readonly helpers: readonly RenderHelper[];
}

/** Gives the helpers their first chapters, so that they work while this thread loads what it needs to help. */
export function beginRendering(jobs: readonly RenderJob[], helpers: readonly RenderHelper[]): RenderRun {
  const queue = createQueue(jobs);
  giveOut(queue, helpers);
  return { count: jobs.length, queue, helpers };
}

/**
 * Renders every job of a run once, with the help of other threads if there are any; in which order is left open. The caller
 * works between two chapters, and nothing piles up meanwhile: at most a few batches wait.
 *
 * 1. Helpers that have room are given the next batch.
 * 2. What has come back is yielded.
 * 3. When nothing has, this thread renders a chapter itself: the next one, or one that a helper died over.
 * 4. When none is left, it waits for the last batches.
 */
export async function* renderAll(
  { count, queue, helpers }: RenderRun,
  render: RenderChapter,
): AsyncGenerator<RenderedChapter> {
  let done = 0;
  while (done < count) {
    giveOut(queue, helpers);
    const batch = takeBack(helpers) ?? queue.take(1).map(render);
    for (const rendered of batch) {
      yield rendered;
      done += 1;
      if (done % breathEvery === 0) await setImmediate();
    }
    if (batch.length > 0) continue;
    for (const helper of helpers) helper.wait();
    await setImmediate();
    for (const helper of helpers) queue.putBack(helper.reclaim());
  }
}

export interface Queue {
  /** As many as there are, up to `size`. */
  readonly take: (size: number) => readonly RenderJob[];
  readonly putBack: (jobs: readonly RenderJob[]) => void;
}

function createQueue(jobs: readonly RenderJob[]): Queue {
  const all = [...jobs];
  let next = 0;
  return {
    take: (size) => {
      const taken = all.slice(next, next + size);
      next += taken.length;
      return taken;
    },
    putBack: (returned) => void all.push(...returned),
  };
}

function giveOut(queue: Queue, helpers: readonly RenderHelper[]): void {
  for (const helper of helpers) {
    while (helper.wantsMore()) {
      const batch = queue.take(batchSize);
      if (batch.length === 0) return;
      helper.give(batch);
    }
  }
}

/** The next batch that is ready, of any helper, or null. */
function takeBack(helpers: readonly RenderHelper[]): readonly RenderedChapter[] | null {
  for (const helper of helpers) {
    const batch = helper.take();
    if (batch !== null) return batch;
  }
  return null;
}
