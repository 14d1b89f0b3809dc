import type { Root } from 'mdast';
import { diagnose } from '../diagnostics/catalogue.js';
import type { MarkdownConfig } from '../model/config.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { LinkTargets, RenderedChapter, RenderJob } from '../model/rendered.js';
import type { TextTable } from '../model/texts.js';
import { createSay } from '../text/create-say.js';
import { decodeText } from '../text/decode.js';
import { type ChapterDraft, startDraft } from './draft.js';
import { indexTargets } from './index-targets.js';
import { fillInserts } from './inserts.js';
import { loadParser } from './load-parser.js';
import { createProcessor, type MarkdownProcessor } from './processor.js';
import { type ScreenFinding, screenSource } from './screen-source.js';
import { excerptOf, isDivider, summarise } from './summarise.js';
import { surveyTree } from './survey-tree.js';

/** What all chapters of a build share. Plain data: it crosses threads. */
export interface RenderContext {
  readonly config: MarkdownConfig;
  /** With both slashes: `/book/`, or `/`. */
  readonly basePath: string;
  readonly targets: LinkTargets;
  /** Whether `summary` is wanted; `''` otherwise. Compiling it takes a tenth of a chapter's time. */
  readonly summaries: boolean;
  /** BCP 47 tag and the interface's texts in that language: names of call-outs, the way back from a footnote. */
  readonly language: string;
  readonly texts: TextTable;
}

/** Compiles one chapter. Never throws; what is wrong is in `diagnostics`, in the order of the text. */
export type RenderChapter = (job: RenderJob) => RenderedChapter;

/** Levels of nesting that the recursive walkers after the parser take without harm. */
const DEPTH_LIMIT = 500;

/**
 * Prepares the compilation of chapters. For each one:
 *
 * 1. decode the bytes and take the body
 * 2. screen it: nothing that would bring a parser down gets to it
 * 3. parse
 * 4. survey the tree; refuse what nests too deep
 * 5. run the plugins: attributes, joined words, quotes, ids, alerts, links, words, footnotes, listings
 * 6. compile: hast, sanitised, HTML, with the listings put in
 * 7. cut the summary off the same tree, compile it, and take the excerpt from it
 */
export async function createRenderer(context: RenderContext): Promise<RenderChapter> {
  const { config, basePath, targets, summaries } = context;
  const parse = await loadParser(config.parser);
  const say = createSay(context.texts, context.language);
  const processor = createProcessor(config, parse, { index: indexTargets(targets, basePath), say });
  const session = { processor, config, summaries };
  return (job) => {
    try {
      return renderChapter(job, session);
    } catch (error) {
      return refuse(job, faultOf(error, job));
    }
  };
}

/** What the chapters of a build are compiled with. */
interface Session {
  readonly processor: MarkdownProcessor;
  readonly config: MarkdownConfig;
  readonly summaries: boolean;
}

function renderChapter(job: RenderJob, session: Session): RenderedChapter {
  const { processor } = session;
  const source = (decodeText(job.bytes) ?? '').slice(job.bodyStart);
  const finding = screenSource(source);
  if (finding !== null) return refuse(job, describeFinding(finding, job));
  const compiled = compileTree(source, job, processor);
  if (compiled === null) return refuse(job, tooDeep(job));
  const { tree, draft } = compiled;
  const summary = renderSummary(tree, draft, session);
  const body = tree.children.filter((node) => !isDivider(node));
  const html = print({ ...tree, children: body }, draft, processor);
  const { headings, ids, fragmentLinks, words, minutes, diagnostics } = draft;
  const { path, file } = job;
  return { path, file, html, headings, ids, fragmentLinks, ...summary, words, minutes, diagnostics };
}

interface CompiledTree {
  readonly tree: Root;
  readonly draft: ChapterDraft;
}

/** Null for a tree that nests too deep. */
function compileTree(source: string, job: RenderJob, processor: MarkdownProcessor): CompiledTree | null {
  const parsed = processor.parse(source);
  const survey = surveyTree(parsed);
  if (survey.depth > DEPTH_LIMIT) return null;
  const draft = startDraft(job, survey);
  return { tree: processor.runSync(parsed, { value: source, data: { draft } }), draft };
}

type SummaryFacts = Pick<RenderedChapter, 'summary' | 'truncated' | 'excerpt'>;

/** By the divider, else from the front matter, else automatic (content rule 10). */
function renderSummary(tree: Root, draft: ChapterDraft, session: Session): SummaryFacts {
  const { processor, config, summaries } = session;
  const given = draft.job.summary;
  if (given !== undefined && !tree.children.some(isDivider)) {
    return { ...renderGivenSummary(given, draft, processor), truncated: draft.words > 0 };
  }
  const { tree: summary, truncated } = summarise(tree, config.summaryLength, draft.wordsByNode);
  const html = summaries ? compileSummary(summary, draft, processor) : '';
  return { summary: html, truncated, excerpt: excerptOf(summary) };
}

function compileSummary(summary: Root, draft: ChapterDraft, processor: MarkdownProcessor): string {
  const definitions = draft.survey.addressed.filter((node) => node.type === 'definition');
  return print({ ...summary, children: [...summary.children, ...definitions] }, draft, processor);
}

/** Tree → HTML, with the pieces that the plugins made themselves. */
function print(tree: Root, { inserts }: ChapterDraft, processor: MarkdownProcessor): string {
  return fillInserts(processor.stringify(tree), inserts);
}

/** The front matter's `summary`; a lone paragraph loses its `<p>`. Its faults name the file only. */
function renderGivenSummary(
  source: string,
  { job, diagnostics }: ChapterDraft,
  processor: MarkdownProcessor,
): Pick<SummaryFacts, 'summary' | 'excerpt'> {
  const compiled = screenSource(source) === null ? compileTree(source, job, processor) : null;
  if (compiled === null) {
    diagnostics.push(tooDeep(job));
    return { summary: '', excerpt: '' };
  }
  for (const { line: _line, column: _column, length: _length, ...finding } of compiled.draft.diagnostics) {
    diagnostics.push(finding);
  }
  const html = print(compiled.tree, compiled.draft, processor).trimEnd();
  const [first, ...others] = compiled.tree.children;
  const alone = first?.type === 'paragraph' && others.length === 0;
  const summary = alone ? html.slice('<p>'.length, -'</p>'.length) : html;
  return { summary, excerpt: excerptOf(compiled.tree) };
}

/** A chapter that is not rendered: the finding, and nothing else. */
function refuse(job: RenderJob, finding: Diagnostic): RenderedChapter {
  return {
    path: job.path,
    file: job.file,
    html: '',
    headings: [],
    ids: [],
    fragmentLinks: [],
    summary: '',
    truncated: false,
    excerpt: '',
    words: 0,
    minutes: 0,
    diagnostics: [finding],
  };
}

function tooDeep(job: RenderJob, line?: number): Diagnostic {
  const place = line === undefined ? { file: job.file } : { file: job.file, line: line + job.bodyLine - 1 };
  return diagnose('markdown/too-deep', { limit: DEPTH_LIMIT }, place);
}

const complexities = { references: 'character references (&…;)', delimiters: 'emphasis marks (*, _, ~)' };

function describeFinding({ fault, count, line }: ScreenFinding, job: RenderJob): Diagnostic {
  if (fault === 'containers') return tooDeep(job, line);
  const place = { file: job.file, line: line + job.bodyLine - 1 };
  return diagnose('markdown/too-complex', { count, what: complexities[fault] }, place);
}

/** An exception of a library: its stack ran out on nesting (remark-parse recurses), or something unforeseen. */
function faultOf(error: unknown, job: RenderJob): Diagnostic {
  if (error instanceof RangeError && error.message.includes('call stack')) return tooDeep(job);
  const reason = error instanceof Error ? error.message : String(error);
  return diagnose('markdown/failed', { reason }, { file: job.file });
}
