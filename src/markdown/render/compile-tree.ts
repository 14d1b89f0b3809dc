import type { Root } from 'mdast';
import type { RenderJob } from '../../model/rendered.js';
import type { HookRenderer } from '../hooks/hook-renderer.js';
import { printBlocks } from '../html/print-blocks.js';
import type { Fragment } from '../shortcodes/chapter-run.js';
import { type CompileState, startCompile } from '../tree/compile-state.js';
import { fillInserts } from '../tree/inserts.js';
import { surveyTree } from '../tree/survey-tree.js';
import type { MarkdownProcessor } from './markdown-processor.js';

/** Levels of nesting that the recursive walkers after the parser take without harm. */
export const DEPTH_LIMIT = 500;

/** A tree that has passed through the plugins, and what they gathered. */
export interface CompiledTree {
  readonly tree: Root;
  readonly state: CompileState;
}

/**
 * Parses Markdown that has been screened, and runs the plugins. Null for a tree that nests too deep.
 *
 * @param fragment Where it holds shortcodes: what puts them into the tree.
 * @param hooks The render hooks of a Hugo site that brings some.
 */
export function compileTree(
  source: string,
  job: RenderJob,
  processor: MarkdownProcessor,
  fragment: Fragment | null = null,
  hooks: HookRenderer | null = null,
): CompiledTree | null {
  const parsed = processor.parse({ value: source, path: job.path });
  fragment?.place(parsed);
  const survey = surveyTree(parsed);
  if (survey.depth > DEPTH_LIMIT) return null;
  const state = startCompile(job, survey);
  for (const node of survey.shortcodes) {
    node.insert = state.inserts.push(fragment?.htmlOf(node.slot) ?? '') - 1;
  }
  const written = hooks?.prepare(parsed);
  const tree = processor.runSync(parsed, { value: source, data: { state } });
  if (written !== undefined) hooks?.render(tree, written, state);
  return { tree, state };
}

/** Tree → HTML, with the pieces that went round the sanitiser (`inserts.ts`). */
export function printTree(tree: Root, { inserts }: CompileState, processor: MarkdownProcessor): string {
  return fillInserts(
    printBlocks(tree, (others) => processor.stringify(others)),
    inserts,
  );
}
