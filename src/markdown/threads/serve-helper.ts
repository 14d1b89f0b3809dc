import { workerData } from 'node:worker_threads';
import type { RenderedChapter } from '../../model/rendered.js';
import { createRenderer, type RenderChapter } from '../render/create-renderer.js';
import { createPacker, type PackChapters } from './pack-chapters.js';
import type { HelperData, HelperMessage } from './render-helper.js';

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
  const { port, finished } = workerData as HelperData;
  const kept = new Map<string, KeptChapter>();
  let session: Session | null = null;
  let done = Promise.resolve();

  const answer = async (message: HelperMessage): Promise<void> => {
    if ('context' in message) {
      const { context, keepsTerms } = message;
      session = { render: await createRenderer(context), pack: createPacker(), keepsTerms };
      return;
    }
    if ('question' in message) {
      port.postMessage({ answer: conclude(message.question, kept) });
      kept.clear();
    } else {
      if (session === null) throw new Error('A batch came before the context.');
      port.postMessage(renderBatch(message.jobs.map(session.render), session));
    }
    Atomics.add(finished, 0, 1);
    Atomics.notify(finished, 0);
  };
  const renderBatch = (chapters: readonly RenderedChapter[], { pack, keepsTerms }: Session) => {
    if (!keepsTerms) return pack(chapters);
    for (const { path, headings, excerpt, terms } of chapters) kept.set(path, { headings, excerpt, terms });
    return pack(chapters.map((chapter) => ({ ...chapter, terms: null })));
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
