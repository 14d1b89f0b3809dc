import { workerData } from 'node:worker_threads';
import {
  type HelperAnswer,
  type HelperData,
  type HelperMessage,
  progressPlaces,
} from '../../../src/markdown/threads/helper-messages.js';
import { createPacker } from '../../../src/markdown/threads/pack-chapters.js';
import { noFacts, type RenderedChapter } from '../../../src/model/rendered.js';

/** The thread of a helper that goes wrong with each task, in the way that the language of its context names, when it is at the fourth chapter. */
const { port, progress } = workerData as HelperData;
const send = (answer: unknown) => {
  port.postMessage(answer);
  Atomics.add(progress, progressPlaces.sent, 1);
  Atomics.notify(progress, progressPlaces.sent);
};
const packed = createPacker();
const faults: Readonly<Record<string, (task: number, chapters: readonly RenderedChapter[]) => void>> = {
  die: () => process.exit(1),
  throw: () => {
    throw new Error('The thread is at fault.');
  },
  hang: () => {
    for (;;);
  },
  sleep: () => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0),
  never: () => undefined,
  twice: (task, chapters) => {
    send({ task, pack: packed(chapters) } satisfies HelperAnswer);
    send({ task, pack: packed(chapters) } satisfies HelperAnswer);
  },
  early: (task, chapters) => send({ task: task + 5, pack: packed(chapters) } satisfies HelperAnswer),
  others: (task, chapters) => send({ task, pack: packed([...chapters].reverse()) } satisfies HelperAnswer),
  few: (task) => send({ task, pack: packed([]) } satisfies HelperAnswer),
  garbage: (task) => send({ task, answer: 'what was not asked' } satisfies HelperAnswer),
  fails: (task) => send({ task, failure: 'It fails.' } satisfies HelperAnswer),
};
let fault = '';
port.on('message', (message: HelperMessage) => {
  if ('context' in message) {
    fault = message.context.language;
    return;
  }
  Atomics.store(progress, progressPlaces.task, message.task);
  if ('jobs' in message) Atomics.store(progress, progressPlaces.job, 3);
  const jobs = 'jobs' in message ? message.jobs : [];
  const chapters = jobs.map(({ path, file }) => ({ ...noFacts, path, file, html: '', terms: null }));
  faults[fault]?.(message.task, chapters);
});
