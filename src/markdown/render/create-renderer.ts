import { decodeText } from '../../files/decode.js';
import type { HugoTemplates } from '../../hugo-templates/create-hugo-templates.js';
import type { MarkdownConfig } from '../../model/markdown-config.js';
import type { RenderedChapter, RenderJob } from '../../model/rendered.js';
import { createTranslate } from '../../templates/create-translate.js';
import { createSay } from '../../text/create-say.js';
import type { HookToolParts } from '../hooks/create-hook-tools.js';
import type { HookRenderer } from '../hooks/hook-renderer.js';
import { indexTargets } from '../links/index-targets.js';
import { reportUnreadFormula } from '../math/report-unread-formula.js';
import { extendParser } from '../parse/extend-parser.js';
import { loadParser } from '../parse/load-parser.js';
import { readHtml } from '../parse/read-html.js';
import { screenSource } from '../parse/screen-source.js';
import type { CompileFragment } from '../shortcodes/chapter-run.js';
import type { createShortcodes, ExpandChapter } from '../shortcodes/create-shortcodes.js';
import { dropTitle } from '../tree/drop-title.js';
import { compileTree, printTree } from './compile-tree.js';
import { createFragmentCompiler, takeIn } from './inside-shortcodes.js';
import { loadOwnCode } from './load-own-code.js';
import type { MarkdownProcessor } from './markdown-processor.js';
import { createProcessor } from './processor.js';
import { describeException, describeFinding, refuse, tooDeep } from './refusals.js';
import type { RenderContext } from './render-context.js';
import { renderSummary } from './render-summary.js';
import { isDivider } from './summarise.js';

/** Compiles one chapter. Never throws; what is wrong is in `diagnostics`, in the order of the text. */
export type RenderChapter = (job: RenderJob) => RenderedChapter;

/**
 * Prepares the compilation of chapters. For each one:
 *
 * 1. decode the bytes and take the body
 * 2. expand its shortcodes, if it has any; screen it: nothing that would bring a parser down gets to it
 * 3. parse, with what parsers do not know (`extend-parser.ts`) and the owner's plugins, if there are any
 * 4. survey the tree; refuse what nests too deep
 * 5. run the plugins: attributes, joined words, length, terms, quotes, ids, alerts, links, footnotes, listings
 * 6. compile: hast, sanitised, HTML, with listings and shortcodes put in
 * 7. cut the summary off the same tree, compile it, and take the excerpt from it
 */
export async function createRenderer(context: RenderContext): Promise<RenderChapter> {
  const { config, basePath, targets, summaries } = context;
  const { changeTree, filters } = await loadOwnCode(context.plugins);
  const parse = extendParser(
    readHtml(await loadParser(config.parser), config.unsafe),
    config.constructs,
    changeTree,
  );
  const index = indexTargets(targets, basePath);
  const { hugo, clean } = await loadHugo(context);
  const say = createSay(context.texts, context.language);
  const extras = await loadExtras(config);
  const processor = createProcessor(context, parse, { index, say, ...extras });
  const { shortcodes } = context;
  const translate = createTranslate(context.texts, context.language);
  const options = { index, unsafe: config.unsafe };
  const compile: CompileFragment = createFragmentCompiler(processor, () => hooks);
  const hooks = await loadHooks(context, hugo, { processor, index, compile, clean });
  const expand =
    shortcodes &&
    (await prepareShortcodes(
      { ...shortcodes, filters, translate, hugo, clean, printFormula: extras.printFormula },
      options,
      compile,
    ));
  const session = { processor, config, summaries, expand, hugo, hooks };
  return (job) => {
    try {
      return renderChapter(job, session);
    } catch (error) {
      return refuse(job, describeException(error, job));
    }
  };
}

/** What only some books need, and what is larger than all the rest of this room. */
async function loadExtras({ constructs: { math, emoji } }: MarkdownConfig) {
  return {
    printFormula: math.length === 0 ? null : (await import('../math/print-formula.js')).printFormula,
    findEmoji: emoji ? (await import('../plugins/find-emoji.js')).findEmoji : null,
  };
}

/** The engine of Hugo's templates, for the sites that bring some. */
async function loadHugo({ hugo }: RenderContext): Promise<{
  readonly hugo: HugoTemplates | null;
  readonly clean: (html: string) => string;
}> {
  if (hugo === null) return { hugo: null, clean: (html) => html };
  const [room, { cleanHtml }] = await Promise.all([
    import('../../hugo-templates/create-hugo-templates.js'),
    import('../html/clean-html.js'),
  ]);
  const namesEmoji = hugo.templates.some(({ text }) => /\bemojify\b/i.test(text));
  const findEmoji = namesEmoji ? (await import('../plugins/find-emoji.js')).findEmoji : () => undefined;
  return { hugo: room.createHugoTemplates(hugo, findEmoji), clean: cleanHtml };
}

/** The render hooks of a Hugo site; null for one without any. */
async function loadHooks(
  { config, hugo: site }: RenderContext,
  hugo: HugoTemplates | null,
  {
    processor,
    ...parts
  }: Omit<HookToolParts, 'settings' | 'config'> & { readonly processor: MarkdownProcessor },
): Promise<HookRenderer | null> {
  if (hugo === null || site === null || !hugo.hasHooks) return null;
  const [{ createHookRenderer }, { createHookTools }] = await Promise.all([
    import('../hooks/create-hook-renderer.js'),
    import('../hooks/create-hook-tools.js'),
  ]);
  const toolsFor = createHookTools({ ...parts, settings: site.settings, config });
  return createHookRenderer({ processor, current: hugo.current, toolsFor, textOfTemplate: hugo.textOf });
}

/** What the chapters of a build are compiled with. */
interface Session {
  readonly processor: MarkdownProcessor;
  readonly config: MarkdownConfig;
  readonly summaries: boolean;
  readonly expand: ExpandChapter | null;
  readonly hugo: HugoTemplates | null;
  readonly hooks: HookRenderer | null;
}

/** Loads the engine of the shortcodes, for the books that have some; the first chapter with one sets it going. */
async function prepareShortcodes(...parts: Parameters<typeof createShortcodes>): Promise<ExpandChapter> {
  const room = await import('../shortcodes/create-shortcodes.js');
  let expand: ExpandChapter | null = null;
  return (body, job) => {
    expand ??= room.createShortcodes(...parts);
    return expand(body, job);
  };
}

function renderChapter(job: RenderJob, session: Session): RenderedChapter {
  const { processor, hugo } = session;
  hugo?.start(job.path);
  const body = (decodeText(job.bytes) ?? '').slice(job.bodyStart);
  const expanded = job.page === undefined ? null : (session.expand?.(body, job) ?? null);
  const source = expanded?.source ?? body;
  const finding = screenSource(source);
  if (finding !== null) {
    const line = expanded?.lineOf(finding.line) ?? finding.line;
    return refuse(job, describeFinding({ ...finding, line }, job));
  }
  const compiled = compileTree(source, job, processor, expanded, session.hooks);
  if (compiled === null) return refuse(job, tooDeep(job));
  const { state } = compiled;
  const tree = job.hasTitle === true ? dropTitle(compiled.tree) : compiled.tree;
  if (expanded !== null) takeIn(expanded, state);
  const summary = renderSummary(tree, state, session);
  const content = tree.children.filter((node) => !isDivider(node));
  const html = printTree({ ...tree, children: content }, state, processor);
  const { headings, ids, fragmentLinks, words, minutes, terms } = state;
  const isMathOff = session.config.constructs.math.length === 0;
  const diagnostics = [...state.diagnostics, ...(isMathOff ? reportUnreadFormula(body, job) : [])];
  const facts = {
    path: job.path,
    file: job.file,
    html,
    headings,
    ids,
    fragmentLinks,
    ...summary,
    words,
    minutes,
    terms,
    diagnostics,
  };
  const assets = [...(hugo?.current()?.chapter.published ?? [])];
  return {
    ...facts,
    ...(assets.length > 0 ? { assets } : {}),
    ...(expanded === null ? {} : { expanded: expanded.markdown() }),
  };
}
