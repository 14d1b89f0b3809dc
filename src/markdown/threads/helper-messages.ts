import type { MessagePort } from 'node:worker_threads';
import type { RenderJob } from '../../model/rendered.js';
import type { RenderContext } from '../render/render-context.js';
import type { ChapterPack } from './pack-chapters.js';

/** What a helper's thread is started with. */
export interface HelperData {
  readonly port: MessagePort;
  /** Where the thread is, for the one that waits: see `progress`. */
  readonly progress: Int32Array;
}

/** The places in `HelperData.progress`. */
export const progressPlaces = {
  /** How many messages have been sent back, so that one can sleep until the next. */
  sent: 0,
  /** The number of the task under way. */
  task: 1,
  /** The index of the job in it; -1 before its first and after its last. */
  job: 2,
} as const;

/** What a helper's thread is sent: the context once, then batches, and a question at the end. Tasks are numbered from 1. */
export type HelperMessage =
  | { readonly context: RenderContext; readonly keepsTerms: boolean }
  | { readonly task: number; readonly jobs: readonly RenderJob[] }
  | { readonly task: number; readonly question: unknown };

/** What comes back for a task, in the order of the tasks. */
export type HelperAnswer =
  | { readonly task: number; readonly pack: ChapterPack }
  | { readonly task: number; readonly answer: unknown }
  | { readonly task: number; readonly failure: string };
