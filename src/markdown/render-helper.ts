import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { RenderedChapter, RenderJob } from '../model/rendered.js';
import type { RenderContext } from './create-renderer.js';
import { createUnpacker } from './pack-chapters.js';

/** What a helper's thread is started with. */
export interface HelperData {
  readonly port: MessagePort;
  /** Counts the batches sent back, so that one can sleep until the next. */
  readonly finished: Int32Array;
}

/** What a helper's thread is sent: the context once, then batches. */
export type HelperMessage = { readonly context: RenderContext } | { readonly jobs: readonly RenderJob[] };

/** Chapters rendered, each in its job's place. */
export interface RenderedBatch {
  readonly jobs: readonly RenderJob[];
  readonly chapters: readonly RenderedChapter[];
}

/** A second thread that renders chapters. */
export interface RenderHelper {
  /** To be called before the first batch; again when the batches from then on have another context. */
  readonly prepare: (context: RenderContext) => void;
  readonly wantsMore: () => boolean;
  readonly give: (batch: readonly RenderJob[]) => void;
  /** The next batch that is ready, or null. Does not wait. */
  readonly take: () => RenderedBatch | null;
  /** Sleeps until a batch is ready, for so many milliseconds at most; not at all if none is under way. */
  readonly wait: (longest: number) => void;
  /** Takes back what a thread that has died leaves undone; nothing from one that is alive. */
  readonly reclaim: () => readonly RenderJob[];
  readonly stop: () => void;
}

interface BatchUnderWay {
  readonly jobs: readonly RenderJob[];
  /** Of the context in which they are rendered. */
  readonly unpack: ReturnType<typeof createUnpacker>;
}

/** Batches that are not rendered yet: one that is under way and some that wait, so that the thread never does. */
const batchesAhead = 4;
/** Batches that are, and have not been taken back: their HTML waits in memory. */
const mostWaiting = 8;

/**
 * Starts a thread. What it sends is polled, so that the caller decides when it has time for it; only the thread's
 * death is an event. Its death is no fault of the book: the caller renders what is left.
 */
export function startRenderHelper(): RenderHelper {
  const { port1: port, port2 } = new MessageChannel();
  const finished = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  // All that a chapter needs is soon gone: with less room for it, more of it stays in the processor's own memory.
  const resourceLimits = { maxYoungGenerationSizeMb: 24 };
  const workerData: HelperData = { port: port2, finished };
  const worker = new Worker(new URL('./worker.js', import.meta.url), {
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

  const take = (): RenderedBatch | null => {
    const received = receiveMessageOnPort(port);
    const batch = received && underWay.shift();
    if (batch === undefined) return null;
    taken += 1;
    return { jobs: batch.jobs, chapters: batch.unpack(received?.message) };
  };
  return {
    prepare: (context) => {
      unpack = createUnpacker();
      port.postMessage({ context } satisfies HelperMessage);
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
    stop: () => {
      port.close();
      void worker.terminate();
    },
  };
}
