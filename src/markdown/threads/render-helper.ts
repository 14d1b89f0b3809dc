import { setImmediate } from 'node:timers/promises';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { RenderedChapter, RenderJob } from '../../model/rendered.js';
import type { RenderContext } from '../render/render-context.js';
import { type HelperAnswer, type HelperData, type HelperMessage, progressPlaces } from './helper-messages.js';
import { createUnpacker } from './pack-chapters.js';
import { createStallWatch } from './stall-watch.js';

/** Chapters rendered, each in its job's place. */
export interface RenderedBatch {
  readonly jobs: readonly RenderJob[];
  readonly chapters: readonly RenderedChapter[];
}

/** What a helper has not done and will not do. */
interface Undone {
  /** To be done by somebody else. */
  readonly jobs: readonly RenderJob[];
  /** The chapter that the thread ended over, and how; null where it was none. */
  readonly fatal: FatalChapter | null;
}

export interface FatalChapter {
  readonly job: RenderJob;
  readonly reason: string;
  /** It took too long. */
  readonly isSlow: boolean;
}

/** A second thread that renders chapters. */
export interface RenderHelper {
  /**
   * To be called before the first batch; again when the batches from then on have another context.
   *
   * @param keepsTerms Whether the thread keeps the words of its chapters for `conclude`.
   */
  readonly prepare: (context: RenderContext, keepsTerms: boolean) => void;
  readonly wantsMore: () => boolean;
  readonly give: (batch: readonly RenderJob[]) => void;
  /** The next batch that is ready, or null. Does not wait. */
  readonly take: () => RenderedBatch | null;
  /** Sleeps until a batch is ready, for so many milliseconds at most; not at all if none is under way. */
  readonly wait: (longest: number) => void;
  /** Whether a batch is under way. */
  readonly isBusy: () => boolean;
  /** Takes back what a thread that has ended, or is ended here since it makes no progress, leaves undone; null from all others. */
  readonly reclaim: () => Undone | null;
  /**
   * Asks what the thread makes of the words that it has kept, which it then forgets. To be called when all batches that count
   * have been taken back; others are dropped. The answer is null from a thread that has ended.
   */
  readonly conclude: (question: unknown) => () => Promise<Answer | null>;
  readonly stop: () => void;
}

/** What a thread has made of a question. */
interface Answer {
  readonly answer: unknown;
}

interface BatchUnderWay {
  readonly task: number;
  readonly jobs: readonly RenderJob[];
  /** Of the context in which they are rendered. */
  readonly unpack: ReturnType<typeof createUnpacker>;
}

/** Why there is no thread any more; null when it was stopped. */
interface ThreadEnd {
  readonly reason: string | null;
  readonly isStalled?: true;
}

/** How much longer a question may take than a chapter: it is about all of them. */
const questionScale = 20;
/** Milliseconds without a turn of the event loop, in which an interrupt is heard. */
export const longestSleep = 20;
/** Batches that are not rendered yet: one that is under way and some that wait, so that the thread never does. */
const batchesAhead = 4;
/** Batches that are, and have not been taken back: their HTML waits in memory. */
const mostWaiting = 8;

/**
 * Starts a thread. What it sends is polled, so that the caller decides when it has time for it; only the thread's
 * end is an event.
 *
 * Whatever the thread does, each job that it is given comes back once: in a batch, in the order in which they were given, or from
 * `reclaim`, when the thread has died, fails, answers out of turn, or makes no progress for longer than a chapter may take.
 * What it says of a task that is not its turn is not listened to.
 *
 * @param thread The module that the thread runs, which calls `serveHelper`.
 */
export function startRenderHelper(thread: URL): RenderHelper {
  const { port1: port, port2 } = new MessageChannel();
  const progress = new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT));
  const worker = startThread(thread, { port: port2, progress });
  const stall = createStallWatch(progress);
  const underWay: BatchUnderWay[] = [];
  let tasks = 0;
  let unpack = createUnpacker();
  let received = 0;
  let end: ThreadEnd | null = null;
  const bury = (how: ThreadEnd) => {
    end ??= how;
    void worker.terminate();
  };
  worker
    .once('error', ({ message }) => bury({ reason: message }))
    .once('exit', () => bury({ reason: 'its thread ended' }));
  worker.unref();
  port.unref();

  const receive = (scale = 1): HelperAnswer | null => {
    const message = receiveMessageOnPort(port);
    if (message === undefined) {
      if (end === null && stall.isOver(scale))
        bury({ reason: 'its thread does not answer any more', isStalled: true });
      return null;
    }
    received += 1;
    // Only `serveHelper` sends, and what it sends is checked by its number.
    return message.message as HelperAnswer;
  };
  const take = (): RenderedBatch | null => {
    for (let message = underWay.length > 0 ? receive() : null; message !== null; message = receive()) {
      const [batch] = underWay;
      if (batch === undefined || message.task < batch.task) continue;
      const chapters = message.task === batch.task && 'pack' in message ? batch.unpack(message.pack) : [];
      if (!isAnswer(chapters, batch)) {
        bury({ reason: 'failure' in message ? message.failure : 'its thread answers something else' });
        return null;
      }
      underWay.shift();
      return { jobs: batch.jobs, chapters };
    }
    return null;
  };
  const answerTo = async (task: number): Promise<Answer | null> => {
    stall.begin();
    for (;;) {
      const message = receive(questionScale);
      if (message?.task === task) return 'answer' in message ? message : null;
      if (message !== null) continue;
      if (end !== null) return null;
      Atomics.wait(progress, progressPlaces.sent, received, longestSleep);
      await setImmediate();
    }
  };
  const send = (message: HelperMessage) => port.postMessage(message);
  return {
    prepare: (context, keepsTerms) => {
      unpack = createUnpacker();
      stall.setBudget(context.config.timeout);
      send({ context, keepsTerms });
    },
    wantsMore: () => {
      const waiting = Atomics.load(progress, progressPlaces.sent) - received;
      return end === null && underWay.length - waiting < batchesAhead && waiting < mostWaiting;
    },
    give: (jobs) => {
      if (underWay.length === 0) stall.begin();
      tasks += 1;
      underWay.push({ task: tasks, jobs, unpack });
      send({ task: tasks, jobs });
    },
    take,
    wait: (longest) => {
      if (underWay.length > 0 && end === null) Atomics.wait(progress, progressPlaces.sent, received, longest);
    },
    isBusy: () => underWay.length > 0,
    reclaim: () => {
      if (end === null || underWay.length === 0) return null;
      const fatal = findFatal(underWay, progress, end);
      const jobs = underWay.splice(0).flatMap((batch) => batch.jobs);
      return { jobs: jobs.filter((job) => job !== fatal?.job), fatal };
    },
    conclude: (question) => {
      tasks += 1;
      const task = tasks;
      underWay.splice(0);
      send({ task, question });
      return () => answerTo(task);
    },
    stop: () => {
      port.close();
      bury({ reason: null });
    },
  };
}

/** Whether there is one chapter for each job. */
function isAnswer(chapters: readonly RenderedChapter[], { jobs }: BatchUnderWay): boolean {
  return chapters.length === jobs.length && jobs.every(({ path }, at) => chapters[at]?.path === path);
}

/** The chapter that the thread was at when it ended by itself. */
function findFatal(
  underWay: readonly BatchUnderWay[],
  progress: Int32Array,
  { reason, isStalled }: ThreadEnd,
): Undone['fatal'] {
  if (reason === null) return null;
  const current = Atomics.load(progress, progressPlaces.task);
  const job = underWay.find(({ task }) => task === current)?.jobs[Atomics.load(progress, progressPlaces.job)];
  return job === undefined ? null : { job, reason, isSlow: isStalled === true };
}

function startThread(thread: URL, workerData: HelperData): Worker {
  // All that a chapter needs is soon gone: with less room for it, more of it stays in the processor's own memory.
  const resourceLimits = { maxYoungGenerationSizeMb: 24 };
  return new Worker(thread, { workerData, transferList: [workerData.port], resourceLimits });
}

/** Prepares helpers for batches of one context. The first keeps the words of its chapters, since all must be in one place. */
export function prepareHelpers(helpers: readonly RenderHelper[], context: RenderContext): void {
  helpers.forEach((helper, at) => void helper.prepare(context, at === 0));
}
