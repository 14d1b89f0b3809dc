import type { Node, Nodes } from 'mdast';
import type { Diagnostic, Place } from '../../model/diagnostic.js';
import type { FragmentLink, Heading, RenderJob } from '../../model/rendered.js';
import type { ChapterTerms } from '../../model/terms.js';
import type { TreeSurvey } from './survey-tree.js';

/** What is gathered about one chapter while its tree passes through the plugins. */
export interface ChapterDraft {
  readonly job: RenderJob;
  readonly survey: TreeSurvey;
  readonly diagnostics: Diagnostic[];
  readonly headings: Heading[];
  readonly ids: string[];
  readonly fragmentLinks: FragmentLink[];
  /** Finished pieces of HTML, by the number that stands for each in the tree (`inserts.ts`). */
  readonly inserts: string[];
  /** Words of every paragraph, heading, table cell and code block. */
  readonly wordsByNode: Map<Nodes, number>;
  words: number;
  minutes: number;
  terms: ChapterTerms | null;
}

export function startDraft(job: RenderJob, survey: TreeSurvey): ChapterDraft {
  return {
    job,
    survey,
    diagnostics: [],
    headings: [],
    ids: [],
    fragmentLinks: [],
    inserts: [],
    wordsByNode: new Map(),
    words: 0,
    minutes: 0,
    terms: null,
  };
}

/** The draft that travels with unified's file through the plugins. */
export function draftOf(file: { readonly data: Readonly<Record<string, unknown>> }): ChapterDraft {
  // `create-renderer.ts` puts it there for every run.
  return file.data['draft'] as ChapterDraft;
}

/** Where a node of the body stands in its file; the length only if it ends on the same line. */
export function placeOf(job: RenderJob, node: Node): Place {
  const position = node.position;
  if (position === undefined) return { file: job.file };
  const { start, end } = position;
  return {
    file: job.file,
    line: start.line + job.bodyLine - 1,
    column: start.column,
    ...(start.line === end.line ? { length: end.column - start.column } : {}),
  };
}
