import { setImmediate } from 'node:timers/promises';
import { addAll } from '../../lists/add-all.js';
import type { RenderedChapter, RenderJob } from '../../model/rendered.js';
import type { RenderChapter } from '../render/create-renderer.js';
import { refuse, threadEnded } from '../render/refusals.js';
import { batchSize } from './batch-size.js';
import type { RenderAhead } from './render-ahead.js';
import { type FatalChapter, longestSleep, type RenderedBatch, type RenderHelper } from './render-helper.js';
import { renderWithin, tooSlow } from './time-budget.js';

/** Milliseconds. */
const shortSleep = 2;
/** Chapters between two turns of the event loop, in which an interrupt is heard. */
const breathEvery = 32;
/** Chapters whose HTML waits in memory until all are rendered. */
const mostHeld = 1536;

/** A rendering that has begun: other threads are at work. */
export interface RenderRun {
  readonly queue: Queue;
  readonly helpers: readonly RenderHelper[];
  /** The jobs of this run; some that were given out ahead may have turned out otherwise, and count for nothing. */
  readonly wanted: ReadonlySet<RenderJob>;
}

/**
 * Gives the helpers their first chapters, so that they work while this thread loads what it needs to help.
 *
 * @param ahead What they have been given before.
 */
export function beginRendering(
  jobs: readonly RenderJob[],
  helpers: readonly RenderHelper[],
  ahead: RenderAhead | null = null,
): RenderRun {
  const wanted = new Set(jobs.map((job) => ahead?.recognise(job) ?? job));
  const queue = createQueue(jobs.filter((job) => wanted.has(job)));
  giveOut(queue, helpers);
  return { queue, helpers, wanted };
}

/** Somebody who wants to know of chapters before their turn, since a helper goes on to work with all of them. */
export interface RenderWatch {
  /** A chapter is rendered. */
  readonly rendered: (chapter: RenderedChapter) => void;
  /** All are. */
  readonly end: () => void;
}

/** How this thread renders what falls to it. */
export interface OwnRendering {
  readonly render: RenderChapter;
  /** Milliseconds of work that one chapter may take. */
  readonly budget: number;
}

/**
 * Renders every job of a run once, with the help of other threads if there are any; in which order is left open. The caller
 * works between two chapters, and nothing piles up meanwhile: at most a few batches wait.
 *
 * 1. Helpers that have room are given the next batch.
 * 2. What has come back is yielded.
 * 3. When nothing has, and is not about to, this thread renders some itself: the next ones, or those that a helper has left.
 * 4. When none is left, it waits for the last batches.
 *
 * It ends when no job is open. Each one is in the queue or with a helper, which gives it back or lets go of it
 * (`RenderHelper.reclaim`); what is with nobody is rendered here. A chapter over which a thread ended is not tried again.
 *
 * @param watch Where there is one, the last third of a book, or of a large one `mostHeld` chapters, are yielded after all are
 *   rendered, so that the caller has work while a helper does something with them.
 */
export async function* renderAll(
  { queue, helpers, wanted }: RenderRun,
  own: OwnRendering,
  watch: RenderWatch | null = null,
): AsyncGenerator<RenderedChapter> {
  const patience = createPatience(helpers);
  const breathe = createBreath();
  const open = new Map([...wanted].map((job) => [job.path, job]));
  const held: RenderedChapter[] = [];
  const holdsFrom = watch === null || helpers.length === 0 ? 0 : Math.min(mostHeld, open.size / 3);
  while (open.size > 0) {
    giveOut(queue, helpers);
    const holds = queue.left() < holdsFrom;
    const back = takeBack(helpers) ?? (holds ? null : patience.wait());
    const batch =
      back === null ? renderWithin(queue.take(batchSize), own.render, own.budget) : keepWanted(back, wanted);
    for (const rendered of batch) {
      if (!open.delete(rendered.path)) continue;
      watch?.rendered(rendered);
      if (holds) held.push(rendered);
      else yield rendered;
      await breathe();
    }
    if (back !== null || batch.length > 0) continue;
    const next = held.pop();
    if (next === undefined) for (const helper of helpers) helper.wait(longestSleep);
    else yield next;
    await setImmediate();
    const undone = helpers.flatMap((helper) => helper.reclaim() ?? []);
    for (const refused of undone.flatMap(({ fatal }) => refuseFatal(fatal, own)))
      if (open.delete(refused.path)) held.push(refused);
    const returned = undone.flatMap(({ jobs }) => jobs.filter((job) => wanted.has(job)));
    queue.putBack(helpers.some((helper) => helper.isBusy()) ? returned : [...open.values()]);
  }
  watch?.end();
  for (let next = held.pop(); next !== undefined; next = held.pop()) {
    yield next;
    await breathe();
  }
}

function refuseFatal(
  fatal: FatalChapter | null,
  { render, budget }: OwnRendering,
): readonly RenderedChapter[] {
  if (fatal === null) return [];
  const { job, reason, isSlow } = fatal;
  return [refuse(job, isSlow ? tooSlow(job, render, budget) : threadEnded(job, reason))];
}

/** A turn of the event loop now and then. */
function createBreath(): () => Promise<void> | undefined {
  let chapters = 0;
  return () => {
    chapters += 1;
    return chapters % breathEvery === 0 ? setImmediate() : undefined;
  };
}

interface Queue {
  /** As many as there are, up to `size`. */
  readonly take: (size: number) => readonly RenderJob[];
  readonly putBack: (jobs: readonly RenderJob[]) => void;
  /** How many there are. */
  readonly left: () => number;
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
    putBack: (returned) => void addAll(all, returned),
    left: () => all.length - next,
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

interface Patience {
  /** The next batch of the first helper if it is ready in no time, or null. */
  readonly wait: () => RenderedBatch | null;
}

/**
 * Waiting for a helper, as long as that pays: where pages take as long to make as chapters to render, a thread that only makes
 * pages never has to learn the other work, and it is soon done. Where chapters take longer, it is of no use.
 */
function createPatience([helper]: readonly RenderHelper[]): Patience {
  let credit = 4;
  return {
    wait: () => {
      if (helper === undefined || credit < 0) return null;
      helper.wait(shortSleep);
      const batch = helper.take();
      credit += batch === null ? -1 : 1;
      return batch;
    },
  };
}

/** The next batch that is ready, of any helper, or null. */
function takeBack(helpers: readonly RenderHelper[]): RenderedBatch | null {
  for (const helper of helpers) {
    const batch = helper.take();
    if (batch !== null) return batch;
  }
  return null;
}

function keepWanted(
  { jobs, chapters }: RenderedBatch,
  wanted: RenderRun['wanted'],
): readonly RenderedChapter[] {
  return chapters.filter((_, at) => {
    const job = jobs[at];
    return job !== undefined && wanted.has(job);
  });
}
