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
