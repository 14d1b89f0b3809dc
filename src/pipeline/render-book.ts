import { readTexts } from '../formats/read-texts.js';
import { createRenderer } from '../markdown/render/create-renderer.js';
import type { RenderContext } from '../markdown/render/render-context.js';
import type { RenderAhead, TextContext } from '../markdown/threads/render-ahead.js';
import { beginRendering, type RenderWatch, renderAll } from '../markdown/threads/render-all.js';
import { prepareHelpers, type RenderHelper } from '../markdown/threads/render-helper.js';
import { renderOneWithin } from '../markdown/threads/time-budget.js';
import type { ChapterWords } from '../model/chapter-words.js';
import type { ChapterFacts, RenderedChapter, RenderJob, ShortcodeSetting } from '../model/rendered.js';
import { collectLinkTargets } from './collect-link-targets.js';
import { describeHugoSite } from './describe-hugo-site.js';
import type { EvidenceTable } from './gather-site-evidence.js';
import { planRendering } from './open-book.js';
import type { OpenSite } from './open-site.js';
import type { Inputs } from './read-inputs.js';

/** The rendering of a book's chapters: each in turn, or one ahead of its turn when a page asks for it. */
export interface Rendering {
  /** Number of chapters. */
  readonly count: number;
  /** Renders every chapter; in which order is left open. */
  readonly renderAll: (watch?: RenderWatch | null) => AsyncIterable<RenderedChapter>;
  /** By `Chapter.path`; renders the chapter if that has not been done. */
  readonly factsOf: (path: string) => ChapterFacts;
  /** By `Chapter.path`; renders the chapter anew, since HTML is not kept. */
  readonly htmlOf: (path: string) => string;
  /** By `Chapter.path`; renders the chapter anew, since its words are not kept. */
  readonly termsOf: (path: string) => ChapterWords | null;
  /** The facts of every chapter rendered so far. */
  readonly allFacts: () => readonly ChapterFacts[];
}

/** Prepares the rendering of all published chapters; some may have been rendered ahead by these helpers. */
export async function createRendering(
  site: OpenSite,
  evidence: EvidenceTable,
  helpers: readonly RenderHelper[],
  ahead: RenderAhead | null = null,
): Promise<Rendering> {
  const jobs = new Map(planRendering(site.inputs, site.opened, evidence).map((job) => [job.path, job]));
  const context = renderContext(site, usesShortcodes(jobs.values()), ahead?.context);
  prepareHelpers(helpers, context);
  const run = beginRendering([...jobs.values()], helpers, ahead);
  const render = await createRenderer(context);
  const budget = context.config.timeout;
  const known = new Map<string, ChapterFacts>();
  const releases = listReleases(site.inputs);
  const learn = (rendered: RenderedChapter): RenderedChapter => {
    known.set(rendered.path, factsFrom(rendered));
    return rendered;
  };
  const renderNow = (path: string): RenderedChapter => {
    const job = jobs.get(path);
    if (job === undefined) throw new Error(`No published chapter has the path ${path}.`);
    return learn(renderOneWithin(job, render, budget));
  };
  return {
    count: jobs.size,
    renderAll: async function* (watch) {
      for await (const rendered of renderAll(run, { render, budget }, watch)) {
        releases.get(rendered.path)?.();
        yield learn(rendered);
      }
    },
    factsOf: (path) => known.get(path) ?? renderNow(path),
    htmlOf: (path) => renderNow(path).html,
    termsOf: (path) => renderNow(path).terms,
    allFacts: () => [...known.values()],
  };
}

/** Whether any of these chapters holds a shortcode. */
function usesShortcodes(jobs: Iterable<RenderJob>): boolean {
  for (const { page } of jobs) if (page !== undefined) return true;
  return false;
}

/** How to let go of each chapter's text once it is rendered; nothing where twins of the texts are to be written. */
function listReleases({ config, sources }: Inputs): ReadonlyMap<string, () => void> {
  if (config.outputs.markdown) return new Map();
  return new Map(sources.chapters.flatMap(({ path, release }) => (release ? [[path, release]] : [])));
}

/** What the rendering of all chapters of a book follows from, besides the chapters; `known` where that of texts is. */
export function renderContext(
  site: OpenSite,
  shortcodes: boolean,
  known: TextContext | null = null,
): RenderContext {
  const { inputs } = site;
  return {
    ...(known ?? textContext(inputs)),
    targets: collectLinkTargets(site, shortcodes),
    shortcodes: shortcodes ? shortcodeSetting(inputs) : null,
    hugo: describeHugoSite(site),
  };
}

/** What the rendering of a text follows from that leads nowhere and holds no shortcode. */
export function textContext({ config, plugins, sources }: Inputs): TextContext {
  const pages = sources.templates.filter(({ path }) => path.endsWith('.html') && !isShortcode(path));
  return {
    config: config.markdown,
    basePath: config.basePath,
    summaries: pages.some(({ text }) => namesSummary.test(text)),
    language: config.language,
    search: config.search,
    // What is wrong with them is found where the pages are made.
    texts: readTexts(sources.templates, config.language).value,
    plugins: plugins.module,
  };
}

function isShortcode(path: string): boolean {
  return path.startsWith('shortcodes/') && path.endsWith('.html');
}

/** What shortcodes are rendered with. */
export function shortcodeSetting({ config, sources }: Inputs): ShortcodeSetting {
  const { title, author, description, language, baseUrl, basePath, disabledServices, params, references } =
    config;
  return {
    templates: sources.templates.filter(({ path }) => isShortcode(path)),
    site: { title, author, description, language, baseUrl, basePath, disabledServices, params },
    references,
    unusedTemplates: sources.unusedTemplates,
  };
}

/** The field `summary` in a template, and not the element of HTML. */
const namesSummary = /(?<!<\/?)\bsummary\b/;

/** All but the HTML and the words, which would fill the memory. */
function factsFrom({ html: _, terms: __, ...facts }: RenderedChapter): ChapterFacts {
  return facts;
}
