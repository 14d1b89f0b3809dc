import { setImmediate } from 'node:timers/promises';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { RenderedChapter, RenderJob } from '../../model/rendered.js';
import type { RenderContext } from '../render/create-renderer.js';
import { type ChapterPack, createUnpacker } from './pack-chapters.js';

/** What a helper's thread is started with. */
export interface HelperData {
  readonly port: MessagePort;
  /** Counts the batches sent back, so that one can sleep until the next. */
  readonly finished: Int32Array;
}

/** What a helper's thread is sent: the context once, then batches, and a question at the end. */
export type HelperMessage =
  | { readonly context: RenderContext; readonly keepsTerms: boolean }
  | { readonly jobs: readonly RenderJob[] }
  | { readonly question: unknown };

/** Chapters rendered, each in its job's place. */
export interface RenderedBatch {
  readonly jobs: readonly RenderJob[];
  readonly chapters: readonly RenderedChapter[];
}

/** A second thread that renders chapters. */
export interface RenderHelper {
  /**
   * To be called before the first batch; again when the batches from then on have another context.
   *
   * @param keepsTerms Whether the thread keeps the words of its chapters for `conclude`: they come back without.
   */
  readonly prepare: (context: RenderContext, keepsTerms: boolean) => void;
  readonly wantsMore: () => boolean;
  readonly give: (batch: readonly RenderJob[]) => void;
  /** The next batch that is ready, or null. Does not wait. */
  readonly take: () => RenderedBatch | null;
  /** Sleeps until a batch is ready, for so many milliseconds at most; not at all if none is under way. */
  readonly wait: (longest: number) => void;
  /** Takes back what a thread that has died leaves undone; nothing from one that is alive. */
  readonly reclaim: () => readonly RenderJob[];
  /**
   * Asks what the thread makes of the words that it has kept, which it then forgets. To be called when all batches that count
   * have been taken back; others are dropped. The answer is null from a thread that has died.
   */
  readonly conclude: (question: unknown) => () => Promise<Answer | null>;
  readonly stop: () => void;
}

/** What a thread has made of a question. */
export interface Answer {
  readonly answer: unknown;
}

interface BatchUnderWay {
  readonly jobs: readonly RenderJob[];
  /** Of the context in which they are rendered. */
  readonly unpack: ReturnType<typeof createUnpacker>;
}

/** Milliseconds without a turn of the event loop, in which an interrupt is heard. */
export const longestSleep = 20;
/** Batches that are not rendered yet: one that is under way and some that wait, so that the thread never does. */
const batchesAhead = 4;
/** Batches that are, and have not been taken back: their HTML waits in memory. */
const mostWaiting = 8;

/**
 * Starts a thread. What it sends is polled, so that the caller decides when it has time for it; only the thread's
 * death is an event. Its death is no fault of the book: the caller renders what is left.
 *
 * @param thread The module that the thread runs, which calls `serveHelper`.
 */
export function startRenderHelper(thread: URL): RenderHelper {
  const { port1: port, port2 } = new MessageChannel();
  const finished = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  // All that a chapter needs is soon gone: with less room for it, more of it stays in the processor's own memory.
  const resourceLimits = { maxYoungGenerationSizeMb: 24 };
  const workerData: HelperData = { port: port2, finished };
  const worker = new Worker(thread, {
    workerData,
    transferList: [port2],
    resourceLimits,
  });
  const underWay: BatchUnderWay[] = [];
  let unpack = createUnpacker();
  let taken = 0;
  let isAlive = true;
  const bury = () => {
    isAlive = false;
  };
  worker.once('error', bury).once('exit', bury).unref();
  port.unref();

  const receive = (): ChapterPack | Answer | null => {
    const received = receiveMessageOnPort(port);
    if (received === undefined) return null;
    taken += 1;
    return received.message;
  };
  const take = (): RenderedBatch | null => {
    const message = underWay.length > 0 ? receive() : null;
    const batch = message && underWay.shift();
    if (!batch || message === null || 'answer' in message) return null;
    return { jobs: batch.jobs, chapters: batch.unpack(message) };
  };
  const waitForAnswer = async (): Promise<Answer | null> => {
    for (;;) {
      const message = receive();
      if (message !== null && 'answer' in message) return message;
      if (message !== null) continue;
      if (!isAlive) return null;
      Atomics.wait(finished, 0, taken, longestSleep);
      await setImmediate();
    }
  };
  return {
    prepare: (context, keepsTerms) => {
      unpack = createUnpacker();
      port.postMessage({ context, keepsTerms } satisfies HelperMessage);
    },
    wantsMore: () => {
      const waiting = Atomics.load(finished, 0) - taken;
      return isAlive && underWay.length - waiting < batchesAhead && waiting < mostWaiting;
    },
    give: (jobs) => {
      underWay.push({ jobs, unpack });
      port.postMessage({ jobs } satisfies HelperMessage);
    },
    take,
    wait: (longest) => {
      if (underWay.length > 0) Atomics.wait(finished, 0, taken, longest);
    },
    reclaim: () => (isAlive ? [] : underWay.splice(0).flatMap(({ jobs }) => jobs)),
    conclude: (question) => {
      port.postMessage({ question } satisfies HelperMessage);
      underWay.splice(0);
      return waitForAnswer;
    },
    stop: () => {
      port.close();
      void worker.terminate();
    },
  };
}

/** Prepares helpers for batches of one context. The first keeps the words of its chapters, since all must be in one place. */
export function prepareHelpers(helpers: readonly RenderHelper[], context: RenderContext): void {
  helpers.forEach((helper, at) => void helper.prepare(context, at === 0));
}
