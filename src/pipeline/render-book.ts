import { createRenderer, type RenderChapter } from '../markdown/render/create-renderer.js';
import type { RenderAhead } from '../markdown/threads/render-ahead.js';
import {
  beginRendering,
  type RenderRun,
  type RenderWatch,
  renderAll,
} from '../markdown/threads/render-all.js';
import { prepareHelpers, type RenderHelper } from '../markdown/threads/render-helper.js';
import { standsAlone } from '../markdown/threads/stands-alone.js';
import { renderOneWithin } from '../markdown/threads/time-budget.js';
import type { ChapterWords } from '../model/chapter-words.js';
import type { ChapterFacts, LinkTargets, RenderedChapter, ShortcodePage } from '../model/rendered.js';
import { collectLinkTargets } from './collect-link-targets.js';
import type { EvidenceTable } from './gather-site-evidence.js';
import type { ChapterRow } from './memory/memory-model.js';
import type { ChapterOrigin } from './memory/write-memory.js';
import { type PlannedChapter, planChapters } from './open-book.js';
import type { OpenSite } from './open-site.js';
import type { Inputs } from './read-inputs.js';
import { type ChapterRecall, createChapterRecall, type SiteRecall } from './recall-rendered.js';
import { renderContext } from './render-context.js';

/** Who helps to render, and what has been rendered ahead. */
export interface RenderingHelp {
  readonly helpers: readonly RenderHelper[];
  readonly ahead: RenderAhead | null;
}

const noHelp: RenderingHelp = { helpers: [], ahead: null };

/** The rendering of a site's chapters: each in turn, or one ahead of its turn when a page asks for it. */
export interface Rendering {
  /** Number of chapters that are to be rendered; the others are known. */
  readonly count: number;
  /** All chapters, by `Chapter.path`. */
  readonly paths: readonly string[];
  /** The chapters that are known from an earlier run, by `Chapter.path`. */
  readonly known: ReadonlyMap<string, ChapterRow>;
  /** To be called before anything is rendered; what is known can be asked for without. */
  readonly prepare: (help?: RenderingHelp) => Promise<void>;
  /** Renders every chapter that is not known; in which order is left open. */
  readonly renderAll: (watch?: RenderWatch | null) => AsyncIterable<RenderedChapter>;
  /** By `Chapter.path`; renders the chapter if that has not been done. */
  readonly factsOf: (path: string) => ChapterFacts;
  /** By `Chapter.path`; renders the chapter anew unless it is known, since HTML is not kept. */
  readonly htmlOf: (path: string) => string;
  /** By `Chapter.path`; renders the chapter anew unless it is known, since its words are not kept. */
  readonly termsOf: (path: string) => ChapterWords | null;
  /** The facts of all chapters, once all are rendered. */
  readonly allFacts: () => readonly ChapterFacts[];
  /** The same of the chapters with links to fragments, and of those that these lead to. */
  readonly linkFacts: () => readonly ChapterFacts[];
  /** By `Chapter.path`; null for a chapter that is not known. */
  readonly rowOf: (path: string) => ChapterRow | null;
  /** What a chapter is rendered from. */
  readonly originOf: (path: string) => ChapterOrigin;
  /** What links can lead to. */
  readonly targetsKey: () => string;
}

/** Prepares the rendering of the published chapters of a site, but for those that are known. */
export function createRendering(
  site: OpenSite,
  evidence: EvidenceTable,
  recall: SiteRecall | null = null,
): Rendering {
  const planned = new Map(planChapters(site, evidence).map((chapter) => [chapter.path, chapter]));
  let targets: LinkTargets | null = null;
  const listTargets = () => {
    targets ??= collectLinkTargets(site, false);
    return targets;
  };
  const recalled = createChapterRecall(site, planned, recall, listTargets);
  const { known } = recalled;
  const facts = new Map<string, ChapterFacts>();
  const releases = listReleases(site.inputs);
  const { timeout } = site.inputs.config.markdown;
  let render: RenderChapter | null = null;
  let run: RenderRun | null = null;
  let opening: Promise<void> | null = null;
  const listUnknown = () =>
    [...planned.values()].filter(({ path }) => !known.has(path)).map(({ job }) => job());

  const open = async ({ helpers, ahead }: RenderingHelp): Promise<void> => {
    if (recall?.live !== undefined && helpers.length === 0) {
      render = await recall.live.basis.renderer();
      return;
    }
    const unknown = listUnknown();
    const shortcodes =
      unknown.some(({ page }) => page !== undefined) ||
      [...known.values()].some(({ shortcodes }) => shortcodes !== null);
    const context = renderContext(site, shortcodes, {
      ...(ahead === null ? {} : { text: ahead.context }),
      ...(shortcodes ? {} : { targets: listTargets() }),
    });
    prepareHelpers(helpers, context);
    run = beginRendering(unknown, helpers, ahead);
    render = await createRenderer(context);
  };
  const originOf = (path: string) => describeOrigin(planned.get(path), recalled);
  const learn = (rendered: RenderedChapter): RenderedChapter => {
    facts.set(rendered.path, factsFrom(rendered));
    recalled.learn(rendered, () => originOf(rendered.path));
    return rendered;
  };
  const renderNow = (path: string): RenderedChapter => {
    const job = planned.get(path)?.job();
    if (job === undefined) throw new Error(`No published chapter has the path ${path}.`);
    if (render === null) throw new Error(`${path} was asked for before its rendering was prepared.`);
    return learn(renderOneWithin(job, render, timeout));
  };
  const recallFacts = (path: string): ChapterFacts | null => {
    const found = recalled.factsOf(path);
    if (found !== null) facts.set(path, found);
    return found;
  };
  const factsOf = (path: string) => facts.get(path) ?? recallFacts(path) ?? renderNow(path);
  return {
    count: planned.size - known.size,
    paths: [...planned.keys()],
    known,
    prepare: async (help = noHelp) => {
      opening ??= open(help);
      await opening;
    },
    renderAll: async function* (watch) {
      if (render === null) return;
      const own = { render, budget: timeout };
      run ??= beginRendering(listUnknown(), []);
      for await (const rendered of renderAll(run, own, watch)) {
        yield learn(rendered);
        // Only now: what is remembered of a chapter follows from its text too.
        releases.get(rendered.path)?.();
      }
    },
    factsOf,
    htmlOf: (path) => recalled.htmlOf(path) ?? renderNow(path).html,
    termsOf: (path) => (known.has(path) ? recalled.termsOf(path) : renderNow(path).terms),
    allFacts: () => [...planned.keys()].map(factsOf),
    linkFacts: () => {
      const linking = [...planned.keys()].filter((path) => known.get(path)?.isToBeChecked !== false);
      const targets = linking.flatMap((path) => factsOf(path).fragmentLinks.map(({ target }) => target));
      return [...new Set([...linking, ...targets])].filter((path) => planned.has(path)).map(factsOf);
    },
    originOf,
    rowOf: (path) => known.get(path) ?? null,
    targetsKey: recalled.targetsKey,
  };
}

/** How to let go of each chapter's text once it is rendered; nothing where Markdown is to be published too. */
function listReleases({ config, sources }: Inputs): ReadonlyMap<string, () => void> {
  if (config.outputs.markdown) return new Map();
  return new Map(sources.chapters.flatMap(({ path, release }) => (release ? [[path, release]] : [])));
}

function describeOrigin(
  chapter: PlannedChapter | undefined,
  { targetsKey, shortcodesKey }: Pick<ChapterRecall, 'targetsKey' | 'shortcodesKey'>,
): ChapterOrigin {
  if (chapter === undefined) throw new Error('What is not published is not rendered.');
  const { file, key } = chapter;
  const job = chapter.job();
  const isAlone = job.page === undefined && standsAlone(job.bytes);
  // What a chapter includes is not written down: it is rendered again.
  const shortcodesOf = ({ included }: ShortcodePage, of: PlannedChapter) =>
    included === undefined ? shortcodesKey(of) : '';
  return {
    hash: file.hash ?? '',
    job: key,
    targets: isAlone ? null : targetsKey(),
    shortcodes: job.page === undefined ? null : shortcodesOf(job.page, chapter),
  };
}

/** All but the HTML and the words, which would fill the memory. */
function factsFrom({ html: _, terms: __, ...facts }: RenderedChapter): ChapterFacts {
  return facts;
}
