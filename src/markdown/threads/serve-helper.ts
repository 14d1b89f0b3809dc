import { workerData } from 'node:worker_threads';
import type { RenderedChapter, RenderJob } from '../../model/rendered.js';
import { createRenderer, type RenderChapter } from '../render/create-renderer.js';
import { type HelperAnswer, type HelperData, type HelperMessage, progressPlaces } from './helper-messages.js';
import { createPacker, listTransfers, type PackChapters } from './pack-chapters.js';

/** Chapters whose words were kept, by `Chapter.path`. */
export type KeptChapters = ReadonlyMap<string, KeptChapter>;

/** What is kept of a chapter: little, since a book may have many. */
export type KeptChapter = Pick<RenderedChapter, 'headings' | 'excerpt' | 'terms'>;

/** Makes something of the words of all chapters that the thread has kept; what it is asked and what it answers are plain data. */
export type Conclude = (question: unknown, kept: KeptChapters) => unknown;

/**
 * The thread of a `RenderHelper`: renders the chapters that it is sent, batch by batch, until its port is closed.
 * It is started before there is anything to render, so that its modules are loaded meanwhile.
 */
export function serveHelper(conclude: Conclude): void {
  // Only `startRenderHelper` starts such a thread, and it gives it just that.
  const { port, progress } = workerData as HelperData;
  const kept = new Map<string, KeptChapter>();
  let session: Session | null = null;
  let done = Promise.resolve();

  const answer = async (message: HelperMessage): Promise<void> => {
    if ('context' in message) session = await openSession(message);
    else send(work(message));
  };
  const work = (message: Exclude<HelperMessage, { readonly context: unknown }>): HelperAnswer => {
    const { task } = message;
    try {
      Atomics.store(progress, progressPlaces.task, task);
      if ('jobs' in message) return { task, pack: renderBatch(message.jobs) };
      const concluded = conclude(message.question, kept);
      kept.clear();
      return { task, answer: concluded };
    } catch (error) {
      return { task, failure: error instanceof Error ? error.message : String(error) };
    }
  };
  const renderBatch = (jobs: readonly RenderJob[]) => {
    if (session === null) throw new Error('A batch came before the context.');
    const { render, pack, keepsTerms } = session;
    const chapters = jobs.map((job, at) => {
      Atomics.store(progress, progressPlaces.job, at);
      return render(job);
    });
    Atomics.store(progress, progressPlaces.job, -1);
    if (!keepsTerms) return pack(chapters);
    for (const { path, headings, excerpt, terms } of chapters) kept.set(path, { headings, excerpt, terms });
    return pack(chapters.map((chapter) => ({ ...chapter, isKept: true })));
  };
  const send = (message: HelperAnswer) => {
    port.postMessage(message, 'pack' in message ? [...listTransfers(message.pack)] : []);
    Atomics.add(progress, progressPlaces.sent, 1);
    Atomics.notify(progress, progressPlaces.sent);
  };
  port.on('message', (message: HelperMessage) => {
    // One behind the other: a renderer is loaded, and what was sent before and after is rendered before and after.
    done = done.then(() => answer(message));
  });
}

interface Session {
  readonly render: RenderChapter;
  readonly pack: PackChapters;
  readonly keepsTerms: boolean;
}

async function openSession({
  context,
  keepsTerms,
}: Extract<HelperMessage, { readonly context: unknown }>): Promise<Session> {
  return {
    render: await createRenderer(context),
    pack: createPacker(),
    keepsTerms,
  };
}
