import { type RenderHelper, startRenderHelper } from '../markdown/threads/render-helper.js';

/** Fewer chapters are rendered before another thread has got going. */
const worthAThread = 400;
/** This thread makes and writes the pages, and cannot feed more. */
const mostHelpers = 2;

/** Starts threads for a book of this many chapters, before there is anything to render: they need a moment to load. */
export function startHelpers(chapters: number, threads: number): readonly RenderHelper[] {
  const count = chapters < worthAThread ? 0 : Math.min(threads, mostHelpers);
  return Array.from({ length: count }, startHelper);
}

/** Starts one thread, whose module stands beside this one. */
export function startHelper(): RenderHelper {
  return startRenderHelper(new URL('./worker.js', import.meta.url));
}
