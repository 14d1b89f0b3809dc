import type { Root } from 'mdast';
import type { RenderedChapter } from '../../model/rendered.js';
import { screenSource } from '../parse/screen-source.js';
import type { CompileState } from '../tree/compile-state.js';
import { compileTree, printTree } from './compile-tree.js';
import type { MarkdownProcessor } from './markdown-processor.js';
import { tooDeep } from './refusals.js';
import { excerptOf, isDivider, summarise } from './summarise.js';

/** How summaries are made. */
export interface SummarySettings {
  readonly processor: MarkdownProcessor;
  readonly config: { readonly summaryLength: number };
  /** Whether their HTML is wanted. */
  readonly summaries: boolean;
}

/** What is known of a chapter's summary. */
type SummaryFacts = Pick<RenderedChapter, 'summary' | 'truncated' | 'excerpt'>;

/** By the divider, else from the front matter, else automatic (content rule 10). */
export function renderSummary(tree: Root, state: CompileState, settings: SummarySettings): SummaryFacts {
  const { processor, config, summaries } = settings;
  const given = state.job.summary;
  if (given !== undefined && !tree.children.some(isDivider)) {
    return { ...renderGivenSummary(given, state, processor), truncated: state.words > 0 };
  }
  const { tree: summary, truncated } = summarise(tree, config.summaryLength, state.wordsByNode);
  const html = summaries ? compileSummary(summary, state, processor) : '';
  return { summary: html, truncated, excerpt: excerptOf(summary) };
}

function compileSummary(summary: Root, state: CompileState, processor: MarkdownProcessor): string {
  const definitions = state.survey.addressed.filter((node) => node.type === 'definition');
  return printTree({ ...summary, children: [...summary.children, ...definitions] }, state, processor);
}

/** The front matter's `summary`; a lone paragraph loses its `<p>`. Its faults name the file only. */
function renderGivenSummary(
  source: string,
  { job, diagnostics }: CompileState,
  processor: MarkdownProcessor,
): Pick<SummaryFacts, 'summary' | 'excerpt'> {
  const compiled = screenSource(source) === null ? compileTree(source, job, processor) : null;
  if (compiled === null) {
    diagnostics.push(tooDeep(job));
    return { summary: '', excerpt: '' };
  }
  for (const { line: _line, column: _column, length: _length, ...finding } of compiled.state.diagnostics) {
    diagnostics.push(finding);
  }
  const html = printTree(compiled.tree, compiled.state, processor).trimEnd();
  const [first, ...others] = compiled.tree.children;
  const alone = first?.type === 'paragraph' && others.length === 0;
  const summary = alone ? html.slice('<p>'.length, -'</p>'.length) : html;
  return { summary, excerpt: excerptOf(compiled.tree) };
}
