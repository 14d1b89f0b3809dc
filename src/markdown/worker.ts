import { workerData } from 'node:worker_threads';
import { createRenderer, type RenderChapter } from './create-renderer.js';
import { createPacker, type PackChapters } from './pack-chapters.js';
import type { HelperData, HelperMessage } from './render-helper.js';

/**
 * The thread of a `RenderHelper`: renders the chapters that it is sent, batch by batch, until its port is closed.
 * It is started before there is anything to render, so that its modules are loaded meanwhile.
 */
// Only `startRenderHelper` starts this module, and it gives it just that.
const { port, finished } = workerData as HelperData;
let session: { readonly render: RenderChapter; readonly pack: PackChapters } | null = null;
let done = Promise.resolve();

port.on('message', (message: HelperMessage) => {
  // One behind the other: a renderer is loaded, and what was sent before and after is rendered before and after.
  done = done.then(() => answer(message));
});

async function answer(message: HelperMessage): Promise<void> {
  if ('context' in message) {
    session = { render: await createRenderer(message.context), pack: createPacker() };
    return;
  }
  if (session === null) throw new Error('A batch came before the context.');
  port.postMessage(session.pack(message.jobs.map(session.render)));
  Atomics.add(finished, 0, 1);
  Atomics.notify(finished, 0);
}
