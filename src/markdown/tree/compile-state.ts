import type { Node, Nodes } from 'mdast';
import type { ChapterWords } from '../../model/chapter-words.js';
import type { Diagnostic, SourceSpan } from '../../model/diagnostic.js';
import type { FragmentLink, Heading, RenderJob } from '../../model/rendered.js';
import type { TreeSurvey } from './survey-tree.js';

/** What is gathered about one chapter while its tree passes through the plugins. */
export interface CompileState {
  readonly job: RenderJob;
  readonly survey: TreeSurvey;
  readonly diagnostics: Diagnostic[];
  readonly headings: Heading[];
  readonly ids: string[];
  readonly fragmentLinks: FragmentLink[];
  /** Finished pieces of HTML, by the number that stands for each in the tree (`inserts.ts`). */
  readonly inserts: string[];
  /** How joints in doubt could be read as well, by the block that they stand in: words for the search. */
  readonly otherReadings: Map<Nodes, string>;
  /** Words of every paragraph, heading, table cell and code block. */
  readonly wordsByNode: Map<Nodes, number>;
  words: number;
  minutes: number;
  terms: ChapterWords | null;
}

export function startCompile(job: RenderJob, survey: TreeSurvey): CompileState {
  return {
    job,
    survey,
    diagnostics: [],
    headings: [],
    ids: [],
    fragmentLinks: [],
    inserts: [],
    otherReadings: new Map(),
    wordsByNode: new Map(),
    words: 0,
    minutes: 0,
    terms: null,
  };
}

/** The state that travels with unified's file through the plugins. */
export function compileStateOf(file: { readonly data: Readonly<Record<string, unknown>> }): CompileState {
  // `create-renderer.ts` puts it there for every run.
  return file.data['state'] as CompileState;
}

/** Where a node of the body stands in its file; the length only if it ends on the same line. */
export function spanOfNode(job: RenderJob, node: Node): SourceSpan {
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
