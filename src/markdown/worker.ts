import { workerData } from 'node:worker_threads';
import { createRenderer, type RenderChapter } from './create-renderer.js';
import { createPacker } from './pack-chapters.js';
import type { HelperData, HelperMessage } from './render-helper.js';

/**
 * The thread of a `RenderHelper`: renders the chapters that it is sent, batch by batch, until its port is closed.
 * It is started before there is anything to render, so that its modules are loaded meanwhile.
 */
// Only `startRenderHelper` starts this module, and it gives it just that.
const { port, finished } = workerData as HelperData;
const pack = createPacker();
let render: Promise<RenderChapter> | null = null;

port.on('message', async (message: HelperMessage) => {
  if ('context' in message) {
    render = createRenderer(message.context);
    return;
  }
  if (render === null) throw new Error('A batch came before the context.');
  port.postMessage(pack(message.jobs.map(await render)));
  Atomics.add(finished, 0, 1);
  Atomics.notify(finished, 0);
});
