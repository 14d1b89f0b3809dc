import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { noFacts, type RenderedChapter, type RenderJob } from '../../model/rendered.js';
import type { ScreenFinding } from '../parse/screen-source.js';
import { DEPTH_LIMIT } from './compile-tree.js';

/** A chapter that is not rendered: the finding, and nothing else. */
export function refuse(job: RenderJob, finding: Diagnostic): RenderedChapter {
  return { ...noFacts, path: job.path, file: job.file, html: '', terms: null, diagnostics: [finding] };
}

/** The text nests deeper than `DEPTH_LIMIT`; lines count from 1 in the body. */
export function tooDeep(job: RenderJob, line?: number): Diagnostic {
  const place = line === undefined ? { file: job.file } : { file: job.file, line: line + job.bodyLine - 1 };
  return diagnose('markdown/too-deep', { limit: DEPTH_LIMIT }, place);
}

const complexities = { references: 'character references (&…;)', delimiters: 'emphasis marks (*, _, ~)' };

/** What the screen found, its line counted from 1 in the body. */
export function describeFinding({ fault, count, line }: ScreenFinding, job: RenderJob): Diagnostic {
  if (fault === 'containers') return tooDeep(job, line);
  const place = { file: job.file, line: line + job.bodyLine - 1 };
  return diagnose('markdown/too-complex', { count, what: complexities[fault] }, place);
}

/** An exception of a library: its stack ran out on nesting (remark-parse recurses), or something unforeseen. */
export function describeException(error: unknown, job: RenderJob): Diagnostic {
  if (error instanceof RangeError && error.message.includes('call stack')) return tooDeep(job);
  const reason = error instanceof Error ? error.message : String(error);
  return diagnose('markdown/failed', { reason }, { file: job.file });
}

/** The thread that rendered the chapter came to an end over it: it ran out of memory, or hung where nothing can be broken off. */
export function threadEnded(job: RenderJob, reason: string): Diagnostic {
  return diagnose('markdown/failed', { reason }, { file: job.file });
}
