import type { Outcome } from '../model/diagnostic.js';
import type { Theme } from '../pages/theme/theme.js';
import { createIndexWriter, type WriteIndex } from '../search/write-index.js';
import { createSiteEvidence, type EvidenceTable } from './gather-site-evidence.js';
import { haveSame } from './have-same.js';
import type { StoredMemory } from './memory/find-memory.js';
import { keyOfText } from './memory/keys.js';
import { createLiveMemory, type LiveMemory } from './memory/live-memory.js';
import { canBeRemembered, type RunMemory, startRunMemory } from './memory/run-memory.js';
import type { OpenSite } from './open-site.js';
import { openSites } from './open-sites.js';
import { planSite, type Recall, type SitePlan, startRecall } from './plan-site.js';
import type { Inputs } from './read-inputs.js';
import { createBookRecall } from './recall-book.js';
import { recallTheme } from './recall-theme.js';
import { keepRenderBasis, type RenderBasis } from './render-basis.js';
import type { Rendering } from './render-book.js';
import { type FileSink, type Pressed, runPlans } from './run.js';

/** A book that one process opens again and again, whenever its files have changed. */
export interface LiveBook {
  /** Opens the sites of the book. What follows from the same as before stays the same object. */
  readonly open: (inputs: Inputs) => Promise<LiveOpening>;
}

/** A book as it was opened from one state of its files. */
export interface LiveOpening {
  readonly inputs: Inputs;
  readonly sites: readonly LiveOpenSite[];
  /** Makes everything, but for what follows from the same as in the run before, and tells all findings. `pause` as in `PlansOptions`. */
  readonly run: (
    stage: FileSink,
    pause: () => Promise<void> | undefined,
  ) => Promise<Pick<Pressed, 'diagnostics'>>;
}

/** A site whose chapters are rendered when they are asked for. */
export interface LiveOpenSite {
  readonly site: OpenSite;
  readonly rendering: Rendering;
  readonly theme: Outcome<Theme>;
  readonly writeIndex: WriteIndex;
}

/** What lasts of the site of a language. */
interface Lasting {
  readonly site: OpenSite;
  readonly theme: Outcome<Theme>;
  readonly writeIndex: WriteIndex;
  readonly basis: RenderBasis;
  /** As `keyOfText`. */
  readonly text: string;
  readonly live: LiveMemory;
}

/**
 * Prepares a book that is opened again and again, beginning with what is kept on the disk.
 *
 * @param move Gives the settings with which it is shown; those that it is published with are the memory's.
 */
export function createLiveBook(
  stored: StoredMemory,
  move: (config: Inputs['config']) => Inputs['config'],
): LiveBook {
  let memory: RunMemory | null | undefined;
  const books = createBookRecall((language) => memory?.bookOf(language) ?? null);
  const evidence = createSiteEvidence((language) => memory?.evidenceOf(language) ?? null);
  let lasting: ReadonlyMap<string, Lasting> = new Map();
  let lastRun: readonly Lasting[] | null = null;

  const plan = (
    sites: readonly Lasting[],
    table: EvidenceTable,
    isSameBook: boolean,
  ): readonly SitePlan[] => {
    const byLanguage = new Map(sites.map((one) => [one.site, one]));
    const recall: Recall = {
      chaptersOf: (site) => recallChaptersOf(byLanguage.get(site)),
      lastRunOf: (site) => byLanguage.get(site)?.live.lastRun() ?? null,
      isSameBook,
    };
    return sites.map(({ site, theme }) => ({ ...planSite(site, table, recall), theme }));
  };
  const open = async (published: Inputs): Promise<LiveOpening> => {
    if (memory === undefined) memory = startRunMemory(stored, published, false);
    const inputs = { ...published, config: move(published.config) };
    const opened = openSites(inputs, books.open);
    const sites = opened.map((site) =>
      outlast(site, lasting.get(site.inputs.config.place.key) ?? null, memory ?? null),
    );
    lasting = new Map(sites.map((one) => [one.site.inputs.config.place.key, one]));
    const table = evidence.recall(opened);
    const plans = plan(sites, table, false);
    for (const { rendering } of plans) await rendering.prepare();
    const isSameBook = () =>
      lastRun === null
        ? startRecall({ sites: opened, isAsStored: books.isAsStored, ahead: null }, memory ?? null).isSameBook
        : haveSame(lastRun, sites, ({ site }) => site.inputs.config.place.key) &&
          sites.every((one, at) => isSameRun(lastRun?.[at], one));
    return {
      inputs,
      sites: sites.map((one, at) => ({ ...one, rendering: (plans[at] as SitePlan).rendering })),
      run: async (stage, pause) => {
        const again = plan(sites, table, isSameBook());
        const help = { helpers: [], ahead: null };
        const { results, diagnostics } = await runPlans(inputs, again, stage, {
          ...{ help, writer: null, progress: null, pause, printer: null, hasBookFiles: false },
        });
        for (const [at, { units, rendering }] of results.entries())
          sites[at]?.live.learnRun(units, rendering.paths);
        lastRun = sites;
        return { diagnostics };
      },
    };
  };
  return { open };
}

/** Keys are compared each time: that the book is the same says nothing of chapters that this process has rendered. */
function recallChaptersOf(lasting: Lasting | undefined): ReturnType<Recall['chaptersOf']> {
  if (lasting === undefined) return null;
  const { live, basis } = lasting;
  return { memory: live.chapters, isSameBook: false, live: { basis, learnChapter: live.learnChapter } };
}

/** The site now, with what still holds of what lasts. */
function outlast(site: OpenSite, before: Lasting | null, memory: RunMemory | null): Lasting {
  const { inputs } = site;
  const theme = recallTheme(before && { inputs: before.site.inputs, theme: before.theme }, inputs);
  const basis = keepRenderBasis(before?.basis ?? null, site);
  const text = before?.theme === theme ? before.text : keyOfText(inputs);
  const isKept =
    before?.text === text &&
    before.site.inputs.plugins.module === inputs.plugins.module &&
    (canBeRemembered(inputs) || before.basis.renderer === basis.renderer);
  const live = isKept
    ? before.live
    : createLiveMemory(before === null ? (memory?.siteOf(inputs) ?? null) : null);
  return { site, theme, basis, text, live, writeIndex: before?.writeIndex ?? createIndexWriter() };
}

/** Whether nothing but the text of chapters differs from a run. */
function isSameRun(before: Lasting | undefined, { site, theme }: Lasting): boolean {
  const { opened, inputs } = site;
  const old = before?.site.inputs.sources;
  return (
    before?.theme === theme &&
    before.site.opened.book === opened.book &&
    before.site.opened.chapters === opened.chapters &&
    old !== undefined &&
    old.hugo === inputs.sources.hugo &&
    haveSame(old.resources, inputs.sources.resources, (file) => file) &&
    haveSame(old.staticFiles, inputs.sources.staticFiles, (file) => file)
  );
}
