import { decodeText } from '../../files/decode.js';
import { mayAsk } from '../../line-ends/read-ask.js';
import type { RenderJob } from '../../model/rendered.js';
import type { RenderContext } from '../render/render-context.js';
import { batchSize } from './batch-size.js';
import { prepareHelpers, type RenderHelper } from './render-helper.js';
import { standsAlone } from './stands-alone.js';

/** What the rendering of a text follows from that leads nowhere and holds no shortcode. */
export type TextContext = Omit<RenderContext, 'targets' | 'shortcodes' | 'hugo'>;

/** Rendering while the book is still being opened, by helpers that would have nothing to do until its addresses are known. */
export interface RenderAhead {
  /** As given. */
  readonly context: TextContext;
  /** Takes a chapter whose head is read. Does not wait. */
  readonly offer: (job: RenderJob) => void;
  /** The job that a helper has been given for this one already, if it comes to the same; else the job itself. */
  readonly recognise: (job: RenderJob) => RenderJob;
}

/** Chapters, whose HTML waits in memory until their pages can be made. */
const most = 1536;

/**
 * Gives helpers the chapters that stand alone, as they come.
 *
 * @param context As for all chapters, except that nothing is known of what links can lead to.
 */
export function renderAhead(helpers: readonly RenderHelper[], context: TextContext): RenderAhead {
  const given = new Map<string, RenderJob>();
  let batch: RenderJob[] = [];
  prepareHelpers(helpers, { ...context, targets: noTargets, shortcodes: null, hugo: null });
  return {
    context,
    offer: (job) => {
      if (given.size + batch.length >= most || !isIndependent(job)) return;
      batch.push(job);
      const helper = helpers[(given.size / batchSize) % helpers.length];
      if (batch.length < batchSize || helper === undefined) return;
      for (const one of batch) given.set(one.path, one);
      helper.give(batch);
      batch = [];
    },
    recognise: (job) => {
      const early = given.get(job.path);
      return early !== undefined && isSame(early, job) ? early : job;
    },
  };
}

/** What links lead to while nothing is known of the book. */
export const noTargets: RenderContext['targets'] = {
  ...{ language: '', chapters: {}, unpublished: {}, pages: {}, languages: {}, resources: {} },
  ...{ foreign: {}, pictures: {}, others: [] },
};

/** Whether nothing of the book decides how a chapter comes out. */
function isIndependent({ bytes, bodyStart }: RenderJob): boolean {
  return standsAlone(bytes) && asksNothing((decodeText(bytes) ?? '').slice(bodyStart));
}

/** Whether nothing was learnt of a chapter since it was offered: that it takes its title from its text, a summary, … */
function isSame(early: RenderJob, job: RenderJob): boolean {
  // Titles matter where the text begins with a heading, and such a text does not stand alone.
  const count = Object.keys(job).length - (job.titles === undefined ? 0 : 1);
  return (
    Object.keys(early).length === count &&
    early.bodyStart === job.bodyStart &&
    early.bodyLine === job.bodyLine
  );
}

/** A heading at the very beginning may say the title of its page once more. */
const heading = /^\s*(?:#{1,6}\s|\S[^\n]*\n {0,3}(?:=+|-+)[ \t]*(?:\n|$))/;

/** Whether nothing of the book decides how a body comes out: it has no line end to judge, and does not begin with a heading. */
function asksNothing(body: string): boolean {
  return !mayAsk(body) && !heading.test(body.slice(0, 600));
}
