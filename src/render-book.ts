import { setImmediate } from 'node:timers/promises';
import { createRenderer, type RenderContext } from './markdown/create-renderer.js';
import type { ChapterFacts, RenderedChapter } from './model/rendered.js';
import { collectLinkTargets, type OpenBook, planRendering } from './open-book.js';
import type { Inputs } from './read-inputs.js';

/** The rendering of a book's chapters: each in turn, or one ahead of its turn when a page asks for it. */
export interface Rendering {
  /** Number of chapters. */
  readonly count: number;
  /** Renders every chapter; in which order is left open. */
  readonly renderAll: () => AsyncIterable<RenderedChapter>;
  /** By `Chapter.path`; renders the chapter if that has not been done. */
  readonly factsOf: (path: string) => ChapterFacts;
  /** By `Chapter.path`; renders the chapter anew, since HTML is not kept. */
  readonly htmlOf: (path: string) => string;
  /** The facts of every chapter rendered so far. */
  readonly allFacts: () => readonly ChapterFacts[];
}

/** Chapters between two turns of the event loop, in which an interrupt is heard. */
const breathEvery = 64;

/** Prepares the rendering of all published chapters. */
export async function createRendering(
  inputs: Inputs,
  opened: OpenBook,
  _threads: number,
): Promise<Rendering> {
  const jobs = new Map(planRendering(inputs, opened).map((job) => [job.path, job]));
  const render = await createRenderer(renderContext(inputs, opened));
  const known = new Map<string, ChapterFacts>();
  const renderNow = (path: string): RenderedChapter => {
    const job = jobs.get(path);
    if (job === undefined) throw new Error(`No published chapter has the path ${path}.`);
    const rendered = render(job);
    known.set(path, factsFrom(rendered));
    return rendered;
  };
  return {
    count: jobs.size,
    renderAll: async function* renderAll() {
      let done = 0;
      for (const path of jobs.keys()) {
        yield renderNow(path);
        done += 1;
        if (done % breathEvery === 0) await setImmediate();
      }
    },
    factsOf: (path) => known.get(path) ?? renderNow(path),
    htmlOf: (path) => renderNow(path).html,
    allFacts: () => [...known.values()],
  };
}

function renderContext(inputs: Inputs, opened: OpenBook): RenderContext {
  const { markdown, basePath } = inputs.config;
  return { config: markdown, basePath, targets: collectLinkTargets(inputs, opened) };
}

/** All but the HTML, which would fill the memory. */
function factsFrom({ html: _, ...facts }: RenderedChapter): ChapterFacts {
  return facts;
}
