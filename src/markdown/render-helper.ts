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

/** A second thread that renders chapters. */
export interface RenderHelper {
  /** To be called before the first batch. */
  readonly prepare: (context: RenderContext) => void;
  readonly wantsMore: () => boolean;
  readonly give: (batch: readonly RenderJob[]) => void;
  /** The next batch that is ready, or null. Does not wait. */
  readonly take: () => readonly RenderedChapter[] | null;
  /** Sleeps until a batch is ready, for some milliseconds at most; not at all if none is under way. */
  readonly wait: () => void;
  /** Takes back what a thread that has died leaves undone; nothing from one that is alive. */
  readonly reclaim: () => readonly RenderJob[];
  readonly stop: () => void;
}

/** Batches under way: one that is rendered and some that wait, so that the thread never does. */
const batchesAhead = 2;
/** Milliseconds. */
const longestSleep = 20;

/**
 * Starts a thread. What it sends is polled, so that the caller decides when it has time for it; only the thread's
 * death is an event. Its death is no fault of the book: the caller renders what is left.
 */
export function startRenderHelper(): RenderHelper {
  const { port1: port, port2 } = new MessageChannel();
  const finished = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const workerData: HelperData = { port: port2, finished };
  const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData, transferList: [port2] });
  const underWay: (readonly RenderJob[])[] = [];
  const unpack = createUnpacker();
  let taken = 0;
  let isAlive = true;
  const bury = () => {
    isAlive = false;
  };
  worker.once('error', bury).once('exit', bury).unref();
  port.unref();

  const take = (): readonly RenderedChapter[] | null => {
    const received = receiveMessageOnPort(port);
    if (received === undefined) return null;
    taken += 1;
    underWay.shift();
    return unpack(received.message);
  };
  return {
    prepare: (context) => port.postMessage({ context } satisfies HelperMessage),
    wantsMore: () => isAlive && underWay.length < batchesAhead,
    give: (jobs) => {
      underWay.push(jobs);
      port.postMessage({ jobs } satisfies HelperMessage);
    },
    take,
    wait: () => {
      if (underWay.length > 0) Atomics.wait(finished, 0, taken, longestSleep);
    },
    reclaim: () => (isAlive ? [] : underWay.splice(0).flat()),
    stop: () => {
      port.close();
      void worker.terminate();
    },
  };
}
